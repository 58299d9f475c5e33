"""What the model says of an operation, as facts: how it is called stands in `operations`."""

from collections.abc import Mapping
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
    """The operation creates something, so that sending it twice may create two."""

    idempotency_member: str | None = None
    """The request member that makes a repeat harmless when it is set; `None`: nothing does."""


@final
@frozen(kw_only=True)
class Pagination:
    """Where an operation's paging stands, by Python names."""

    input_token: str
    """The request member that asks for the next page."""
    output_token: tuple[str, ...]
    """Path in the response to the next page's token."""
    items: tuple[str, ...] | None
    """Path in the response to the page's items, where it has any."""


@frozen(kw_only=True, eq=False, repr=False)
class OperationModel(Generic[Req, Res, Exc]):
    """The facts about one operation of a service; its types are those of `Operation`."""

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
    already_done_errors: tuple[type[ServiceError], ...] = ()
    """Those of its errors that a repeat ends in when an earlier attempt has done the work."""
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

    @cached_property
    def errors_by_code(self) -> Mapping[str, type[ServiceError]]:
        """The errors that the model lists, by their name on the wire."""
        return {error.wire_name or error.__name__: error for error in self.errors}


publish(globals())
