"""Helpful errors for a result that is used as if it were the response, as users of boto3 do.

Type checkers must not see these methods, or they would accept what the methods refuse.
"""

from typing import TYPE_CHECKING, Any, Final

import attrs

from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.metadata import Metadata
from smaws_kms._runtime.support.near_names import nearest_name

_UNWRAP: Final = "it is the result of a call, and unwrap() returns the response"
_METADATA: Final = frozenset(field.name for field in attrs.fields(Metadata))


class ResultMisuse:
    """Base of `Ok` and `Err`: attributes, items and iteration that only the response has."""

    __slots__ = ()

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if not name.startswith("_"):
                text = f"{text}: {_advise(self, name)}"
            # `obj` would keep the response alive, and Python would add a suggestion of its own.
            raise AttributeError(text, name=name, obj=None)

        def __getitem__(self, key: object) -> object:
            name = key if isinstance(key, str) else ""
            raise TypeError(f"{type(self).__name__!r} object has no items: {_advise(self, name)}")

        def __iter__(self) -> object:
            raise _not_iterable(self)

        def __aiter__(self) -> object:
            raise _not_iterable(self)

        def __contains__(self, _: object) -> bool:
            raise _not_iterable(self)

        def __len__(self) -> int:
            raise TypeError(f"{type(self).__name__!r} object has no length: {_advise(self, '')}")


def _advise(result: Any, name: str) -> str:
    if name in _METADATA or name == "ResponseMetadata":
        return f"write result.metadata{f'.{name}' if name in _METADATA else ''}"
    if type(result).__name__ == "Err":
        return _advise_on_error(object.__getattribute__(result, "_error"), name)
    if name == "error":
        return "the call succeeded; `err` is the error, or None"
    if result.value is None:
        return "the operation returns nothing, so unwrap() returns None"
    member = nearest_name(name, _members(result.value)) if name else None
    if member is None:
        return _UNWRAP
    return f"it is the result of a call; write result.unwrap().{member}, or match result.outcome"


def _advise_on_error(error: object, name: str) -> str:
    failed = (
        f"the call failed with {error.code if isinstance(error, ServiceError) else _kind(error)}"
    )
    if name and not name.startswith("_") and hasattr(error, name):
        return f"{failed}; write result.error.{name}"
    return f"{failed}; unwrap() raises that error"


def _kind(error: object) -> str:
    return type(error).__name__


def _not_iterable(result: object) -> TypeError:
    advice = _advise(result, "")
    value = getattr(result, "ok", None) if type(result).__name__ == "Ok" else None
    lists = [name for name in _members(value) if isinstance(getattr(value, name, None), tuple)]
    if lists:
        advice = (
            f"it is the result of a call; write result.unwrap().{lists[0]} for one page, "
            "or call the items(...) of the operation instead for all pages"
        )
    return TypeError(f"{type(result).__name__!r} object is not iterable: {advice}")


def _members(value: object) -> list[str]:
    """Return the members of a response by Python name."""
    cls: Any = value.__class__
    return [field.name for field in attrs.fields(cls)] if attrs.has(cls) else []
