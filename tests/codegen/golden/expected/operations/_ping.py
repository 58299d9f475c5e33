# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Ping: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import frozen

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.fields import members
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish
from tests.codegen.golden.expected.errors import BusyException
from tests.codegen.golden.expected.service import SERVICE


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class PingRequest(BaseShape):
    """Input of `Ping`, which takes none."""


def _ping_request_to_json(it: PingRequest) -> str:
    """Write a usual `PingRequest` as JSON text."""
    if type(it) is not PingRequest:
        raise Unusual
    return "{}"


PingError: TypeAlias = BusyException | CommonError
"""Errors that `Ping` can return."""

Ping: Final[Operation[PingRequest, None, PingError]] = Operation(
    name="Ping",
    service=SERVICE,
    input=PingRequest,
    output=None,
    errors=(BusyException,),
    to_json=_ping_request_to_json,
)
"""Calls `Ping`."""


async def ping(self: AsyncClient) -> Result[None, PingError]:
    """Calls `Ping`.

    Returns:
        `Ok(None)`, or `Err` with `BusyException` or one of `CommonError`.
    """
    return await Ping.request(self, PingRequest())


def ping_sync(self: SyncClient) -> Result[None, PingError]:
    """Calls `Ping`.

    Returns:
        `Ok(None)`, or `Err` with `BusyException` or one of `CommonError`.
    """
    return Ping.request_sync(self, PingRequest())


publish(globals(), "tests.codegen.golden.expected")
