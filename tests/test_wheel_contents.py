"""The check of a wheel's contents."""

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
    """A wheel with the package, its licence and its notice passes."""
    assert [] == problems(_GOOD)


def test_missing() -> None:
    """A wheel without `py.typed` or without the notice is rejected."""
    names = [name for name in _GOOD if not name.endswith(("py.typed", "NOTICE"))]

    assert ["missing: smaws_kms/py.typed", "missing metadata: licenses/NOTICE"] == problems(names)


def test_unexpected() -> None:
    """A wheel with the generator, tests, or other files is rejected."""
    extra = ["codegen/ir/plan.py", "tests/conftest.py", "smaws_kms/model.json"]

    assert [f"unexpected: {name}" for name in extra] == problems([*_GOOD, *extra])
