"""Responses that repeat parts of their request are shown without its secrets."""

import json
import pickle
from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.call_harness import NOTHING
from tests.unit.call.failed_calls import CREDENTIALS, ENCODED, PLAINTEXT, TOKEN, ends
from tests.unit.example_service import operation

ECHOES: Final[dict[str, Callable[[Mapping[str, str]], str]]] = {
    "token": lambda sent: sent["X-Amz-Security-Token"],
    "signature": lambda sent: sent["Authorization"].rpartition("=")[2],
    "Authorization": lambda sent: sent["Authorization"],
    "plaintext": lambda _: PLAINTEXT.decode(),
    "plaintext as it was sent": lambda _: ENCODED,
    "the start of it": lambda _: ENCODED[:15],
    "secret key": lambda _: CREDENTIALS.secret_access_key,
    "token in upper case": lambda sent: sent["X-Amz-Security-Token"].upper(),
}
SECRETS: Final = (TOKEN, TOKEN.upper(), PLAINTEXT.decode(), ENCODED, CREDENTIALS.secret_access_key)


def _shown(result: Any) -> str:
    error: Any = result.err
    texts = [repr(result), repr(result.metadata.headers), repr(result.metadata)]
    if error is not None:
        again: Any = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
        texts += [
            str(error),
            repr(error.args),
            str(error.__dict__),
            str(again.__dict__),
            str(again),
        ]
    return "\n".join(texts)


@pytest.mark.parametrize("status", [200, 400, 403, 503])
@pytest.mark.parametrize("place", ["message", "code", "header", "request id", "error type"])
@pytest.mark.parametrize("echo", ECHOES.values(), ids=ECHOES)
def test_echoes(echo: Any, place: str, status: int) -> None:
    """No secret is shown, whatever part of a request a response repeats, and wherever."""

    def respond(sent: Mapping[str, str]) -> WireResponse:
        text = echo(sent)
        headers = {
            "header": {"x-echo": text},
            "request id": {"x-amzn-requestid": text},
            "error type": {"x-amzn-errortype": text},
        }.get(place, {})
        body = {"message": {"message": text}, "code": {"__type": text}}.get(place, {})
        return WireResponse(status, headers, json.dumps(body).encode())

    result, sent = ends(respond)
    shown = _shown(result)

    signature = sent["Authorization"].rpartition("=")[2]
    assert status != 200 or place != "header" or "x-echo" in result.metadata.headers
    # A success is searched for values of sent headers; parts and other encodings only in errors.
    as_sent = (TOKEN, signature)
    for secret in as_sent if status == 200 else (*SECRETS, ENCODED[:12], signature):
        assert secret not in shown


def test_canonical_request() -> None:
    """AWS's message about a wrong signature is cut before its quotation of the request."""

    def respond(sent: Mapping[str, str]) -> WireResponse:
        message = (
            "The request signature we calculated does not match the signature you provided. "
            "Check your AWS Secret Access Key and signing method.\n\nThe Canonical String for this "
            f"request should have been\n'POST\n/\n\nx-amz-security-token:{sent['X-Amz-Security-Token']}'"
        )
        body = {"__type": "InvalidSignatureException", "message": message}
        return WireResponse(400, {}, json.dumps(body).encode())

    error = ends(respond)[0].err

    assert isinstance(error, kms.ServiceError)
    assert error.message.endswith("Check your AWS Secret Access Key and signing method.")


@pytest.mark.parametrize(
    "error",
    [
        kms.ConnectError(f"the proxy said {TOKEN}", sent="no"),
        kms.ProtocolError(f"Content-Encoding '{TOKEN}'"),
        kms.ConnectionLostError(TOKEN),
    ],
)
def test_transport_errors(error: kms.TransportError) -> None:
    """Texts of proxies and servers in network errors are redacted too."""
    result, _ = ends(lambda _: error)

    assert type(error) is type(result.err)
    assert TOKEN not in _shown(result)
    assert "***" in str(result.err)


def test_operations_without_secrets() -> None:
    """For a request without sensitive members, token and signature are redacted."""
    called = operation()
    result, _ = ends(lambda _: NOTHING, called.input(), operation=called)

    assert kms.Ok(None) == result
