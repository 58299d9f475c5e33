"""Wrappers that replace parts of httpx."""

import functools
from collections.abc import Callable
from typing import Any


class Proxy:
    """A transparent proxy object, as wrapt makes them."""

    def __init__(self, wrapped: Callable[..., Any]) -> None:
        self._wrapped = wrapped

    def __getattribute__(self, name: str) -> Any:
        wrapped = object.__getattribute__(self, "_wrapped")
        return wrapped.__class__ if name == "__class__" else object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._wrapped == other)

    def __hash__(self) -> int:
        return hash(self._wrapped)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wrapped, name)

    def __call__(self, *arguments: Any) -> Any:
        """Call what it wraps."""
        return self._wrapped(*arguments)

    @classmethod
    def anything(cls) -> None:
        """Replace a method."""


def wrapper(replaced: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that calls the replaced one."""

    @functools.wraps(replaced)
    def wrapper(*arguments: Any) -> Any:
        return replaced(*arguments)

    return wrapper
