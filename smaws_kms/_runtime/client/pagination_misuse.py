"""Helpful errors for paginated methods and their iterators that are used in another way.

Type checkers must not see these methods, or they would accept what the methods refuse.
"""

from typing import TYPE_CHECKING


class PaginatedMethodMisuse:
    """Base of paginated methods: a forgotten call, and names that they lack."""

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if not name.startswith("_"):
                text = f"{text}: {_advise(self)}"
            raise AttributeError(text, name=name, obj=None)

        def __iter__(self) -> object:
            raise TypeError(f"{self.method_name} is a paginated operation: {_advise(self)}")

        def __aiter__(self) -> object:
            raise TypeError(f"{self.method_name} is a paginated operation: {_advise(self)}")


class AsyncIteratorMisuse:
    """Base of async iterators: a plain `for`."""

    if not TYPE_CHECKING:  # pragma: no branch

        def __iter__(self) -> object:
            raise TypeError("the iterator of an async client needs `async for`, not `for`")


def _advise(method: object) -> str:
    name = getattr(method, "method_name", "operation")
    return (
        f"call {name}.items(...) for all items, {name}.pages(...) for all pages, "
        f"or {name}(...) for one page"
    )
