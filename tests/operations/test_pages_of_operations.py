"""Every paginated operation: two pages, as results and as items, with both clients."""

from collections.abc import AsyncIterator, Callable
from typing import Any, Final, TypeAlias, TypeVar

import attrs
import pytest

import smaws_kms as kms
from tests.operations.facts import OPERATIONS, SHAPES, method_name, shape_id
from tests.operations.fake_kms import FakeKms, http_response
from tests.operations.values import filled, members_of, minimal
from tests.operations.wire_json import python_name, wire_json

T = TypeVar("T")
Paginated: TypeAlias = kms.PaginatedOperation[Any, Any, Any]
Iterate: TypeAlias = Callable[[FakeKms, Paginated, str, Any], AsyncIterator[Any]]

PAGINATED: Final = {
    name: operation
    for name, operation in OPERATIONS.items()
    if isinstance(operation, kms.PaginatedOperation)
}
ITEMS: Final = {
    "DescribeCustomKeyStores": "custom_key_stores",
    "ListAliases": "aliases",
    "ListGrants": "grants",
    "ListKeyPolicies": "policy_names",
    "ListKeyRotations": "rotations",
    "ListKeys": "keys",
    "ListResourceTags": "tags",
    "ListRetirableGrants": "grants",
}
TOKEN: Final = "AQIDBA=="

each_paginated: Final = pytest.mark.parametrize(
    "operation", list(PAGINATED.values()), ids=list(PAGINATED)
)


async def iterate_async(
    service: FakeKms, operation: Paginated, form: str, request: Any
) -> AsyncIterator[Any]:
    """Yield what `.pages()` or `.items()` of the async client yields."""
    async with service.async_client() as client:
        method = getattr(client, method_name(operation))
        async for found in getattr(method, form)(**members_of(request)):
            yield found


async def iterate_blocking(
    service: FakeKms, operation: Paginated, form: str, request: Any
) -> AsyncIterator[Any]:
    """Yield what `.pages()` or `.items()` of the blocking client yields."""
    with service.client() as client:
        method = getattr(client, method_name(operation))
        for found in getattr(method, form)(**members_of(request)):
            yield found


each_iteration: Final = pytest.mark.parametrize(
    "iterate", [iterate_async, iterate_blocking], ids=["async", "blocking"]
)


async def until_error(found: AsyncIterator[Any]) -> tuple[list[Any], kms.SmawsError | None]:
    """Return the items of an iterator, and the error that it raises at the end."""
    items: list[Any] = []
    try:
        async for item in found:
            items.append(item)  # noqa: PERF401  # a comprehension would lose the items before the error
    except kms.SmawsError as error:
        return items, error
    return items, None


def two_pages(operation: Paginated) -> tuple[Any, Any]:
    """Return the responses of two pages; the first has the marker of the second."""
    assert operation.output is not None
    first, last = (filled(operation.output, seed=seed) for seed in (1000, 2000))
    return (
        attrs.evolve(first, next_marker=TOKEN, truncated=True),
        attrs.evolve(last, next_marker=None, truncated=False),
    )


def test_paginated_operations() -> None:
    """The paginated operations are those of the model, if it is available, with the right list of items."""
    marked = {
        name
        for name in OPERATIONS
        if "smithy.api#paginated" in SHAPES.get(shape_id(name), {}).get("traits", {})
    }

    assert (marked or set(ITEMS)) == set(PAGINATED)
    items = {name: operation.pagination.items for name, operation in PAGINATED.items()}
    assert {name: (item,) for name, item in ITEMS.items()} == items


@each_iteration
@each_paginated
async def test_pages(operation: Paginated, iterate: Iterate) -> None:
    """`pages` yields one result per page, and requests the second page with the marker of the first."""
    first, last = two_pages(operation)
    request = filled(operation.input)
    service = FakeKms([http_response(wire_json(first)), http_response(wire_json(last))])

    found = [page async for page in iterate(service, operation, "pages", request)]

    sent = wire_json(request)
    assert [kms.Ok(first), kms.Ok(last)] == found
    assert [sent, {**sent, "Marker": TOKEN}] == service.bodies


@each_iteration
@each_paginated
async def test_items(operation: Paginated, iterate: Iterate) -> None:
    """`items` yields the items of both pages; the first request has no marker."""
    first, last = two_pages(operation)
    request = minimal(operation.input)
    service = FakeKms([http_response(wire_json(first)), http_response(wire_json(last))])

    found = [item async for item in iterate(service, operation, "items", request)]

    listed = ITEMS[operation.name]
    sent = wire_json(request)
    assert [*getattr(first, listed), *getattr(last, listed)] == found
    assert [sent, {**sent, "Marker": TOKEN}] == service.bodies


@each_iteration
@each_paginated
async def test_no_second_page(operation: Paginated, iterate: Iterate) -> None:
    """An empty page without a marker is the only one, and has no items."""
    assert operation.output is not None
    service = FakeKms([http_response({}), http_response({"Truncated": False, "NextMarker": ""})])
    request = minimal(operation.input)

    pages = [page async for page in iterate(service, operation, "pages", request)]
    items = [item async for item in iterate(service, operation, "items", request)]

    assert [kms.Ok(operation.output())] == pages
    assert [] == items
    assert 2 == len(service.requests)


@each_iteration
@each_paginated
async def test_second_page_fails(operation: Paginated, iterate: Iterate) -> None:
    """`pages` ends with the error; `items` raises it after the items of the first page."""
    first, _ = two_pages(operation)
    refusal = {"__type": "KMSInternalException", "message": "try again"}
    responses = [http_response(wire_json(first)), http_response(refusal, status=500)]
    request = minimal(operation.input)

    pages = [page async for page in iterate(FakeKms(responses), operation, "pages", request)]
    service = FakeKms([http_response(wire_json(first)), http_response(refusal, status=500)])
    items, error = await until_error(iterate(service, operation, "items", request))

    assert kms.Ok(first) == pages[0]
    assert isinstance(pages[1].err, kms.KMSInternalException)
    assert 2 == len(pages)
    assert list(getattr(first, ITEMS[operation.name])) == items
    assert isinstance(error, kms.KMSInternalException)
    assert ("try again", operation.name) == (error.message, error.operation)


@each_iteration
@each_paginated
async def test_repeated_marker(operation: Paginated, iterate: Iterate) -> None:
    """A repeated marker is an error instead of an endless loop."""
    first, _ = two_pages(operation)
    service = FakeKms([http_response(wire_json(first)), http_response(wire_json(first))])

    found = [page async for page in iterate(service, operation, "pages", minimal(operation.input))]

    assert [kms.Ok(first), kms.Ok(first)] == found[:2]
    assert isinstance(found[2].err, kms.ResponseParseError)
    assert 3 == len(found)


@each_paginated
def test_names_of_the_markers(operation: Paginated) -> None:
    """`marker` of requests and `next_marker` of responses have their wire names."""
    assert operation.output is not None

    assert "marker" == python_name(operation.input, "Marker") == operation.pagination.input_token
    assert "next_marker" == python_name(operation.output, "NextMarker")
    assert ("next_marker",) == operation.pagination.output_token
