"""What a response says of its request is shown without the secrets of the call."""

import json
import pickle
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

import pytest
from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.call.response_redaction import CallSecrets, redact_error
from smaws_kms._runtime.errors import ErrorMember
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.fields import member, members
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from tests.unit.call.call_harness import DONE, NOTHING, CallHarness
from tests.unit.hand_made import operation

PLAINTEXT: Final = b"4929 1234 5678 9012"
REQUEST: Final = kms.EncryptRequest(key_id="alias/orders", plaintext=PLAINTEXT)
TOKEN: Final = "FwoGZXIvYXdzEBYaDCh5Y2xpY2stYmFpdA+/x9=="
CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCY", TOKEN)
ENCODED: Final = b64encode(PLAINTEXT).decode()

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


def _ends(
    answer: Callable[[dict[str, str]], WireResponse | kms.TransportError],
    request: object = REQUEST,
    **settings: Any,
) -> tuple[Any, dict[str, str]]:
    """Return how a call ends that is answered by a function of the headers that it sent."""
    harness = CallHarness(request, retry=kms.RetryPolicy(mode="off"), **settings)
    harness.step()
    harness.step(harness.config)
    sent = dict(harness.step(CREDENTIALS).request.headers)
    return harness.step(answer(sent)), sent


@pytest.mark.parametrize("status", [200, 400, 403, 503])
@pytest.mark.parametrize("place", ["message", "code", "header", "request id", "error type"])
@pytest.mark.parametrize("echo", ECHOES.values(), ids=ECHOES)
def test_echoes(echo: Any, place: str, status: int) -> None:
    """Whatever a response repeats of its request, wherever it does: no secret is shown."""

    def answer(sent: Mapping[str, str]) -> WireResponse:
        text = echo(sent)
        headers = {
            "header": {"x-echo": text},
            "request id": {"x-amzn-requestid": text},
            "error type": {"x-amzn-errortype": text},
        }.get(place, {})
        body = {"message": {"message": text}, "code": {"__type": text}}.get(place, {})
        return WireResponse(status, headers, json.dumps(body).encode())

    result, sent = _ends(answer)
    shown = _shown(result)

    signature = sent["Authorization"].rpartition("=")[2]
    assert status != 200 or place != "header" or "x-echo" in result.metadata.headers
    # A success is compared with what was sent in headers; parts and other forms are for errors.
    as_sent = (TOKEN, signature)
    for secret in as_sent if status == 200 else (*SECRETS, ENCODED[:12], signature):
        assert secret not in shown


def test_canonical_request() -> None:
    """AWS's own message about a wrong signature ends before it quotes the request."""

    def answer(sent: Mapping[str, str]) -> WireResponse:
        message = (
            "The request signature we calculated does not match the signature you provided. "
            "Check your AWS Secret Access Key and signing method.\n\nThe Canonical String for this "
            f"request should have been\n'POST\n/\n\nx-amz-security-token:{sent['X-Amz-Security-Token']}'"
        )
        body = {"__type": "InvalidSignatureException", "message": message}
        return WireResponse(400, {}, json.dumps(body).encode())

    error = _ends(answer)[0].err

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
    """What a proxy or a server is quoted with in a failure of the network has no secret either."""
    result, _ = _ends(lambda _: error)

    assert type(error) is type(result.err)
    assert TOKEN not in _shown(result)
    assert "***" in str(result.err)


TRICKS: Final = [
    "a\r\nINFO root: forged",
    "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg",
    "\u202eetirw\u2066",
    "\ud800",
    "\x1b]0;title\x07\x1b[2J",
    "m" * 1_000_000,
    "\n" * 1_000_000,
]


@pytest.mark.parametrize("trick", TRICKS, ids=range(len(TRICKS)))
@pytest.mark.parametrize("place", ["message", "Message", "code", "__type", "header", "request id"])
@pytest.mark.parametrize("status", [400, 500])
def test_tricks(status: int, place: str, trick: str) -> None:
    """Every text of an error is one printable line that can be written, within its bound."""
    headers = {"header": {"x-amzn-errortype": trick}, "request id": {"x-amzn-requestid": trick}}
    body = {} if place in headers else {place: trick}
    answer = WireResponse(status, headers.get(place, {}), json.dumps(body).encode())
    error = _ends(lambda _: answer)[0].err

    assert isinstance(error, kms.UnmodeledServiceError)
    assert f"HTTP{status}" == error.code
    assert str(error).isprintable()
    assert str(error).encode()
    assert 4096 > len(str(error))
    assert 4096 > len(repr(error.args))


CODES: Final = [
    ("DisabledException", "DisabledException"),
    ("com.amazonaws.kms#DisabledException:http://x", "DisabledException"),
    ("com.amazon.coral.service#Some.Odd-Code_1", "Some.Odd-Code_1"),
    ("x" * 128, "x" * 128),
    ("x" * 129, "HTTP400"),
    ("Disabled Exception", "HTTP400"),
    ("Disabled\nException", "HTTP400"),
    ("<script>", "HTTP400"),
    ("\u0130", "HTTP400"),
    ("#", "HTTP400"),
    ("\u0661", "HTTP400"),
    ("x#" * 100_000, "HTTP400"),
]


@pytest.mark.parametrize(("sent", "code"), CODES, ids=range(len(CODES)))
def test_codes(sent: str, code: str) -> None:
    """A code is one of letters, digits, dots, hyphens and underscores, or that of the status."""
    answer = WireResponse(400, {}, json.dumps({"__type": sent}).encode())

    assert code == _ends(lambda _: answer)[0].err.code


def test_a_bad_code_in_the_header_does_not_hide_a_good_one() -> None:
    """The next place is looked at, as with an empty one."""
    body = json.dumps({"__type": "DisabledException"}).encode()

    assert isinstance(
        _ends(lambda _: WireResponse(400, {"x-amzn-errortype": "\x00"}, body))[0].err,
        kms.DisabledException,
    )


@frozen(kw_only=True, field_transformer=members)
class _Part:
    text: str | None = field(default=None, metadata=member("Text"))
    blob: bytes | None = field(default=None, metadata=member("Blob"))


class _Refused(kms.ServiceError):
    member_names: ClassVar[tuple[str, ...]] = ("message", "reason", "parts", "labels", "count")
    wire_members: ClassVar[Mapping[str, ErrorMember]] = {
        "reason": ErrorMember("Reason", str),
        "parts": ErrorMember("Parts", tuple[_Part, ...]),
        "labels": ErrorMember("Labels", Mapping[str, str]),
        "count": ErrorMember("Count", int),
    }

    def __init__(self, message: str | None = None, **others: Any) -> None:
        own = {name: others.pop(name, None) for name in self.member_names[1:]}
        super().__init__(message, **others)
        vars(self).update(own)


def test_members_of_errors() -> None:
    """Members of a modelled error are looked through, nested ones too, and keep their types."""
    secrets = CallSecrets(REQUEST, {"X-Amz-Security-Token": TOKEN}, "key of no one").get()
    error = _Refused(
        TOKEN,
        reason=UnknownValue(f"no {TOKEN}"),
        parts=(_Part(text=ENCODED, blob=PLAINTEXT), _Part(text="fine", blob=b"\xff")),
        labels={TOKEN: "x", "y": ENCODED},
        count=3,
    )
    redact_error(error, secrets)

    assert {
        "message": "***",
        "reason": UnknownValue("no ***"),
        "parts": (_Part(text="***", blob=b"***"), _Part(text="fine", blob=b"\xff")),
        "labels": {"***": "x", "y": "***"},
        "count": 3,
    } == error.members()
    assert isinstance(error.members()["reason"], UnknownValue)


@frozen(kw_only=True, field_transformer=members)
class _Inner:
    hidden: Mapping[str, tuple[str, ...]] | None = field(
        default=None, metadata=member("Hidden", sensitive=True)
    )


def test_sensitive_parts_of_requests() -> None:
    """Sensitive members are found in structures, lists, maps and members of the future."""

    @frozen(kw_only=True, field_transformer=members)
    class Nested:
        shown: str | None = field(default=None, metadata=member("Shown"))
        inner: tuple[_Inner, ...] | None = field(default=None, metadata=member("Inner"))
        labels: Mapping[str, str] | None = field(default=None, metadata=member("Labels"))
        other: kms.UnknownMember | None = field(default=None, metadata=member("Other"))

    request = Nested(
        inner=(_Inner(hidden={"a": ("nested-secret",)}),),
        shown="everyone-may-read",
        labels={"a": "label-of-a-thing"},
        other=kms.UnknownMember("New", ["future-secret", 3]),
    )
    secrets = CallSecrets(request, {"X-Api-Key": "key-of-a-gateway"}, "k").get()
    text = "nested-secret everyone-may-read label-of-a-thing future-secret key-of-a-gateway"

    assert "*** everyone-may-read label-of-a-thing *** ***" == secrets.redact(text)


def test_path_of_a_response_that_cannot_be_read() -> None:
    """A path names keys of maps, which are the service's words."""
    error = kms.ResponseParseError("bad", path=f"$.Tags.{TOKEN}\n", request_id=TOKEN)
    redact_error(error, CallSecrets(REQUEST, {"X-Amz-Security-Token": TOKEN}, "key").get())

    assert r"$.Tags.***\n: bad (request id ***)" == str(error)


def test_messages_that_are_secret_stay_out_of_args() -> None:
    """An error whose message the model calls sensitive gets no `args` by being cleaned."""

    class Secret(kms.ServiceError):
        sensitive_message = True

    error = Secret(TOKEN)
    redact_error(error, CallSecrets(REQUEST, {"X-Amz-Security-Token": TOKEN}, "key").get())

    assert ((), "***") == (error.args, error.message)


def test_harmless_responses_are_not_copied() -> None:
    """A response with nothing to hide stays the same object."""
    assert DONE is CallSecrets(REQUEST, {"X-Amz-Security-Token": TOKEN}, "k").clean(DONE)


def test_operations_without_secrets() -> None:
    """A request without sensitive members is cleaned of token and signature alone."""
    called = operation()
    result, _ = _ends(lambda _: NOTHING, called.input(), operation=called)

    assert kms.Ok(None) == result
