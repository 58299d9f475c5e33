"""Facts about an operation; `client.operation` adds the functions that call it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Generic, TypeVar, final

from attrs import frozen

from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.support.lazy_imports import publish

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


@final
@frozen(kw_only=True)
class Creation:
    """Marks an operation that creates something, so that a retry may create a second one."""

    idempotency_member: str | None = None
    """Request member that makes retries safe if it is set; `None` if there is none."""


@final
@frozen(kw_only=True)
class Pagination:
    """Members that a paginated operation uses for paging, by Python name."""

    input_token: str
    """Request member that selects the next page."""
    output_token: tuple[str, ...]
    """Path in the response to the token of the next page."""
    items: tuple[str, ...] | None
    """Path in the response to the items of the page, or `None`."""


@frozen(kw_only=True, eq=False, repr=False)
class OperationModel(Generic[Req, Res, Exc]):
    """Facts about one operation, typed by its request, its response and its errors."""

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
    from_json: Callable[[object], Res] | None = None
    """Generated decoder of parsed JSON, which raises an exception for what it leaves to cattrs."""
    to_json: Callable[[Req], str] | None = None
    """Writes a usual request as JSON text; raises an exception for any other request."""
    creates: Creation | None = None
    """Set if a retry may create a second thing."""
    already_done_errors: tuple[type[ServiceError], ...] = ()
    """Errors of a retry that mean that an earlier attempt may have succeeded."""
    idempotency_token: str | None = None
    """Request member that identifies retries; the client fills it in if it is `None`."""
    host_prefix: str | None = None
    """Prefix of the host name, with request members in braces."""
    endpoint_member: str | None = None
    """Request member with the URL to send the request to."""
    encodings: tuple[str, ...] = ()
    """Content encodings that the service accepts for requests."""

    def __repr__(self) -> str:
        return f"<{self.service.sdk_id} operation {self.name}>"

    @cached_property
    def errors_by_code(self) -> Mapping[str, type[ServiceError]]:
        """Error classes that the model lists, by error code."""
        return {error.wire_name or error.__name__: error for error in self.errors}


publish(globals())
