"""Operations as values: what the model says of each, and the way to call it."""

import importlib
from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar, final

from attrs import frozen

from smaws_kms._runtime.clients import AsyncClient, SyncClient
from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.lazy import publish
from smaws_kms._runtime.paging import Pagination
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.service import Service

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


@final
@frozen(kw_only=True)
class Creation:
    """The operation creates something, so that sending it twice may create two."""

    told_apart_by: str | None = None
    """The request member that makes a repeat harmless when it is set; `None`: nothing does."""


@frozen(kw_only=True, eq=False, repr=False)
class Operation(Generic[Req, Res, Exc]):
    """One operation of a service, typed by its request, its response and its errors."""

    name: str
    """The model's name, for example `Encrypt`."""
    service: Service
    """The service that it belongs to."""
    input: type[Req]
    """The class of its requests."""
    output: type[Res] | None
    """The class of its responses, or `None` when there is nothing to return."""
    errors: tuple[type[ServiceError], ...]
    """The errors that the model lists for it."""
    creates: Creation | None = None
    """Set when a repeat may create a second thing."""
    idempotency_token: str | None = None
    """The request member that tells a repeat from a new request; filled in when it is `None`."""
    host_prefix: str | None = None
    """What comes in front of the host, with request members in braces."""
    endpoint_member: str | None = None
    """The request member that holds the URL to send the request to."""
    encodings: tuple[str, ...] = ()
    """How the body of a request may be compressed."""

    def __repr__(self) -> str:
        return f"<{self.service.sdk_id} operation {self.name}>"

    def __reduce__(self) -> tuple[object, ...]:
        # Every operation stands in its package under its own name, beside its request class.
        return _operation, (self.input.__module__, self.name)

    @cached_property
    def errors_by_code(self) -> Mapping[str, type[ServiceError]]:
        """The errors that the model lists, by their name on the wire."""
        return {error.wire_name or error.__name__: error for error in self.errors}

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
    found: object = getattr(importlib.import_module(module), name)
    return found


publish(globals(), "smaws_kms", ("Operation", "PaginatedOperation"))
