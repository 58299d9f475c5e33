"""Checks before signing: a line feed would become another header, or a second request."""

import re
from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.redaction.external_text import quote_value
from smaws_kms._runtime.values import Credentials

_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.6.2: HTTP methods and header names."""
_VALUE: Final = re.compile(r"[\t -~\xa0-\xff]*")
"""RFC 9110 section 5.5 without the control characters of ISO 8859-1."""
_SCOPE: Final = re.compile(r"[A-Za-z0-9._~!*-]+")
_VISIBLE: Final = re.compile(r"[!-+\--~]+")
"""Visible ASCII without the comma, which ends the key's ID in `Authorization`."""
_TOKEN_VALUE: Final = re.compile(r"[ -~]*")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def check_signable(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    region: str,
    service: str,
    credentials: Credentials,
) -> None:
    """Raise a `ValueError` that names the argument, without header values and secrets."""
    if not _TOKEN.fullmatch(method):
        raise ValueError(f"method: expected an HTTP method such as POST, got {quote_value(method)}")
    if _CONTROL.search(url) or url != url.strip(" "):
        raise ValueError("url: expected no control characters, and no spaces around it")
    for name, value in headers.items():
        _check_header(name, value)
    for argument, text in (("region", region), ("service", service)):
        if not _SCOPE.fullmatch(text):
            raise ValueError(f"{argument}: expected letters, digits and -, got {quote_value(text)}")
    _check_credentials(credentials)


def _check_header(name: str, value: str) -> None:
    if not _TOKEN.fullmatch(name):
        raise ValueError(
            f"headers: expected names of letters, digits, - and _, got {quote_value(name)}"
        )
    if not _VALUE.fullmatch(value):
        raise ValueError(f"headers: the value of {name} has characters that no header can hold")


def _check_credentials(credentials: Credentials) -> None:
    checks = (
        ("access_key_id", _VISIBLE, credentials.access_key_id),
        ("session_token", _TOKEN_VALUE, credentials.session_token or ""),
    )
    for name, allowed, value in checks:
        if not allowed.fullmatch(value):
            raise ValueError(f"credentials: {name} has characters that no header can hold")
    if _CONTROL.search(credentials.secret_access_key):
        raise ValueError("credentials: secret_access_key has control characters")
