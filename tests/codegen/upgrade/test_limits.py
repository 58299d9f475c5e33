"""Changed limits of a member, described for users."""

from attrs import evolve

from codegen.ir.plan_shapes import Limits, Member, Optional
from codegen.ir.python_types import ScalarType
from codegen.upgrade.member_changes import member_changes

NAME = Member(
    name="name",
    wire_name="Name",
    type=ScalarType("str"),
    presence=Optional(),
    limits=Limits(pattern="[a-z]+"),
    holds_secrets=False,
    sensitive=False,
    doc="",
)


def test_only_a_pattern() -> None:
    """A pattern without bounds is described alone."""
    ((kind, text, breaks),) = member_changes(
        "ARequest", [NAME], [evolve(NAME, limits=Limits(min=1, pattern="[a-z]+"))]
    )

    assert ("Changed", False) == (kind, breaks)
    assert (
        "`ARequest.name` accepts at least 1, the pattern `[a-z]+`, not the pattern `[a-z]+`."
        == text
    )
