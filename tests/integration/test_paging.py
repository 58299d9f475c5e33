"""Paginated operations. moto paginates rotations; other lists are one page, whatever the limit."""

from collections.abc import Callable

import pytest

import smaws_kms as kms
from tests.integration.driving import Call

ROTATIONS = 5


@pytest.fixture
def rotated(blocking_client: kms.KMSClient) -> str:
    """Create a key and rotate it five times."""
    key_id = blocking_client.create_key().unwrap().key_metadata.key_id
    for _ in range(ROTATIONS):
        blocking_client.rotate_key_on_demand(key_id=key_id).unwrap()
    return key_id


async def test_by_hand(call: Call, rotated: str) -> None:
    """Each page but the last has the marker of the next one."""
    sizes: list[int] = []
    marker: str | None = None
    while marker is not None or not sizes:
        page = await call(kms.ListKeyRotations, key_id=rotated, limit=2, marker=marker)
        marker = page.unwrap().next_marker
        sizes.append(len(page.unwrap().rotations))
        assert page.unwrap().truncated is (marker is not None)

    assert [2, 2, 1] == sizes


async def test_async_pages(client: kms.AsyncKMSClient, rotated: str) -> None:
    """The async client iterates over the pages."""
    pages = [page async for page in client.list_key_rotations.pages(key_id=rotated, limit=2)]

    assert [2, 2, 1] == [len(page.unwrap().rotations) for page in pages]
    assert 3 == len({page.metadata.request_id for page in pages})


async def test_async_items(client: kms.AsyncKMSClient, rotated: str) -> None:
    """The async client iterates over the items of all pages."""
    dates = [
        item.rotation_date
        async for item in client.list_key_rotations.items(key_id=rotated, limit=2)
    ]

    assert ROTATIONS == len(set(dates))


def test_blocking_pages(blocking_client: kms.KMSClient, rotated: str) -> None:
    """The blocking client iterates over the pages."""
    pages = list(blocking_client.list_key_rotations.pages(key_id=rotated, limit=2))

    assert [2, 2, 1] == [len(page.unwrap().rotations) for page in pages]


def test_blocking_items(blocking_client: kms.KMSClient, rotated: str) -> None:
    """The blocking client iterates over the items of all pages."""
    items = list(blocking_client.list_key_rotations.items(key_id=rotated, limit=2))

    assert ROTATIONS == len({item.rotation_date for item in items})


def test_one_page_at_a_time(blocking_client: kms.KMSClient, rotated: str) -> None:
    """A page is requested only when the iteration reaches it."""
    pages = blocking_client.list_key_rotations.pages(key_id=rotated, limit=2)

    first = next(pages).unwrap()
    blocking_client.rotate_key_on_demand(key_id=rotated).unwrap()

    assert 2 == len(first.rotations)
    assert [2, 2] == [len(page.unwrap().rotations) for page in pages]


async def test_failing_page(client: kms.AsyncKMSClient) -> None:
    """A page that fails is an `Err` and ends the iteration."""
    pages = [page async for page in client.list_key_rotations.pages(key_id="missing")]

    (page,) = pages
    assert isinstance(page.err, kms.NotFoundException)


async def test_failing_items(client: kms.AsyncKMSClient) -> None:
    """The error of a page is raised by an iteration over items."""
    with pytest.raises(kms.NotFoundException):
        _ = [item async for item in client.list_key_rotations.items(key_id="missing")]


def test_failing_items_blocking(blocking_client: kms.KMSClient) -> None:
    """The blocking client raises it too."""
    with pytest.raises(kms.NotFoundException):
        list(blocking_client.list_key_rotations.items(key_id="missing"))


LISTS: dict[str, Callable[[kms.KMSClient, str], list[object]]] = {
    "aliases": lambda client, key: list(client.list_aliases.items(key_id=key, limit=1)),
    "grants": lambda client, key: list(client.list_grants.items(key_id=key, limit=1)),
    "keys": lambda client, _: list(client.list_keys.items(limit=1)),
    "policies": lambda client, key: list(client.list_key_policies.items(key_id=key, limit=1)),
    "retirable": lambda client, _: list(
        client.list_retirable_grants.items(retiring_principal="arn:aws:iam::1:root", limit=1)
    ),
    "tags": lambda client, key: list(client.list_resource_tags.items(key_id=key, limit=1)),
}


@pytest.mark.parametrize("name", LISTS)
def test_items_of_every_list(name: str, blocking_client: kms.KMSClient) -> None:
    """The items of each list that moto implements can be iterated."""
    created = blocking_client.create_key(tags=[kms.Tag(tag_key="a", tag_value="b")])
    key_id = created.unwrap().key_metadata.key_id
    blocking_client.create_alias(alias_name="alias/a", target_key_id=key_id).unwrap()
    blocking_client.create_grant(
        key_id=key_id,
        grantee_principal="arn:aws:iam::1:root",
        retiring_principal="arn:aws:iam::1:root",
        operations=[kms.GrantOperation.Encrypt],
    ).unwrap()

    assert 1 == len(LISTS[name](blocking_client, key_id))
