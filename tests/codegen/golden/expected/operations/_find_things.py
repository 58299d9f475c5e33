# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""FindThings: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.fields import member, members
from smaws_kms._runtime.serde.json_text import int_enum_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish
from tests.codegen.golden.expected.enums import Level
from tests.codegen.golden.expected.errors import BusyException
from tests.codegen.golden.expected.service import SERVICE
from tests.codegen.golden.expected.structures import ThingPage, thing_page_from_json


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class FindThingsRequest(BaseShape):
    """Input of `FindThings`."""

    level: Level | int = field(metadata=member("Level"))
    """`Level`, of type `Level`."""


@constructor(FindThingsRequest)
def _new_find_things_request(self: UnfrozenShape, level: object = None) -> None:
    self.level = exactly(Level, level)


def _find_things_request_to_json(it: FindThingsRequest) -> str:
    """Write a usual `FindThingsRequest` as JSON text."""
    if type(it) is not FindThingsRequest:
        raise Unusual
    json = '{"Level":' + int_enum_json(Level, it.level)
    return json + "}"


FindThingsError: TypeAlias = BusyException | CommonError
"""Errors that `FindThings` can return."""

FindThings: Final[Operation[FindThingsRequest, ThingPage, FindThingsError]] = Operation(
    name="FindThings",
    service=SERVICE,
    input=FindThingsRequest,
    output=ThingPage,
    errors=(BusyException,),
    to_json=_find_things_request_to_json,
    from_json=thing_page_from_json,
)
"""Calls `FindThings`."""


async def find_things(
    self: AsyncClient, *, level: Level | int
) -> Result[ThingPage, FindThingsError]:
    """Calls `FindThings`.

    Args:
        level: `Level`, of type `Level`.

    Returns:
        `Ok` with the `ThingPage`, or `Err` with `BusyException` or one of `CommonError`.
    """
    return await FindThings.request(self, _new_find_things_request(level))


def find_things_sync(self: SyncClient, *, level: Level | int) -> Result[ThingPage, FindThingsError]:
    """Calls `FindThings`.

    Args:
        level: `Level`, of type `Level`.

    Returns:
        `Ok` with the `ThingPage`, or `Err` with `BusyException` or one of `CommonError`.
    """
    return FindThings.request_sync(self, _new_find_things_request(level))


publish(globals(), "tests.codegen.golden.expected")
