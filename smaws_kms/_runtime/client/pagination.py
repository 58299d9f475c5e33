"""Iterators over the pages and items of paginated operations."""

import inspect
import sys
from collections.abc import AsyncIterator, Iterator
from pickle import UnpicklingError
from typing import Any, ClassVar, Generic, TypeVar, cast

import attrs

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.methods import PaginatedMethod
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination_misuse import (
    AsyncIteratorMisuse,
    PaginatedMethodMisuse,
)
from smaws_kms._runtime.config.user_agent import PAGINATOR, using
from smaws_kms._runtime.errors import ResponseParseError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Err, Result

Res = TypeVar("Res")
Exc = TypeVar("Exc")
Item = TypeVar("Item")


class _Cursor(Generic[Res, Exc]):
    """Holds the next request, and the tokens seen so far to detect cycles."""

    def __init__(self, operation: PaginatedOperation[Any, Res, Exc], request: object) -> None:
        self.operation = operation
        self.request: Any = request
        self.done = False
        self._pagination = operation.pagination
        self._seen: set[object] = set()
        self._record(getattr(request, self._pagination.input_token))

    def take(self, result: Result[Res, Exc]) -> Iterator[Result[Res, Exc]]:
        """Yield the page, then an error if its token was seen before."""
        yield result
        if isinstance(result, Err):
            self.done = True
            return
        token = _at(result.value, self._pagination.output_token)
        if not token:
            self.done = True
        elif self._record(token):
            self.request = attrs.evolve(self.request, **{self._pagination.input_token: token})
        else:
            self.done = True
            name = ".".join(self._pagination.output_token)
            problem = ResponseParseError(
                f"the service repeated a page token ({name})",
                operation=self.operation.name,
                request_id=result.metadata.request_id,
            )
            problem.attempts = len(result.metadata.attempts)
            problem.elapsed = result.metadata.elapsed
            yield cast("Result[Res, Exc]", Err(problem, result.metadata))

    def _record(self, token: object) -> bool:
        """Record a token as seen, and return whether it is new."""
        key = token if isinstance(token, str) else repr(token)
        if token and key in self._seen:
            return False
        self._seen.add(key)
        return True


def _items(page: object, pagination: Pagination) -> Iterator[Any]:
    found: Any = _at(page, pagination.items) if pagination.items else ()
    entries: Any = found.items() if hasattr(found, "items") else found or ()
    return iter(entries)


def _at(value: object, path: tuple[str, ...]) -> Any:
    for name in path:
        # Only attrs classes: a forged pickle that names this function must not reach into modules.
        value = getattr(value, name, None) if attrs.has(type(value)) else None
    return value


class _Bound(PaginatedMethodMisuse):
    """Paginated method bound to a client; it pickles by client and name, like a bound method."""

    client: Any
    method_name: ClassVar[str]

    def __repr__(self) -> str:
        owner = "" if self.client is None else f" of {self.client!r}"
        return f"<paginated method {self.method_name}{owner}>"

    def __reduce__(self) -> tuple[object, ...]:
        return _paginated_method, (self.client, self.method_name)


def _paginated_method(client: object, name: str) -> object:
    # Pickles may be forged: return only paginated methods of clients.
    classes = type(client).__mro__ if isinstance(client, AsyncClient | SyncClient) else ()
    if not any(isinstance(vars(cls).get(name), PaginatedMethod) for cls in classes):
        raise UnpicklingError("not a client and the name of a paginated method")
    found: object = getattr(client, name)
    return found


class AsyncPages(_Bound, Generic[Res, Exc, Item]):
    """Base of generated paginated methods of async clients."""

    def __init__(self, client: AsyncClient) -> None:
        self.client: AsyncClient = client
        if sys.version_info >= (3, 12):
            inspect.markcoroutinefunction(self)

    @property
    def _is_coroutine(self) -> object:
        """Marker by which asyncio and `unittest.mock` recognize coroutine functions before 3.12.

        A caller that reads it has imported asyncio; importing it here would slow blocking clients.
        """
        return getattr(sys.modules.get("asyncio.coroutines"), "_is_coroutine", None)

    def walk_pages(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> AsyncIterator[Result[Res, Exc]]:
        """Yield one result per page, and stop after the first `Err`."""
        return _AsyncPages(self.client, operation, request)

    def walk_items(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> AsyncIterator[Item]:
        """Yield the items of all pages; raise the error of a page that failed."""
        return _AsyncItems(_AsyncPages(self.client, operation, request), operation.pagination)


# Not async generators: trio warns if one is not exhausted, but callers may stop after any page.
class _AsyncPages(AsyncIteratorMisuse, AsyncIterator[Result[Res, Exc]]):
    def __init__(
        self, client: AsyncClient, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> None:
        self._client = client
        self._cursor = _Cursor(operation, request)
        self._pending: Iterator[Result[Res, Exc]] = iter(())

    async def __anext__(self) -> Result[Res, Exc]:
        for result in self._pending:
            return result
        if self._cursor.done:
            raise StopAsyncIteration
        with using(PAGINATOR):
            page = await self._cursor.operation.request(self._client, self._cursor.request)
        self._pending = self._cursor.take(page)
        return next(self._pending)


class _AsyncItems(AsyncIteratorMisuse, AsyncIterator[Item]):
    def __init__(self, pages: AsyncIterator[Result[Any, Any]], pagination: Pagination) -> None:
        self._pages = pages
        self._pagination = pagination
        self._page: Iterator[Item] = iter(())

    async def __anext__(self) -> Item:
        while True:
            for item in self._page:
                return item
            result = await anext(self._pages)
            self._page = _items(result.unwrap(), self._pagination)


class SyncPages(_Bound, Generic[Res, Exc, Item]):
    """Base of generated paginated methods of blocking clients."""

    def __init__(self, client: SyncClient) -> None:
        self.client: SyncClient = client

    def walk_pages(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> Iterator[Result[Res, Exc]]:
        """Yield one result per page, and stop after the first `Err`."""
        cursor = _Cursor(operation, request)
        while not cursor.done:
            with using(PAGINATOR):
                page = operation.request_sync(self.client, cursor.request)
            yield from cursor.take(page)

    def walk_items(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> Iterator[Item]:
        """Yield the items of all pages; raise the error of a page that failed."""
        for result in self.walk_pages(operation, request):
            yield from _items(result.unwrap(), operation.pagination)
