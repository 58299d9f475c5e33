"""Removes the secrets of a call from its response: headers, errors and members of errors."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar, cast

import attrs
from attrs import evolve

from smaws_kms._runtime.errors import ResponseParseError, ServiceError, SmawsError
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.redaction.external_text import escape_text
from smaws_kms._runtime.redaction.secret_headers import carries_secret
from smaws_kms._runtime.redaction.secrets import REDACTED, Secrets
from smaws_kms._runtime.serde.fields import MEMBER, UnknownValue, member_of
from smaws_kms._runtime.serde.unions import UnknownMember

Res = TypeVar("Res")

_SUCCESS: Final = range(200, 300)
_LONGEST_HEADER: Final = 64 * 1024
_SIGNATURE: Final = "Signature="


class CallSecrets:
    """Collects the secrets of a call when a response first needs them, which most do not.

    Args:
        request: The request. Its sensitive members are secrets.
        headers: The headers as sent, with session token and signature.
        secret_key: The key that signed the request.
    """

    __slots__ = ("_found", "_headers", "_request", "_secret_key")

    def __init__(self, request: object, headers: Mapping[str, str], secret_key: str) -> None:
        self._request = request
        self._headers = headers
        self._secret_key = secret_key
        self._found: Secrets | None = None

    def get(self) -> Secrets:
        """Return the search for the secrets."""
        if self._found is None:
            members = _sensitive(self._request, hidden=False)
            self._found = Secrets([self._secret_key, *_secret_values(self._headers), *members])
        return self._found

    def clean(self, response: Res) -> Res | WireResponse:
        """Return the response with secrets and control characters removed from its headers.

        In a successful response, only secrets in the form in which they were sent are searched for: a
        search for parts and other forms would cost more than the signature.
        """
        if not isinstance(response, WireResponse):
            return response
        joined = " ".join(response.headers.values())
        if joined.isprintable() and not self._repeated_in(joined, response.status_code):
            return response
        secrets = self.get()
        cleaned = {
            name: escape_text(secrets.redact(value), _LONGEST_HEADER)
            for name, value in response.headers.items()
        }
        return evolve(response, headers=cleaned)

    def _repeated_in(self, text: str, status_code: int) -> bool:
        if status_code in _SUCCESS:
            return any(value in text for value in _secret_values(self._headers) if value)
        return self.get().redact(text) != text


def redact_error(error: SmawsError, secrets: Secrets) -> None:
    """Remove secrets from every text of an error, in place."""
    error.message = escape_text(secrets.redact(error.message))
    if error.args:
        error.args = (error.message,)
    if isinstance(error, ServiceError):
        if secrets.redact(error.code) != error.code:
            error.code = f"HTTP{error.status_code}"
        for name in error.member_names:
            if name != "message":
                setattr(error, name, _redacted(getattr(error, name), secrets))
    if isinstance(error, ResponseParseError):
        error.path = secrets.redact(error.path)
    if isinstance(error, ServiceError | ResponseParseError) and error.request_id is not None:
        error.request_id = secrets.redact(error.request_id)


def _redacted(value: Any, secrets: Secrets) -> Any:
    """Return a member's value without secrets."""
    match value:
        case UnknownValue():
            return UnknownValue(secrets.redact(value))
        case bytes():
            text = value.decode("latin-1")
            return value if secrets.redact(text) == text else REDACTED.encode()
        case tuple():
            items = cast("tuple[object, ...]", value)
            return tuple([_redacted(item, secrets) for item in items])
        case Mapping():
            entries = cast("Mapping[str, object]", value)
            return {secrets.redact(key): _redacted(item, secrets) for key, item in entries.items()}
        case _ if attrs.has(value.__class__):
            return _redacted_shape(value, secrets)
        case _:
            # Not a member of an enum, which is a `str` too.
            return secrets.redact(value) if type(value) is str else value


def _redacted_shape(shape: Any, secrets: Secrets) -> object:
    names = [field.name for field in attrs.fields(shape.__class__)]
    return evolve(shape, **{name: _redacted(getattr(shape, name), secrets) for name in names})


def _secret_values(headers: Mapping[str, str]) -> Iterator[str]:
    for name, value in headers.items():
        if name == "Authorization":
            yield value.rpartition(_SIGNATURE)[2]
        elif carries_secret(name):
            yield value


def _sensitive(value: object, *, hidden: bool) -> Iterator[str | bytes]:
    """Yield text and bytes of sensitive members at any depth of the request."""
    if isinstance(value, str | bytes):
        if hidden:
            yield value
    elif isinstance(value, UnknownMember):
        yield from _sensitive(value.value, hidden=True)
    elif isinstance(value, Mapping):
        for item in cast("Mapping[str, object]", value).values():
            yield from _sensitive(item, hidden=hidden)
    elif isinstance(value, tuple | list):
        for item in cast("tuple[object, ...]", value):
            yield from _sensitive(item, hidden=hidden)
    elif attrs.has(cls := cast("type[Any]", type(value))):
        for field in attrs.fields(cls):
            secret = MEMBER in field.metadata and member_of(field).sensitive
            yield from _sensitive(getattr(value, field.name, None), hidden=hidden or secret)
