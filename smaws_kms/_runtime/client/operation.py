"""Operations as values, with functions to call them."""

import sys
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar, cast, final

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.model.operation import Creation, OperationModel, Pagination
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.support.call_arguments import mark_coroutine_function
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.support.type_names import mismatch

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


class Operation(OperationModel[Req, Res, Exc]):
    """One operation of a service, typed by its request, its response and its errors."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        # A package exports each operation under its name, next to the request class.
        return _operation, (self.input, self.name)

    @mark_coroutine_function
    def request(
        self, client: AsyncClient, request: Req
    ) -> Coroutine[object, None, Result[Res, Exc]]:
        """Send a request and return `Ok` with the response, or `Err` with the error.

        Args:
            client: An open async client.
            request: An instance of `input`.

        Raises:
            TypeError: The request is not an instance of `input`, or the client is of the other kind.
            RuntimeError: The client is closed.
        """
        given: object = client  # type checkers know that it is none of the other kind
        if isinstance(given, SyncClient):
            raise self._other_kind(given, "request_sync")
        if not isinstance(request, self.input):
            problem = self._problem_of(request)
            del request  # error trackers show locals, and it may be the plaintext itself
            raise TypeError(problem)
        # The client's own coroutine: one of ours around it would cost every call 0.5 us.
        return client.perform(self, request)

    def request_sync(self, client: SyncClient, request: Req) -> Result[Res, Exc]:
        """Send a request with a blocking client; otherwise like `request`.

        Args:
            client: An open blocking client.
            request: An instance of `input`.

        Raises:
            TypeError: The request is not an instance of `input`, or the client is of the other kind.
            RuntimeError: The client is closed.
        """
        given: object = client  # type checkers know that it is none of the other kind
        if isinstance(given, AsyncClient):
            raise self._other_kind(given, "request")
        if not isinstance(request, self.input):
            problem = self._problem_of(request)
            del request
            raise TypeError(problem)
        return client.perform(self, request)

    def _other_kind(self, given: object, other: str) -> TypeError:
        # A client of the other kind would send the request, and its result would be lost.
        kind = type(given).__name__
        return TypeError(f"got the other kind of client, {kind}: call {self.name}.{other}")

    def _problem_of(self, request: object) -> str:
        from smaws_kms._runtime.serde.type_advice import advise  # noqa: PLC0415  # as in `type_checks`

        kinds = (self.input,)
        return f"the request of {self.name}{mismatch(kinds, request)}{advise(kinds, request)}"


@final
class PaginatedOperation(Operation[Req, Res, Exc]):
    """A paginated operation."""

    __slots__ = ("pagination",)

    pagination: Pagination
    """Members that lead from one page to the next."""

    def __init__(
        self,
        *,
        name: str,
        service: Service,
        input: type[Req],  # noqa: A002  # the public name
        output: type[Res] | None,
        errors: tuple[type[ServiceError], ...],
        pagination: Pagination,
        from_json: Callable[[object], Res] | None = None,
        to_json: Callable[[Req], str] | None = None,
        creates: Creation | None = None,
        already_done_errors: tuple[type[ServiceError], ...] = (),
        idempotency_token: str | None = None,
        host_prefix: str | None = None,
        endpoint_member: str | None = None,
        encodings: tuple[str, ...] = (),
    ) -> None:
        super().__init__(
            name=name,
            service=service,
            input=input,
            output=output,
            errors=errors,
            from_json=from_json,
            to_json=to_json,
            creates=creates,
            already_done_errors=already_done_errors,
            idempotency_token=idempotency_token,
            host_prefix=host_prefix,
            endpoint_member=endpoint_member,
            encodings=encodings,
        )
        self._set(pagination=pagination)


def _operation(request: type, name: str) -> object:
    # Pickles may be forged: import nothing, and return only operations.
    home = sys.modules.get(getattr(request, "__module__", ""))
    found: object = getattr(home, name, None)
    operation = cast("Operation[Any, Any, Any]", found)
    if not isinstance(found, Operation) or operation.input is not request:
        from pickle import UnpicklingError  # noqa: PLC0415  # only pickles need it

        raise UnpicklingError("not an operation and the class of its requests")
    return operation


publish(globals(), names=("Operation", "PaginatedOperation"))
