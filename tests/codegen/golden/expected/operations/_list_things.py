# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""ListThings: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination import AsyncPages, SyncPages
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.fields import member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish
from tests.codegen.golden.expected.errors import BusyException
from tests.codegen.golden.expected.service import SERVICE
from tests.codegen.golden.expected.structures import Thing, ThingPage, thing_page_from_json


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListThingsRequest(BaseShape):
    """Input of `ListThings`."""

    marker: str | None = field(default=None, metadata=member("Marker"))
    """`Marker`, a string."""


@constructor(ListThingsRequest)
def _new_list_things_request(self: UnfrozenShape, marker: object = None) -> None:
    self.marker = None if marker is None else exactly(str, marker)


def _list_things_request_to_json(it: ListThingsRequest) -> str:
    """Write a usual `ListThingsRequest` as JSON text."""
    if type(it) is not ListThingsRequest:
        raise Unusual
    json = ""
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker)
    return "{" + json[1:] + "}"


ListThingsError: TypeAlias = BusyException | CommonError
"""Errors that `ListThings` can return."""

ListThings: Final[PaginatedOperation[ListThingsRequest, ThingPage, ListThingsError]] = (
    PaginatedOperation(
        name="ListThings",
        service=SERVICE,
        input=ListThingsRequest,
        output=ThingPage,
        errors=(BusyException,),
        to_json=_list_things_request_to_json,
        from_json=thing_page_from_json,
        pagination=Pagination(
            input_token="marker", output_token=("rest", "next"), items=("things",)
        ),
    )
)
"""Calls `ListThings`."""


async def list_things(
    self: AsyncClient, *, marker: str | None = None
) -> Result[ThingPage, ListThingsError]:
    """Calls `ListThings`.

    Args:
        marker: `Marker`, a string.

    Returns:
        `Ok` with the `ThingPage`, or `Err` with `BusyException` or one of `CommonError`.
    """
    return await ListThings.request(self, _new_list_things_request(marker))


def list_things_sync(
    self: SyncClient, *, marker: str | None = None
) -> Result[ThingPage, ListThingsError]:
    """Calls `ListThings`.

    Args:
        marker: `Marker`, a string.

    Returns:
        `Ok` with the `ThingPage`, or `Err` with `BusyException` or one of `CommonError`.
    """
    return ListThings.request_sync(self, _new_list_things_request(marker))


class ListThingsPages(AsyncPages[ThingPage, ListThingsError, Thing]):
    """`ListThings` on an async client: one call, all pages, or all items."""

    async def __call__(self, *, marker: str | None = None) -> Result[ThingPage, ListThingsError]:
        return await list_things(self.client, marker=marker)

    def pages(
        self, *, marker: str | None = None
    ) -> AsyncIterator[Result[ThingPage, ListThingsError]]:
        return self.walk_pages(ListThings, _new_list_things_request(marker))

    def items(self, *, marker: str | None = None) -> AsyncIterator[Thing]:
        return self.walk_items(ListThings, _new_list_things_request(marker))


class ListThingsPagesSync(SyncPages[ThingPage, ListThingsError, Thing]):
    """`ListThings` on a blocking client: one call, all pages, or all items."""

    def __call__(self, *, marker: str | None = None) -> Result[ThingPage, ListThingsError]:
        return list_things_sync(self.client, marker=marker)

    def pages(self, *, marker: str | None = None) -> Iterator[Result[ThingPage, ListThingsError]]:
        return self.walk_pages(ListThings, _new_list_things_request(marker))

    def items(self, *, marker: str | None = None) -> Iterator[Thing]:
        return self.walk_items(ListThings, _new_list_things_request(marker))


publish(globals(), "tests.codegen.golden.expected")
