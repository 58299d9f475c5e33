"""Four styles of calling an operation behind one interface, and botocore for comparison."""

import re
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias, TypeVar, cast

import smaws_kms as kms

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")

BotocoreCall: TypeAlias = Callable[..., dict[str, Any]]
"""Calls an operation with botocore, by its Python name and with the members' wire names."""


class Call(Protocol):
    """Calls an operation with these members, in one of the styles."""

    async def __call__(
        self, operation: kms.Operation[Req, Res, Exc], **members: object
    ) -> kms.Result[Res, Exc]:
        """Return the result."""
        ...


class NewKey(Protocol):
    """Creates a key with these members."""

    async def __call__(self, **members: object) -> str:
        """Return the key's id."""
        ...


def method_name(operation: kms.Operation[Any, Any, Any]) -> str:
    """Return the name of an operation's method; botocore and our clients use the same."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", operation.name).lower()


def request_of(operation: kms.Operation[Req, Any, Any], members: dict[str, object]) -> Req:
    """Return a request; the type checker does not check its members."""
    return cast("Callable[..., Req]", operation.input)(**members)


class AsyncMethods:
    """`await client.encrypt(...)`."""

    def __init__(self, client: kms.AsyncKMSClient) -> None:
        self._client = client

    async def __call__(
        self, operation: kms.Operation[Req, Res, Exc], **members: object
    ) -> kms.Result[Res, Exc]:
        """Call the client's method."""
        result: kms.Result[Res, Exc]
        result = await getattr(self._client, method_name(operation))(**members)
        return result


class AsyncMirror:
    """`await Encrypt.request(client, EncryptRequest(...))`."""

    def __init__(self, client: kms.AsyncKMSClient) -> None:
        self._client = client

    async def __call__(
        self, operation: kms.Operation[Req, Res, Exc], **members: object
    ) -> kms.Result[Res, Exc]:
        """Make the request and send it."""
        return await operation.request(self._client, request_of(operation, members))


class BlockingMethods:
    """`client.encrypt(...)`."""

    def __init__(self, client: kms.KMSClient) -> None:
        self._client = client

    async def __call__(
        self, operation: kms.Operation[Req, Res, Exc], **members: object
    ) -> kms.Result[Res, Exc]:
        """Call the client's method, which may block: the event loop has nothing else to do."""
        result: kms.Result[Res, Exc]
        result = getattr(self._client, method_name(operation))(**members)
        return result


class BlockingMirror:
    """`Encrypt.request_sync(client, EncryptRequest(...))`."""

    def __init__(self, client: kms.KMSClient) -> None:
        self._client = client

    async def __call__(
        self, operation: kms.Operation[Req, Res, Exc], **members: object
    ) -> kms.Result[Res, Exc]:
        """Make the request and send it, which may block: the event loop has nothing else to do."""
        return operation.request_sync(self._client, request_of(operation, members))
