"""The licence check finds all dependencies, and rejects licences that are not allowed."""

import pytest

from tests.licenses import installed, is_allowed, licence_of, main


def test_dependencies() -> None:
    """Direct and indirect dependencies are found, those of extras are not."""
    found = installed()

    assert {"httpx", "botocore", "attrs", "httpcore"} <= found
    assert not {"pytest", "moto", "smaws-kms"} & found


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT AND (Apache-2.0)", True),
        ("GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("", False),
    ],
)
def test_expressions(expression: str, *, allowed: bool) -> None:
    """All licences of one alternative must be allowed."""
    assert allowed == is_allowed(expression)


def test_licence_of_a_package() -> None:
    """Older classifiers become SPDX identifiers."""
    assert "MPL-2.0" == licence_of("certifi")
    assert "Apache-2.0" == licence_of("botocore")


def test_all_are_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    """The dependencies of the package pass, and each is printed."""
    assert 0 == main()
    assert "httpx: BSD-3-Clause" in capsys.readouterr().out
