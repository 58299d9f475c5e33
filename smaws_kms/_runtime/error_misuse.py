"""Helpful errors for attributes of botocore's exceptions, and for other spellings of ours.

Type checkers must not see this method, or they would accept any attribute.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.support.near_names import nearest_name

_IDIOMS: Final[Mapping[str, str]] = {
    "response": "write error.code, error.message or error.request_id",
    "operation_name": "write error.operation",
    "http_status_code": "write error.status_code",
    "http_status": "write error.status_code",
    "error_code": "write error.code",
    "error_message": "write error.message",
    "msg": "write error.message",
    "reason": "write error.message",
}
"""Advice by attribute."""


class ErrorMisuse:
    """Base of all errors: attributes that they lack."""

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if not name.startswith("_") and (advice := _advise(self, name)):
                text = f"{text}: {advice}"
            raise AttributeError(text, name=name, obj=None)


def _advise(error: object, name: str) -> str | None:
    known = [found for found in dir(error) if not found.startswith("_")]
    advice = _IDIOMS.get(name)
    if advice is not None:
        # Errors without a response of the service have no code.
        return advice if "code" in known or "code" not in advice else "write error.message"
    near = nearest_name(name, known)
    return None if near is None else f"did you mean {near}?"
