"""Removes a call's secrets from its response: headers, errors and members of errors."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeGuard, TypeVar, cast

import attrs
from attrs import evolve

from smaws_kms._runtime.errors import ResponseParseError, ServiceError, SmawsError
from smaws_kms._runtime.http.messages import SUCCESS, WireResponse
from smaws_kms._runtime.redaction.external_text import escape_text
from smaws_kms._runtime.redaction.secrets import REDACTED, Secrets
from smaws_kms._runtime.serde.fields import MEMBER, member_of
from smaws_kms._runtime.serde.unknown_values import UnknownMember, UnknownValue

Res = TypeVar("Res")

_LONGEST_HEADER: Final = 64 * 1024


def is_clean_success(response: object, sent: Iterable[str]) -> TypeGuard[WireResponse]:
    """Return whether a response is a success whose headers have no secrets and control characters.

    They are compared with the exact secret headers only: searching for parts and encoded forms would
    take longer than signing the request.

    Args:
        response: The response, or the error that there is none.
        sent: The secrets in the headers of the request.
    """
    if not isinstance(response, WireResponse) or response.status_code not in SUCCESS:
        return False
    text = response.head.plain_text
    if text is None:
        return _is_clean(" ".join(response.headers.values()), sent)
    for value in sent:  # `any` would take twice as long
        if " " in value:
            return _is_clean(" ".join(response.headers.values()), sent)
        if value in text:
            return False
    return True


def _is_clean(joined: str, sent: Iterable[str]) -> bool:
    return joined.isprintable() and not any(value in joined for value in sent)


def call_secrets(request: object, sent: Iterable[str], secret_key: str) -> Secrets:
    """Return the secrets of one attempt.

    Args:
        request: The operation's input, which may have sensitive members.
        sent: The secrets in the headers that were sent: session token, signature and the like.
        secret_key: The key that signed the request.
    """
    return Secrets([secret_key, *sent, *_sensitive(request, hidden=False)])


def clean_headers(response: Res, secrets: Secrets) -> Res | WireResponse:
    """Return the response with headers free of secrets and control characters."""
    if not isinstance(response, WireResponse):
        return response
    joined = " ".join(response.headers.values())
    if joined.isprintable() and secrets.redact(joined) == joined:
        return response
    cleaned = {
        name: escape_text(secrets.redact(value), _LONGEST_HEADER)
        for name, value in response.headers.items()
    }
    return WireResponse(response.status_code, cleaned, response.body)


def redact_error(error: SmawsError, secrets: Secrets) -> None:
    """Redact every text of an error, in place."""
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
            # Enum members are `str` too, and come from the model.
            return secrets.redact(value) if type(value) is str else value


def _redacted_shape(shape: Any, secrets: Secrets) -> object:
    names = [field.name for field in attrs.fields(shape.__class__)]
    return evolve(shape, **{name: _redacted(getattr(shape, name), secrets) for name in names})


def _sensitive(value: object, *, hidden: bool) -> Iterator[str | bytes]:
    """Yield the text and bytes of sensitive members, at any depth of the request."""
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
