"""No error and no log line of a failed call holds a secret.

Deliberate exceptions:

- The code and the message of a `ServiceError` are copied from the response, the text of a connection error
  from the system, and the text of a failed credential provider from its exception.
- `ResponseParseError.path` has the keys of a map, such as those of an encryption context,
  which the service writes to CloudTrail in clear.
- `Metadata.headers` has the response's headers; its repr does not show them.
- Frames of a `TypeError` from a constructor hold the arguments that the caller passed.
- Explicit pickles of requests, responses and `Credentials` keep what the user pickles.
"""

import logging
import pickle
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Final

import httpx
import pytest

import smaws_kms as kms
from tests.unit.redaction.secret_markers import leaks_in_log, leaks_of, never_raised, secret
from tests.unit.redaction.secret_programs import (
    OPERATIONS,
    Fail,
    FailingCall,
    Handler,
    each_client,
    responding,
)

MARK: Final = secret("body").encode()
IN_HEADERS: Final = {"x-secret": secret("header"), "location": f"https://{secret('location')}/"}
LISTED_BY: Final = {
    error: operation for operation in OPERATIONS.values() for error in operation.errors
}
COMMON: Final = {
    "AccessDeniedException": kms.AccessDeniedException,
    "ExpiredTokenException": kms.ExpiredTokenException,
    "IncompleteSignature": kms.IncompleteSignatureException,
    "InternalFailure": kms.InternalFailureException,
    "InvalidSignatureException": kms.InvalidSignatureException,
    "MissingAuthenticationToken": kms.MissingAuthenticationTokenException,
    "NotAuthorized": kms.NotAuthorizedException,
    "OptInRequired": kms.OptInRequiredException,
    "RequestExpired": kms.RequestExpiredException,
    "ServiceUnavailable": kms.ServiceUnavailableException,
    "ThrottlingException": kms.ThrottlingException,
    "UnknownOperationException": kms.UnknownOperationException,
    "UnrecognizedClientException": kms.UnrecognizedClientException,
    "ValidationException": kms.ValidationException,
}


def refusal(code: str) -> Handler:
    """Return a handler that responds with an error, with secrets in its other members."""
    body = b'{"__type":"%s","message":"no","Plaintext":"%s","Inner":{"message":"%s"}}'
    return responding(body % (code.encode(), MARK, MARK), status=400, headers=IN_HEADERS)


def raising(make: Callable[[str], Exception]) -> Handler:
    """Return a handler that raises an error of httpx with its request attached, as httpx does."""

    def handle(request: httpx.Request) -> httpx.Response:
        error = make(secret("text"))
        if isinstance(error, httpx.HTTPError):
            error.request = request
        error.add_note(secret("note"))
        raise error from RuntimeError(secret("cause"))

    return handle


def quiet(kind: type[Exception]) -> Callable[[str], Exception]:
    """Return a function that makes an error without a secret, since its text is copied."""

    def make(_: str) -> Exception:
        return kind("refused")

    return make


class BreakingStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks after its first chunk."""

    def __iter__(self) -> Iterator[bytes]:
        yield MARK
        raise httpx.ReadError(secret("text"))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield MARK
        raise httpx.ReadError(secret("text"))


def broken_body(_: httpx.Request) -> httpx.Response:
    """Respond with a body that breaks."""
    return httpx.Response(200, stream=BreakingStream())


SERVICE: Final = {
    **{
        error.__name__: FailingCall(
            error=error, respond=refusal(error.__name__), operation=operation, headers=True
        )
        for error, operation in LISTED_BY.items()
    },
    **{
        code: FailingCall(error=error, respond=refusal(code), operation=kms.Decrypt, headers=True)
        for code, error in COMMON.items()
    },
}

UNMODELED: Final[Mapping[str, tuple[int, bytes]]] = {
    "HTML": (502, b"<html><title>" + MARK + b"</title></html>"),
    "plain text": (500, MARK),
    "cut off": (400, b'{"message":"' + MARK),
    "not UTF-8": (400, b'{"message":"\xff' + MARK + b'"}'),
    "message of another type": (400, b'{"message":{"Plaintext":"' + MARK + b'"}}'),
    "code of another type": (400, b'{"__type":["' + MARK + b'"],"code":{"a":"' + MARK + b'"}}'),
    "redirect": (307, MARK),
    "an array": (403, b'["' + MARK + b'"]'),
}

UNREADABLE: Final[Mapping[str, bytes]] = {
    "plain text": MARK,
    "HTML": b"<!doctype html><p>" + MARK,
    "cut off": b'{"Plaintext":"' + MARK,
    "cut off in an escape": b'{"Plaintext":"' + MARK + b"\\u12",
    "control character": b'{"Plaintext":"' + MARK + b'\n"}',
    "two values": b'{"Plaintext":"' + MARK + b'"}{}',
    "not UTF-8 before": b'{"Plaintext":"\xff' + MARK + b'"}',
    "not UTF-8 after": b'{"Plaintext":"' + MARK + b'\xe2"}',
    "a byte order mark": b'\xef\xbb\xbf{"Plaintext":"' + MARK + b'"}',
    "nested too deeply": b'{"Plaintext":' + b"[" * 100_000 + MARK,
    "a number too long": b'{"' + MARK + b'":' + b"9" * 5000 + b"}",
    "an array": b'["' + MARK + b'"]',
    "a string": b'"' + MARK + b'"',
    "no base64": b'{"Plaintext":"' + MARK + b'!"}',
    "an object for text": b'{"KeyId":{"a":"' + MARK + b'"}}',
    "an object for bytes": b'{"Plaintext":{"' + MARK + b'":"' + MARK + b'"}}',
    "an array for bytes": b'{"Plaintext":["' + MARK + b'"]}',
    "a number for bytes": b'{"Plaintext":5,"KeyId":"' + MARK + b'"}',
    "an object for an enum": b'{"EncryptionAlgorithm":{"a":"' + MARK + b'"}}',
}

TRANSPORT: Final[Mapping[str, tuple[type[kms.SmawsError], Callable[[str], Exception]]]] = {
    "ConnectTimeout": (kms.ConnectTimeoutError, httpx.ConnectTimeout),
    "PoolTimeout": (kms.ConnectTimeoutError, httpx.PoolTimeout),
    "ReadTimeout": (kms.AttemptTimeoutError, httpx.ReadTimeout),
    "WriteTimeout": (kms.AttemptTimeoutError, httpx.WriteTimeout),
    "builtin TimeoutError": (kms.AttemptTimeoutError, quiet(TimeoutError)),
    "ConnectError": (kms.ConnectError, quiet(httpx.ConnectError)),
    "ProxyError": (kms.ConnectError, httpx.ProxyError),
    "UnsupportedProtocol": (kms.ConnectError, httpx.UnsupportedProtocol),
    "InvalidURL": (kms.ConnectError, httpx.InvalidURL),
    "ReadError": (kms.ConnectionLostError, httpx.ReadError),
    "WriteError": (kms.ConnectionLostError, httpx.WriteError),
    "CloseError": (kms.ConnectionLostError, httpx.CloseError),
    "TooManyRedirects": (kms.ConnectionLostError, httpx.TooManyRedirects),
    "OSError": (kms.ConnectionLostError, quiet(OSError)),
    "RemoteProtocolError": (kms.ProtocolError, httpx.RemoteProtocolError),
    "LocalProtocolError": (kms.ProtocolError, httpx.LocalProtocolError),
    "DecodingError": (kms.ProtocolError, httpx.DecodingError),
}

CALLS: Final[dict[str, FailingCall]] = {
    **SERVICE,
    **{
        f"unmodelled: {name}": FailingCall(
            error=kms.UnmodeledServiceError,
            respond=responding(body, status=status, headers=IN_HEADERS),
            headers=True,
        )
        for name, (status, body) in UNMODELED.items()
    },
    **{
        f"unreadable: {name}": FailingCall(
            error=kms.ResponseParseError, respond=responding(body), operation=kms.Decrypt
        )
        for name, body in UNREADABLE.items()
    },
    **{
        f"raised: {name}": FailingCall(error=error, respond=raising(make))
        for name, (error, make) in TRANSPORT.items()
    },
    "a body that breaks": FailingCall(error=kms.ConnectionLostError, respond=broken_body),
    "a body too large": FailingCall(
        error=kms.ProtocolError, respond=responding(MARK * (9_000_000 // len(MARK)))
    ),
    "a head too large": FailingCall(
        error=kms.ProtocolError, respond=responding(b"", headers={"x-large": MARK.decode() * 9000})
    ),
    "a member that is missing": FailingCall(
        error=kms.ResponseParseError, respond=responding(b'{"KeyId":"' + MARK + b'"}')
    ),
    "a sensitive member far down": FailingCall(
        error=kms.ResponseParseError,
        respond=responding(
            b'{"CustomKeyStores":[{"XksProxyConfiguration":{"AccessKeyId":["' + MARK + b'"]}}]}'
        ),
        operation=kms.DescribeCustomKeyStores,
    ),
}


@each_client
@pytest.mark.parametrize("call", list(CALLS.values()), ids=list(CALLS))
async def test_error_of_a_response(
    call: FailingCall, fail: Fail, caplog: pytest.LogCaptureFixture
) -> None:
    """Request, response and credentials are neither in the error nor in the log."""
    caplog.set_level(logging.DEBUG)

    result = await fail(call)

    assert never_raised(result.error)
    assert [] == leaks_of(result, headers=call.headers)
    assert [] == leaks_in_log(caplog.records)
    (signature,) = call.signatures[-1:]
    assert signature not in caplog.text + repr(result) + pickle.dumps(result).decode("latin-1")


def test_every_error_of_a_response_has_a_call() -> None:
    """Every error class that a response can become has a failing call here."""
    elsewhere = {
        "ServiceError", "CommonServiceError", "TransportError", "CallTimeoutError", "SmawsError",
        "DeadlineExceededError", "CredentialsError", "ConfigurationError", "RequestValidationError",
    }  # fmt: skip
    classes = {
        name
        for name in dir(kms)
        if isinstance(cls := getattr(kms, name), type) and issubclass(cls, kms.SmawsError)
    }

    assert classes - elsewhere == {call.error.__name__ for call in CALLS.values()}
