"""Changes of what a response always has, described for users."""

import pytest

from codegen.ir.plan_shapes import AlwaysSent, Member, Optional, Presence, Required, Withheld
from codegen.ir.python_types import ScalarType
from codegen.upgrade.member_changes import member_changes


def _member(presence: Presence) -> Member:
    return Member(
        name="m",
        wire_name="M",
        type=ScalarType("str"),
        presence=presence,
        limits=None,
        sensitive=False,
        holds_secrets=False,
        doc="",
    )


@pytest.mark.parametrize(
    ("old", "new", "text", "breaks"),
    [
        (Optional(), AlwaysSent(), "`OutResponse.m` is always sent, not optional.", False),
        (
            Optional(),
            Withheld("sealed"),
            "`OutResponse.m` is always sent unless `sealed` is, not optional.",
            False,
        ),
        (
            AlwaysSent(),
            Optional(),
            "`OutResponse.m` is optional, not always sent; what reads it must expect `None`.",
            True,
        ),
        (AlwaysSent(), Required(), "`OutResponse.m` is required, not always sent.", False),
    ],
)
def test_presence(old: Presence, new: Presence, text: str, *, breaks: bool) -> None:
    """A response that promises more breaks no reader; one that promises less does."""
    changes = list(member_changes("OutResponse", [_member(old)], [_member(new)]))

    assert [("Changed", text, breaks)] == changes
