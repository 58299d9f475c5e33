"""Errors without a message print what their class means, also under `python -OO`."""

import inspect
import subprocess
import sys

import pytest

import smaws_kms as kms
from smaws_kms._generated import errors
from smaws_kms._runtime import common_errors
from smaws_kms._runtime.errors import CommonServiceError, ServiceError, UnmodeledServiceError

MODELLED = [it for it in vars(errors).values() if inspect.isclass(it) and it is not ServiceError]
COMMON = [
    it
    for it in vars(common_errors).values()
    if inspect.isclass(it) and it is not CommonServiceError
]


@pytest.mark.parametrize("cls", [*MODELLED, *COMMON])
def test_help(cls: type[ServiceError]) -> None:
    """Every class has a help text in one line, which a message replaces."""
    assert cls.help
    assert cls.help.isprintable()
    assert f"{cls.__name__}: {cls.help}" == str(cls())
    assert f"{cls.__name__}: gone" == str(cls("gone"))
    assert not cls().message


@pytest.mark.parametrize("cls", COMMON)
def test_help_of_common_errors(cls: type[ServiceError]) -> None:
    """The texts of common errors are those of the documentation."""
    assert cls.__doc__ == cls.help


@pytest.mark.parametrize(
    ("cls", "causes"),
    [
        (kms.InvalidCiphertextException, ("`encryption_context`", "another key", "Base64")),
        (kms.KMSInvalidSignatureException, ("another key", "`message_type`", "Base64")),
        (kms.KMSInvalidMacException, ("another key", "`mac_algorithm`", "Base64")),
    ],
)
def test_errors_that_never_have_a_message(cls: type[ServiceError], causes: tuple[str, ...]) -> None:
    """The text names the usual causes."""
    assert [] == [cause for cause in causes if cause not in str(cls())]


def test_codes_without_a_class() -> None:
    """An unknown error without a message is its code."""
    assert "Odd (request id 1)" == str(UnmodeledServiceError(code="Odd", request_id="1"))


def test_without_docstrings() -> None:
    """`python -OO` drops docstrings and keeps the help."""
    program = (
        "import smaws_kms as kms\n"
        "print(kms.InvalidCiphertextException.__doc__, kms.InvalidCiphertextException())\n"
        "print(kms.AccessDeniedException.__doc__, kms.AccessDeniedException())\n"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-OO", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert [
        f"None {kms.InvalidCiphertextException()}",
        f"None {kms.AccessDeniedException()}",
    ] == done.stdout.splitlines()
