"""What a wheel must hold, and what it must not."""

from typing import Final

from tests.wheel_contents import problems

_GOOD: Final = [
    "smaws_kms/__init__.py",
    "smaws_kms/py.typed",
    "smaws_kms/connections.py",
    "smaws_kms/signing.py",
    "smaws_kms/_runtime/call/call.py",
    "smaws_kms-0.1.0.dist-info/METADATA",
    "smaws_kms-0.1.0.dist-info/RECORD",
    "smaws_kms-0.1.0.dist-info/WHEEL",
    "smaws_kms-0.1.0.dist-info/licenses/LICENSE",
    "smaws_kms-0.1.0.dist-info/licenses/NOTICE",
]


def test_good() -> None:
    """The package with its licence and notice is all there should be."""
    assert [] == problems(_GOOD)


def test_missing() -> None:
    """A wheel without the marker for type checkers or without the notice is refused."""
    names = [name for name in _GOOD if not name.endswith(("py.typed", "NOTICE"))]

    assert ["missing: smaws_kms/py.typed", "missing metadata: licenses/NOTICE"] == problems(names)


def test_unexpected() -> None:
    """So is one with the generator, tests, or something else in the package."""
    extra = ["codegen/ir/plan.py", "tests/conftest.py", "smaws_kms/model.json"]

    assert [f"unexpected: {name}" for name in extra] == problems([*_GOOD, *extra])
