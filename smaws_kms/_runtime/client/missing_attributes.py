"""Texts for attributes that a client does not have: other spellings, and what boto3's clients have."""

from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.client.methods import PaginatedMethod
from smaws_kms._runtime.support.near_names import nearest_name

_PAGES: Final = "paginated operations have pages and items, for example {paginated}.items(...)"
_WAITER: Final = "there are no waiters: call the operation again until the response is as expected"
_CHECK: Final = "check() returns region, endpoint and the source of the credentials"
_METHODS: Final = "operations are methods of the client"
_OPTIONS: Final = "settings are arguments of the constructor and of with_options"

_IDIOMS: Final[Mapping[str, str]] = {
    "get_paginator": _PAGES,
    "can_paginate": _PAGES,
    "paginate": _PAGES,
    "get_waiter": _WAITER,
    "waiter_names": _WAITER,
    "exceptions": "error classes are names of the package {package}, and a call returns them in Err",
    "meta": _CHECK,
    "region": _CHECK,
    "region_name": _CHECK,
    "endpoint_url": _CHECK,
    "credentials": _CHECK,
    "config": _OPTIONS,
    "generate_presigned_url": "there are no presigned URLs",
    "invoke": _METHODS,
    "send": _METHODS,
    "close": "an async client has aclose(), or use `async with`",
    "aclose": "a blocking client has close(), or use `with`",
}
"""Advice by attribute."""


def missing_attribute(cls: type, package: str, name: str) -> AttributeError:
    """Return the error for an attribute that the clients of a class do not have.

    Args:
        cls: Class of the client.
        package: The package that exports it.
        name: The attribute.
    """
    text = f"{cls.__name__!r} object has no attribute {name!r}"
    if name.startswith("_"):
        return AttributeError(text, name=name)
    operations = [found for found in dir(cls) if not found.startswith("_")]
    near = None if name in _IDIOMS else nearest_name(name, operations)
    if near is not None:
        text = f"{text}: did you mean {near}?"
    elif name in _IDIOMS:
        advice = _IDIOMS[name].format(package=package, paginated=_first_paginated(cls))
        text = f"{text}: {advice}"
    # `obj` would keep the client alive, and Python would add a suggestion of its own.
    return AttributeError(text, name=name, obj=None)


def _first_paginated(cls: type) -> str:
    classes = (vars(each).items() for each in cls.__mro__)
    found = (name for each in classes for name, it in each if isinstance(it, PaginatedMethod))
    return f"client.{next(found, 'operation')}"
