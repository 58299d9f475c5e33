"""Descriptions of exceptions that other code raises."""

import pytest

from smaws_kms._runtime.redaction.exception_text import describe, redacted
from tests.unit.redaction.secret_markers import holds_secret, secret

# Examples from AWS's documentation: not keys of any account.
_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
_TOKEN = "FwoGZXIvYXdzEBYaDGFhYWFhYWFhYWFhYSJqgehe+im=="


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"refused {_KEY} today", "refused <redacted> today"),
        (f"refused ({_TOKEN}) today", "refused (<redacted>) today"),
        ("hash " + 32 * "0a", "hash <redacted>"),
        ("aws_secret_access_key = geheim", "aws_secret_access_key = <redacted>"),
        (
            "{'SecretAccessKey': 'geheim', \"SessionToken\": \"ge heim\"}",
            "{'SecretAccessKey': <redacted>, \"SessionToken\": <redacted>}",
        ),
        ("Authorization: Bearer geheim.x", "Authorization: <redacted>"),
        ("X-Vault-Token: geheim", "X-Vault-Token: <redacted>"),
        ("https://host/x?token=geheim&y=1", "https://host/x?token=<redacted>&y=1"),
        ("proxy http://user:geheim@host:1/", "proxy http://<redacted>@host:1/"),
        ("Invalid header value b'geheim\\nx'", "Invalid header value <redacted>"),
        ("password=geheim", "password=<redacted>"),
        ("Credential=AKID/x, Signature=geheim", "Credential=<redacted>, Signature=<redacted>"),
    ],
)
def test_secrets(text: str, expected: str) -> None:
    """Key material, and text that looks like it, is replaced."""
    assert expected == redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        "the vault is sealed",
        "User: arn:aws:sts::123456789012:assumed-role/Orders-AppRole-1A2B3C4D5E6F/i-01 may not",
        "/home/orders/Project2/test_X0_files/credentials: No such file or directory",
        "RequestId 0a1b2c3d-1234-5678-9abc-0a1b2c3d4e5f",
        "Error loading SSO Token: Token for https://orders.awsapps.com/start does not exist",
        "An error occurred (InvalidClientTokenId) when calling the AssumeRole operation",
        "Unable to parse config file: /tmp/pytest-of-root/pytest-0/popen-gw0/test_it0/config",
        "AssumeRoleWithWebIdentityProvider",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
    ],
)
def test_everything_else(text: str) -> None:
    """Text that helps to find the cause is kept."""
    assert text == redacted(text)


def test_random_words() -> None:
    """A word that looks random is replaced."""
    assert not holds_secret(redacted(f"not with {secret('stderr')}, nor {secret('x')}"))


def test_long_texts() -> None:
    """Long text is cut, and becomes one line without control characters."""
    assert 503 == len(redacted("word " * 1_000_000))
    assert "a b c [31m" == redacted("a\nb\r\n\x00c \x1b[31m")


class Mute(Exception):
    """An exception whose `str` fails."""

    def __str__(self) -> str:
        raise LookupError("geheim")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError("the vault is sealed"), "OSError: the vault is sealed"),
        (SystemExit(), "SystemExit"),
        (Mute(), "Mute (without a text that can be shown)"),
    ],
)
def test_describe(error: BaseException, expected: str) -> None:
    """The type is always shown, and the text if there is one."""
    assert expected == describe(error)
