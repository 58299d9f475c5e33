"""Pages and items: typed iterators, async and blocking."""

from collections.abc import AsyncIterator, Iterator
from typing import assert_type

import smaws_kms as kms


async def pages(client: kms.AsyncKMSClient) -> None:
    """Pages come as results, items bare."""
    async for page in client.list_keys.pages(limit=10):
        assert_type(page, kms.Ok[kms.ListKeysResponse] | kms.Err[kms.ListKeysError])
        match page:
            case kms.Ok(response):
                assert_type(response.keys, tuple[kms.KeyListEntry, ...])
            case kms.Err(error):
                assert_type(error, kms.ListKeysError)
    async for key in client.list_keys.items():
        assert_type(key, kms.KeyListEntry)
    names = [name async for name in client.list_key_policies.items(key_id="a")]
    assert_type(names, list[str])
    assert_type(client.list_aliases.items(), AsyncIterator[kms.AliasListEntry])
    one = await client.list_grants(key_id="a")
    assert_type(one, kms.Ok[kms.ListGrantsResponse] | kms.Err[kms.ListGrantsError])
    for _ in client.list_keys.items():  # E: mypy pyright
        pass
    client.list_key_policies.items()  # E: mypy pyright


def pages_blocking(client: kms.KMSClient) -> None:
    """The blocking client has the same, without `async`."""
    for page in client.list_resource_tags.pages(key_id="a"):
        assert_type(page.unwrap().tags, tuple[kms.Tag, ...])
    tags = client.list_resource_tags.items(key_id="a")
    assert_type(tags, Iterator[kms.Tag])
    assert_type([grant.grant_id for grant in client.list_grants.items(key_id="a")], list[str])
    one = client.list_keys()
    assert_type(one, kms.Ok[kms.ListKeysResponse] | kms.Err[kms.ListKeysError])


def only_paginated(client: kms.KMSClient) -> None:
    """Other operations have no pages."""
    client.describe_key.pages(key_id="a")  # E: mypy pyright
