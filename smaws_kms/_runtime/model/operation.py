"""Facts about an operation; `client.operation` adds the functions that call it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar, final

from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.lazy_imports import publish

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


@final
class Creation(Frozen):
    """Marks an operation that creates something, so that a retry may create a second one."""

    __slots__ = ("idempotency_member",)

    idempotency_member: str | None
    """Request member that makes retries safe if it is set; `None` if there is none."""

    def __init__(self, *, idempotency_member: str | None = None) -> None:
        self._set(idempotency_member=idempotency_member)


@final
class Pagination(Frozen):
    """Members that a paginated operation uses for paging, by Python name."""

    __slots__ = ("input_token", "output_token", "items")  # noqa: RUF023  # the order of `repr`

    input_token: str
    """Request member that selects the next page."""
    output_token: tuple[str, ...]
    """Path in the response to the token of the next page."""
    items: tuple[str, ...] | None
    """Path in the response to the items of the page, or `None`."""

    def __init__(
        self, *, input_token: str, output_token: tuple[str, ...], items: tuple[str, ...] | None
    ) -> None:
        self._set(input_token=input_token, output_token=output_token, items=items)


class OperationModel(Frozen, Generic[Req, Res, Exc]):
    """Facts about one operation, typed by its request, its response and its errors."""

    __slots__ = (
        "_errors_by_code",
        "already_done_errors",
        "creates",
        "encodings",
        "endpoint_member",
        "errors",
        "from_json",
        "host_prefix",
        "idempotency_token",
        "input",
        "name",
        "output",
        "service",
        "to_json",
    )

    name: str
    """Name in the model, for example `Encrypt`."""
    service: Service
    """Service that the operation belongs to."""
    input: type[Req]
    """Class of the requests."""
    output: type[Res] | None
    """Class of the responses; `None` if the operation returns nothing."""
    errors: tuple[type[ServiceError], ...]
    """Error classes that the model lists for the operation."""
    from_json: Callable[[object], Res] | None
    """Generated decoder of parsed JSON, which raises an exception for what it leaves to cattrs."""
    to_json: Callable[[Req], str] | None
    """Writes a usual request as JSON text; raises an exception for any other request."""
    creates: Creation | None
    """Set if a retry may create a second thing."""
    already_done_errors: tuple[type[ServiceError], ...]
    """Errors of a retry that mean that an earlier attempt may have succeeded."""
    idempotency_token: str | None
    """Request member that identifies retries; the client fills it in if it is `None`."""
    host_prefix: str | None
    """Prefix of the host name, with request members in braces."""
    endpoint_member: str | None
    """Request member with the URL to send the request to."""
    encodings: tuple[str, ...]
    """Content encodings that the service accepts for requests."""
    _errors_by_code: Mapping[str, type[ServiceError]] | None

    def __init__(
        self,
        *,
        name: str,
        service: Service,
        input: type[Req],  # noqa: A002  # the public name
        output: type[Res] | None,
        errors: tuple[type[ServiceError], ...],
        from_json: Callable[[object], Res] | None = None,
        to_json: Callable[[Req], str] | None = None,
        creates: Creation | None = None,
        already_done_errors: tuple[type[ServiceError], ...] = (),
        idempotency_token: str | None = None,
        host_prefix: str | None = None,
        endpoint_member: str | None = None,
        encodings: tuple[str, ...] = (),
    ) -> None:
        self._set(
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
            _errors_by_code=None,
        )

    # Operations are compared by identity, in C: each call looks one up. Type checkers need signatures.
    if TYPE_CHECKING:

        def __eq__(self, other: object) -> bool: ...
        def __hash__(self) -> int: ...

    else:
        __eq__ = object.__eq__
        __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"<{self.service.sdk_id} operation {self.name}>"

    @property
    def errors_by_code(self) -> Mapping[str, type[ServiceError]]:
        """Error classes that the model lists, by error code."""
        found = self._errors_by_code
        if found is None:
            found = {error.wire_name or error.__name__: error for error in self.errors}
            self._set(_errors_by_code=found)
        return found


publish(globals())
