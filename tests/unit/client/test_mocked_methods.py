"""Operations as methods under mocks: autospec, patches and coroutine functions."""

import inspect
from typing import Any
from unittest import mock

import pytest

from smaws_kms import AsyncKMSClient, Encrypt, KMSClient
from smaws_kms._runtime.client.methods import method, paginated_method
from smaws_kms._runtime.client.pagination import AsyncPages


class Holder:
    """A user's class that holds a bound method."""

    def __init__(self, held: object) -> None:
        self.held = held


def test_coroutine_functions() -> None:
    """Async methods are coroutine functions, blocking ones are not."""
    client, blocking = AsyncKMSClient(), KMSClient()

    assert inspect.iscoroutinefunction(AsyncKMSClient.encrypt)
    assert inspect.iscoroutinefunction(client.encrypt)
    assert inspect.iscoroutinefunction(client.perform)
    assert inspect.iscoroutinefunction(Encrypt.request)
    assert not inspect.iscoroutinefunction(Encrypt.request_sync)
    assert not inspect.iscoroutinefunction(blocking.encrypt)
    assert inspect.iscoroutinefunction(client.list_keys.__call__)
    assert not inspect.iscoroutinefunction(blocking.list_keys.__call__)
    assert isinstance(mock.create_autospec(Holder(client.list_keys)).held, mock.AsyncMock)
    assert not isinstance(mock.create_autospec(Holder(blocking.list_keys)).held, mock.AsyncMock)


async def test_autospec() -> None:
    """An autospec of the async client has async methods with the real signatures."""
    for double in (
        mock.create_autospec(AsyncKMSClient)(),
        mock.create_autospec(AsyncKMSClient, instance=True),
    ):
        double.encrypt.return_value = "encrypted"
        double.list_keys.return_value = "listed"
        double.list_keys.items.return_value.__aiter__.return_value = ["a", "b"]

        assert "encrypted" == await double.encrypt(key_id="k", plaintext=b"p")
        assert "listed" == await double.list_keys(limit=1)
        assert ["a", "b"] == [item async for item in double.list_keys.items()]
        with pytest.raises(TypeError):
            await double.encrypt(key="k")
        with pytest.raises(AttributeError):
            double.encrypted()


def test_autospec_blocking() -> None:
    """An autospec of the blocking client has blocking methods."""
    for double in (
        mock.create_autospec(KMSClient)(),
        mock.create_autospec(KMSClient, instance=True),
    ):
        double.encrypt.return_value = "encrypted"
        double.list_keys.pages.return_value = ["page"]

        assert "encrypted" == double.encrypt(key_id="k", plaintext=b"p")
        assert ["page"] == double.list_keys.pages(limit=1)
        with pytest.raises(TypeError):
            double.encrypt(key="k")


async def fetch(self: object) -> None:
    """Fetch something."""


def test_patch() -> None:
    """`patch.object` recognizes async methods, also before first use, and restores them."""

    class Fresh:
        fetch = method(lambda: fetch)(None)
        fetch_all = paginated_method(lambda: fetch, lambda: AsyncPages[Any, Any, Any])(None)

    for name in ("fetch", "fetch_all"):
        with mock.patch.object(Fresh, name) as double:
            assert isinstance(double, mock.AsyncMock)
    for name in ("encrypt", "list_keys"):
        with mock.patch.object(KMSClient, name) as double:
            assert not isinstance(double, mock.AsyncMock)
    assert fetch is inspect.unwrap(Fresh.fetch)
