"""Pagination: tokens are followed, cycles are errors, and the first error ends it."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import httpx
import pytest
from attrs import field, frozen

import smaws_kms as kms
from smaws_kms import AsyncKMSClient, Err, KMSClient, Ok, ResponseParseError
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination import AsyncPages, SyncPages
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.serde.fields import member, members

Page: TypeAlias = dict[str, object]

CREDENTIALS = kms.Credentials("AKIDEXAMPLE", "secret")
FAILURE = httpx.Response(400, json={"__type": "InvalidMarkerException", "message": "m"})


def page(keys: str, marker: str | None = None) -> httpx.Response:
    """Return a response with a key for each letter."""
    return httpx.Response(
        200, json={"Keys": [{"KeyId": key} for key in keys], "NextMarker": marker}
    )


class Lister:
    """Clients of both kinds, for a server with these responses."""

    def __init__(self, *responses: httpx.Response) -> None:
        self._responses = responses
        self.received: list[dict[str, object]] = []
        """Requests of the last client."""

    def _server(self) -> httpx.MockTransport:
        responses = iter(self._responses)
        self.received = []

        def handle(request: httpx.Request) -> httpx.Response:
            self.received.append(json.loads(request.content))
            return next(responses)

        return httpx.MockTransport(handle)

    def blocking(self) -> KMSClient:
        """Return a blocking client."""
        return KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=self._server())

    def asynchronous(self) -> AsyncKMSClient:
        """Return an async client."""
        return AsyncKMSClient(region="eu-west-1", credentials=CREDENTIALS, http=self._server())

    async def pages(self, **arguments: Any) -> list[kms.Result[kms.ListKeysResponse, Any]]:
        """Return all pages, after checking that both clients return the same."""
        found = [each async for each in self.asynchronous().list_keys.pages(**arguments)]
        received = self.received
        again: list[Any] = list(self.blocking().list_keys.pages(**arguments))

        assert [str(result.outcome) for result in found] == [str(r.outcome) for r in again]
        assert received == self.received
        return [*found]

    async def keys(self, **arguments: Any) -> str:
        """Return the IDs of all keys, after checking that both clients return the same."""
        found = [key.key_id async for key in self.asynchronous().list_keys.items(**arguments)]

        assert found == [key.key_id for key in self.blocking().list_keys.items(**arguments)]
        return "".join(key_id or "" for key_id in found)


def shown(result: "kms.Result[kms.ListKeysResponse, Any]") -> str:
    """Return a page's keys, or its error."""
    match result:
        case Ok(response):
            return "".join(key.key_id or "" for key in response.keys)
        case Err(error):
            return str(error)


async def test_markers_are_followed() -> None:
    """Each page's token goes into the next request, with the other members unchanged."""
    lister = Lister(page("ab", "1"), page("", "2"), page("c"))

    assert ["ab", "", "c"] == [shown(result) for result in await lister.pages(limit=2)]
    assert [
        {"Limit": 2},
        {"Limit": 2, "Marker": "1"},
        {"Limit": 2, "Marker": "2"},
    ] == lister.received
    assert "abc" == await lister.keys()


@pytest.mark.parametrize("last", [None, ""])
async def test_one_page(last: str | None) -> None:
    """A page without a token, or with an empty one, is the last."""
    lister = Lister(page("a", last))

    assert "a" == await lister.keys(marker="0")
    assert [{"Marker": "0"}] == lister.received


async def test_first_error_is_the_end() -> None:
    """The first error ends the iteration over pages."""
    pages = await Lister(page("a", "1"), FAILURE, page("b")).pages()

    assert ["a", "ListKeys: InvalidMarkerException: m"] == [shown(result) for result in pages]


async def test_items_raise() -> None:
    """Items are yielded up to the error, which is raised as by `unwrap`."""
    lister = Lister(page("ab", "1"), FAILURE)
    found: list[str | None] = []

    async def collect() -> None:
        async for key in lister.asynchronous().list_keys.items():
            found.append(key.key_id)  # noqa: PERF401 - what came before the error counts

    with pytest.raises(kms.InvalidMarkerException):
        await collect()
    with pytest.raises(kms.InvalidMarkerException):
        found.extend(key.key_id for key in lister.blocking().list_keys.items())

    assert ["a", "b", "a", "b"] == found


CIRCLES: list[tuple[list[httpx.Response], str | None, str]] = [
    ([page("a", "1"), page("b", "1")], None, "ab"),
    ([page("a", "0")], "0", "a"),
    ([page("a", "1"), page("b", "2"), page("c", "1")], None, "abc"),
]


@pytest.mark.parametrize(("responses", "marker", "keys"), CIRCLES)
async def test_repeated_marker(
    responses: list[httpx.Response], marker: str | None, keys: str
) -> None:
    """A token that was seen before is an error after the pages, not an endless loop."""
    *pages, last = await Lister(*responses).pages(marker=marker)

    assert keys == "".join(shown(result) for result in pages)
    assert isinstance(last.err, ResponseParseError)
    assert "ListKeys: $: the service repeated a page token (next_marker)" == str(last.err)
    assert (200, 1) == (last.metadata.status_code, last.err.attempts)
    assert last.metadata.elapsed == last.err.elapsed
    with pytest.raises(ResponseParseError):
        await Lister(*responses).keys(marker=marker)


async def test_nothing_happens_before_the_first_page() -> None:
    """Invalid arguments raise at once; requests are sent when pages are consumed."""
    lister = Lister()
    unchecked: list[Any] = [lister.asynchronous().list_keys, lister.blocking().list_keys]
    calls: list[Callable[..., object]] = [m for u in unchecked for m in (u.pages, u.items)]
    for call in calls:
        call(limit=5)
        with pytest.raises(TypeError, match=r"ListKeysRequest\.limit must be int, not str"):
            call(limit="5")

    assert [] == lister.received


async def test_leaving_early() -> None:
    """Stopping early sends no further request."""
    lister = Lister(page("ab", "1"), page("c"))
    first = next(lister.blocking().list_keys.items())
    async for key in lister.asynchronous().list_keys.items():
        assert first == key
        break

    assert [{}] == lister.received


@frozen(kw_only=True, field_transformer=members)
class NestedRequest:
    """A request with other names for the paging members."""

    after: str | None = field(default=None, metadata=member("After"))


@frozen(kw_only=True, field_transformer=members)
class Part:
    """A structure that holds items and token."""

    named: Mapping[str, int] | None = field(default=None, metadata=member("Named"))
    after: str | None = field(default=None, metadata=member("After"))


@frozen(kw_only=True, field_transformer=members)
class NestedResponse:
    """A response with nested items and token."""

    part: Part | None = field(default=None, metadata=member("Part"))


Nested: PaginatedOperation[NestedRequest, NestedResponse, kms.CommonError] = PaginatedOperation(
    name="Nested",
    service=kms.Encrypt.service,
    input=NestedRequest,
    output=NestedResponse,
    errors=(),
    pagination=Pagination(
        input_token="after", output_token=("part", "after"), items=("part", "named")
    ),
)


async def test_nested_paths() -> None:
    """Items and token may be nested, in a map, or absent with their parent."""
    parts: list[Page] = [{"Part": {"Named": {"a": 1, "b": 2}, "After": "1"}}, {"Part": None}]
    lister = Lister(*(httpx.Response(200, json=part) for part in parts))
    pages = AsyncPages[NestedResponse, kms.CommonError, tuple[str, int]](lister.asynchronous())
    found = [item async for item in pages.walk_items(Nested, NestedRequest())]

    assert [("a", 1), ("b", 2)] == found
    assert [{}, {"After": "1"}] == lister.received
    blocking = SyncPages[NestedResponse, kms.CommonError, tuple[str, int]](lister.blocking())
    assert found == list(blocking.walk_items(Nested, NestedRequest()))
