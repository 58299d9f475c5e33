"""Operations as values: the facts of each, and the way to call it."""

from typing import TypeVar, final

from attrs import frozen

from smaws_kms._runtime.clients import AsyncClient, SyncClient
from smaws_kms._runtime.fork_guard import import_whole
from smaws_kms._runtime.lazy import publish
from smaws_kms._runtime.model import OperationModel, Pagination
from smaws_kms._runtime.results import Result

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


@frozen(kw_only=True, eq=False, repr=False)
class Operation(OperationModel[Req, Res, Exc]):
    """One operation of a service, typed by its request, its response and its errors."""

    def __reduce__(self) -> tuple[object, ...]:
        # Every operation stands in its package under its own name, beside its request class.
        return _operation, (self.input.__module__, self.name)

    async def request(self, client: AsyncClient, request: Req) -> Result[Res, Exc]:
        """Send a request and return `Ok` with the response, or `Err` with the error.

        Args:
            client: An open async client.
            request: An instance of `input`.

        Raises:
            TypeError: the request is not an instance of `input`.
            RuntimeError: the client is closed.
        """
        self._check(request)
        return await client.perform(self, request)

    def request_sync(self, client: SyncClient, request: Req) -> Result[Res, Exc]:
        """Do what `request` does, through a blocking client."""
        self._check(request)
        return client.perform(self, request)

    def _check(self, request: object) -> None:
        if not isinstance(request, self.input):
            expected, came = self.input.__name__, type(request).__name__
            raise TypeError(f"{self.name} takes a request of type {expected}, not {came}")


@final
@frozen(kw_only=True, eq=False, repr=False)
class PaginatedOperation(Operation[Req, Res, Exc]):
    """An operation whose answers come in pages."""

    pagination: Pagination
    """How to go from one page to the next."""


def _operation(module: str, name: str) -> object:
    found: object = getattr(import_whole(module), name)
    return found


publish(globals(), "smaws_kms", ("Operation", "PaginatedOperation"))
