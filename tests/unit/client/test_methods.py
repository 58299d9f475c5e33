"""Operations as methods: loaded on first use, then ordinary methods of the class."""

import inspect
import pickle
from collections.abc import AsyncIterator, Callable
from typing import Any, get_type_hints

import httpx
import pytest

import smaws_kms as kms
from smaws_kms import AsyncKMSClient, KMSClient
from smaws_kms._runtime.client.methods import method, paginated_method
from smaws_kms._runtime.client.pagination import SyncPages

CREDENTIALS = kms.Credentials("AKIDEXAMPLE", "secret")
CLIENTS: list[Any] = [AsyncKMSClient, KMSClient]
BOTH = pytest.mark.parametrize("cls", CLIENTS)


def greet(self: "Greeter", *, name: str) -> str:
    """Greet someone."""
    return f"{self.greeting}, {name}"


class Loaded:
    """Counts how often a function is loaded."""

    def __init__(self, load: Callable[[], Any]) -> None:
        self.times = 0
        self._load = load

    def __call__(self) -> Any:
        """Return what is loaded."""
        self.times += 1
        return self._load()


class Greeter:
    """A class with a lazy method."""

    greeting = "Hello"
    load = Loaded(lambda: greet)
    greet = method(load)(None)


class Loud(Greeter):
    """A subclass that goes through `super()`."""

    def greet(self, *, name: str) -> str:
        """Greet loudly."""
        return f"{super().greet(name=name)}!"


def test_first_use() -> None:
    """The first access loads the function, which then replaces the descriptor."""
    assert 0 == Greeter.load.times
    assert "Hello, you!" == Loud().greet(name="you")
    assert "Hello, me" == Greeter().greet(name="me")
    assert greet is inspect.unwrap(vars(Greeter)["greet"])
    assert 1 == Greeter.load.times
    assert ("greet", "Greeter.greet", __name__) == (
        greet.__name__, greet.__qualname__, greet.__module__,
    )  # fmt: skip


def test_paginated_first_use() -> None:
    """A paginated operation is loaded once, and bound to the client of each access."""

    class Pages(SyncPages[Any, Any, Any]):
        def __call__(self) -> str:
            return f"page of {self.client!r}"

    def list_things(self: Any) -> str:
        """List things."""
        return f"page of {self!r}"

    load = Loaded(lambda: list_things)

    class Lister:
        list_things = paginated_method(load, lambda: Pages)(None)

        def __repr__(self) -> str:
            return "lister"

    pages = Lister().list_things

    assert "page of lister" == pages() == Lister().list_things()
    assert 1 == load.times
    assert "List things." == pages.__doc__
    assert "<paginated method list_things of lister>" == repr(pages)
    assert "<paginated method list_things>" == repr(Lister.list_things)


@BOTH
@pytest.mark.parametrize("name", ["encrypt", "describe_key"])
def test_names(cls: Any, name: str) -> None:
    """A method is named after the class that users find it in."""
    found = getattr(cls, name)

    assert (name, f"{cls.__name__}.{name}", "smaws_kms") == (
        found.__name__, found.__qualname__, found.__module__,
    )  # fmt: skip
    assert f"<bound method {cls.__name__}.{name} of <{cls.__name__}>>" == repr(getattr(cls(), name))


@BOTH
@pytest.mark.parametrize("name", ["encrypt", "list_keys"])
def test_pickle(cls: Any, name: str) -> None:
    """Bound methods, including paginated ones, pickle with their client."""
    again = pickle.loads(pickle.dumps(getattr(cls(region="eu-west-1"), name)))  # noqa: S301 - our own

    assert repr(getattr(cls(region="eu-west-1"), name)) == repr(again)


@BOTH
def test_pickle_operation(cls: Any) -> None:
    """Operations and their bound methods pickle by their public names."""
    for operation in (kms.Encrypt, kms.ListKeys):
        assert operation is pickle.loads(pickle.dumps(operation))  # noqa: S301 - our own
    assert f"<KMS operation {kms.Encrypt.name}>" == repr(kms.Encrypt)
    assert cls is pickle.loads(pickle.dumps(cls))  # noqa: S301 - our own


@BOTH
@pytest.mark.parametrize("name", ["encrypt", "list_keys"])
def test_signature(cls: Any, name: str) -> None:
    """The signature of a bound method has the members as keywords and no `self`."""
    parameters = inspect.signature(getattr(cls(), name)).parameters
    request = {"encrypt": kms.EncryptRequest, "list_keys": kms.ListKeysRequest}[name]

    assert list(inspect.signature(request).parameters) == list(parameters)
    assert {inspect.Parameter.KEYWORD_ONLY} == {each.kind for each in parameters.values()}


@BOTH
def test_type_hints(cls: Any) -> None:
    """Annotations can be evaluated at run time, without access to the module's imports."""
    result: Any = kms.Result
    hints = get_type_hints(cls.encrypt)
    hints_of_pages = get_type_hints(cls().list_keys.__call__)

    assert (str, bool | None) == (hints["key_id"], hints["dry_run"])
    assert result[kms.EncryptResponse, kms.EncryptError] == hints["return"]
    assert result[kms.ListKeysResponse, kms.ListKeysError] == hints_of_pages["return"]


class Audited(AsyncKMSClient):
    """A subclass that overrides one method and one paginated method."""

    async def describe_key(
        self, *, key_id: str, grant_tokens: Any = None
    ) -> kms.Result[kms.DescribeKeyResponse, kms.DescribeKeyError]:
        """Describe the key behind an alias."""
        return await super().describe_key(key_id=f"alias/{key_id}", grant_tokens=grant_tokens)

    async def names(self) -> AsyncIterator[str | None]:
        """List the IDs of keys."""
        async for key in super().list_keys.items():
            yield key.key_id


async def test_subclass() -> None:
    """An override can call the inherited method through `super()` repeatedly."""
    sent: list[bytes] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        return httpx.Response(200, json={"KeyMetadata": {"KeyId": "1"}, "Keys": [{"KeyId": "1"}]})

    client = Audited(region="eu-west-1", credentials=CREDENTIALS, http=httpx.MockTransport(handle))
    for _ in range(2):
        (await client.describe_key(key_id="orders")).unwrap()

    assert [b'{"KeyId":"alias/orders"}'] * 2 == sent
    assert ["1"] == [name async for name in client.names()]


async def test_wrong_request() -> None:
    """An operation refuses requests of another operation before it sends anything."""
    unchecked: Any = kms.Encrypt

    with pytest.raises(
        TypeError, match=r"request of Encrypt must be EncryptRequest, not smaws_kms\.Decr"
    ):
        await unchecked.request(AsyncKMSClient(), kms.DecryptRequest(ciphertext_blob=b"c"))
    with pytest.raises(TypeError, match="request of Encrypt must be EncryptRequest, not dict"):
        unchecked.request_sync(KMSClient(), {})


@BOTH
def test_unknown_method(cls: Any) -> None:
    """An unknown operation is an `AttributeError`."""
    with pytest.raises(AttributeError, match="encrypt_everything"):
        cls().encrypt_everything()
