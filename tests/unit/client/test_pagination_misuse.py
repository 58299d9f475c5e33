"""Paginated methods that are used like boto3's paginators, or without a call."""

from typing import Any

import pytest

import smaws_kms as kms

ASYNC: Any = kms.AsyncKMSClient()
BLOCKING: Any = kms.KMSClient()
BOTH = pytest.mark.parametrize("client", [ASYNC, BLOCKING])
ADVICE = (
    "call list_keys.items(...) for all items, list_keys.pages(...) for all pages, "
    "or list_keys(...) for one page"
)


@BOTH
@pytest.mark.parametrize("name", ["paginate", "item", "build_full_result"])
def test_attributes(client: Any, name: str) -> None:
    """Names of boto3's paginators lead to `pages` and `items`."""
    with pytest.raises(AttributeError) as caught:
        getattr(client.list_keys, name)

    assert str(caught.value).endswith(f" object has no attribute {name!r}: {ADVICE}")
    assert not hasattr(client.list_keys, "_private")


@BOTH
async def test_forgotten_call(client: Any) -> None:
    """Iteration over the method itself says that a call is missing."""
    with pytest.raises(TypeError) as caught:
        list(client.list_keys)
    with pytest.raises(TypeError) as caught_async:
        async for _ in client.list_keys:
            pass

    assert f"list_keys is a paginated operation: {ADVICE}" == str(caught.value)
    assert str(caught.value) == str(caught_async.value)


def test_plain_for() -> None:
    """A plain `for` over the iterators of an async client names `async for`."""
    for iterator in (ASYNC.list_keys.items(), ASYNC.list_keys.pages()):
        with pytest.raises(TypeError, match="needs `async for`"):
            list(iterator)
