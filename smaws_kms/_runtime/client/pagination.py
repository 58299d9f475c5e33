"""Answers that come in pages, as iterators of pages and of items."""

import inspect
import sys
from collections.abc import AsyncIterator, Iterator
from pickle import UnpicklingError
from typing import Any, ClassVar, Generic, TypeVar, cast

import attrs

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.methods import PaginatedMethod
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.config.user_agent import PAGINATOR, using
from smaws_kms._runtime.errors import ResponseParseError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Err, Result

Res = TypeVar("Res")
Exc = TypeVar("Exc")
Item = TypeVar("Item")


class _Walk(Generic[Res, Exc]):
    """The state between two pages: the next request, and the tokens that were followed."""

    def __init__(self, operation: PaginatedOperation[Any, Res, Exc], request: object) -> None:
        self.operation = operation
        self.request: Any = request
        self.done = False
        self._pagination = operation.pagination
        self._seen: set[object] = set()
        self._follow(getattr(request, self._pagination.input_token))

    def take(self, result: Result[Res, Exc]) -> Iterator[Result[Res, Exc]]:
        """Yield the page, and an error when its token would lead in a circle."""
        yield result
        if isinstance(result, Err):
            self.done = True
            return
        token = _at(result.value, self._pagination.output_token)
        if not token:
            self.done = True
        elif self._follow(token):
            self.request = attrs.evolve(self.request, **{self._pagination.input_token: token})
        else:
            self.done = True
            name = ".".join(self._pagination.output_token)
            problem = ResponseParseError(
                f"the service repeated a page token ({name})",
                operation=self.operation.name,
                request_id=result.metadata.request_id,
            )
            yield cast("Result[Res, Exc]", Err(problem, result.metadata))

    def _follow(self, token: object) -> bool:
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
        # Of shapes only: a pickle that names this function must not reach into modules.
        value = getattr(value, name, None) if attrs.has(type(value)) else None
    return value


class _Bound:
    """A paginated method of one client. Like a bound method, it pickles by its client and name."""

    client: Any
    method_name: ClassVar[str]

    def __repr__(self) -> str:
        owner = "" if self.client is None else f" of {self.client!r}"
        return f"<paginated method {self.method_name}{owner}>"

    def __reduce__(self) -> tuple[object, ...]:
        return _paginated_method, (self.client, self.method_name)


def _paginated_method(client: object, name: str) -> object:
    # A pickle may come from somewhere else: this returns paginated methods of clients only.
    classes = type(client).__mro__ if isinstance(client, AsyncClient | SyncClient) else ()
    if not any(isinstance(vars(cls).get(name), PaginatedMethod) for cls in classes):
        raise UnpicklingError("not a client and the name of a paginated method")
    found: object = getattr(client, name)
    return found


class AsyncPages(_Bound, Generic[Res, Exc, Item]):
    """Base of the generated paginated methods of async clients."""

    def __init__(self, client: AsyncClient) -> None:
        self.client: AsyncClient = client
        if sys.version_info >= (3, 12):
            inspect.markcoroutinefunction(self)

    @property
    def _is_coroutine(self) -> object:
        """What asyncio, and `unittest.mock` with it, knows functions by whose calls are coroutines.

        Whoever looks at it has loaded asyncio; a blocking client need not.
        """
        return getattr(sys.modules.get("asyncio.coroutines"), "_is_coroutine", None)

    def walk_pages(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> AsyncIterator[Result[Res, Exc]]:
        """Yield one result a page; the first `Err` is the last."""
        return _AsyncPages(self.client, operation, request)

    def walk_items(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> AsyncIterator[Item]:
        """Yield the items of all pages; raise the typed error of a page that failed."""
        return _AsyncItems(_AsyncPages(self.client, operation, request), operation.pagination)


# Not async generators: trio warns of those that are left in the middle, which is all right with pages.
class _AsyncPages(AsyncIterator[Result[Res, Exc]]):
    def __init__(
        self, client: AsyncClient, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> None:
        self._client = client
        self._walk = _Walk(operation, request)
        self._taken: Iterator[Result[Res, Exc]] = iter(())

    async def __anext__(self) -> Result[Res, Exc]:
        for result in self._taken:
            return result
        if self._walk.done:
            raise StopAsyncIteration
        with using(PAGINATOR):
            page = await self._walk.operation.request(self._client, self._walk.request)
        self._taken = self._walk.take(page)
        return next(self._taken)


class _AsyncItems(AsyncIterator[Item]):
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
    """Base of the generated paginated methods of blocking clients."""

    def __init__(self, client: SyncClient) -> None:
        self.client: SyncClient = client

    def walk_pages(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> Iterator[Result[Res, Exc]]:
        """Yield one result a page; the first `Err` is the last."""
        walk = _Walk(operation, request)
        while not walk.done:
            with using(PAGINATOR):
                page = operation.request_sync(self.client, walk.request)
            yield from walk.take(page)

    def walk_items(
        self, operation: PaginatedOperation[Any, Res, Exc], request: object
    ) -> Iterator[Item]:
        """Yield the items of all pages; raise the typed error of a page that failed."""
        for result in self.walk_pages(operation, request):
            yield from _items(result.unwrap(), operation.pagination)
