"""Arguments of clients whose calls must leave no secret in frames."""

from typing import Any, Final

import httpx

import smaws_kms as kms
from tests.unit.redaction.secret_markers import secret
from tests.unit.redaction.secret_programs import CREDENTIALS

SECRET: Final = secret("plaintext").encode()
OFF: Final = kms.RetryPolicy(mode="off")


def broken(_: httpx.Request) -> httpx.Response:
    """Raise an exception that a transport should not raise."""
    raise RuntimeError("a bug in a transport")


def options(**changes: Any) -> dict[str, Any]:
    """Return arguments of a client."""
    common = {"region": "eu-west-1", "credentials": CREDENTIALS, "retry": OFF}
    return {**common, "http": httpx.MockTransport(broken), **changes}
