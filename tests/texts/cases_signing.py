"""The public signer."""

from datetime import UTC, datetime
from typing import Any, Final

import smaws_kms as kms
from smaws_kms.signing import sign
from tests.texts.place import CREDENTIALS, Cases, Place, raised
from tests.unit.redaction.secret_markers import secret

TITLE: Final = "Signing"

_FIT: Final[dict[str, Any]] = {
    "method": "POST",
    "url": "https://kms.test/",
    "headers": {},
    "body": b"",
    "region": "eu-west-1",
    "service": "kms",
    "credentials": CREDENTIALS,
    "now": datetime(2026, 1, 1, tzinfo=UTC),
}


def cases(_: Place) -> Cases:
    """Return the cases of requests that cannot be signed."""
    for name, change in {
        "method with a space": {"method": "PO ST"},
        "URL with a line break": {"url": "https://kms.test/\n"},
        "URL without a host": {"url": "/path"},
        "URL that cannot be read": {"url": "https://[::1"},
        "name of a header": {"headers": {"X Team": "a"}},
        "long name of a header": {"headers": {"X Team" * 50: "a"}},
        "value of a header": {"headers": {"X-Team": f"{secret('value')}\r\n"}},
        "Region with a slash": {"region": "eu/west"},
        "service with a slash": {"service": "kms/"},
        "key ID with a comma": {"credentials": kms.Credentials(f"AK,{secret('id')}", "key")},
        "token with a line break": {
            "credentials": kms.Credentials("AKID", "key", f"{secret('token')}\n")
        },
        "key with a line break": {"credentials": kms.Credentials("AKID", f"{secret('key')}\n")},
        "time without a zone": {"now": datetime(2026, 1, 1)},  # noqa: DTZ001 - the case
    }.items():
        yield name, raised(lambda change=change: sign(**{**_FIT, **change}))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
