"""Calls with secrets that end in errors."""

from base64 import b64encode
from collections.abc import Callable
from typing import Any, Final

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.call_harness import CallHarness

PLAINTEXT: Final = b"4929 1234 5678 9012"
REQUEST: Final = kms.EncryptRequest(key_id="alias/orders", plaintext=PLAINTEXT)
TOKEN: Final = "FwoGZXIvYXdzEBYaDCh5Y2xpY2stYmFpdA+/x9=="
CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCY", TOKEN)
ENCODED: Final = b64encode(PLAINTEXT).decode()


def ends(
    respond: Callable[[dict[str, str]], WireResponse | kms.TransportError],
    request: object = REQUEST,
    **settings: Any,
) -> tuple[Any, dict[str, str]]:
    """Run a call against a response that is a function of the sent headers; return both."""
    harness = CallHarness(request, retry=kms.RetryPolicy(mode="off"), **settings)
    harness.step()
    harness.step(harness.config)
    sent = dict(harness.step(CREDENTIALS).request.headers)
    return harness.step(respond(sent)), sent
