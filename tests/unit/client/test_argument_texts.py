"""Wrong arguments of clients, operations and settings: the text says what to write."""

import re
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms._runtime.client.arguments import ClientArguments
from smaws_kms._runtime.client.boto3_arguments import CONSTRUCTOR, WITH_OPTIONS
from smaws_kms._runtime.support.frozen import names_of

CLIENTS: list[Any] = [kms.AsyncKMSClient, kms.KMSClient]
BOTH = pytest.mark.parametrize("cls", CLIENTS)


def refusal(function: Any, *values: object, **members: object) -> str:
    """Return the text of the `TypeError` of a call."""
    with pytest.raises(TypeError) as caught:
        function(*values, **members)
    return str(caught.value)


@BOTH
@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("region_name", "write region=..."),
        ("Region", "did you mean region?"),
        ("regoin", "did you mean region?"),
        ("profile_name", "write profile=..."),
        ("endpoint", "write endpoint_url=..."),
        ("aws_access_key_id", "pass credentials=Credentials("),
        ("aws_session_token", "pass credentials=Credentials("),
        ("verify", "pass ssl_context=..."),
        ("use_ssl", "pass an http:// URL as endpoint_url"),
        ("api_version", "leave it out"),
        ("config", "pass its settings as arguments of their own"),
        ("connector_args", "pass a transport"),
        ("something", "it takes region, credentials"),
    ],
)
def test_constructor(cls: Any, name: str, advice: str) -> None:
    """An argument of boto3's, aiobotocore's or another spelling leads to ours, under the user's class."""
    text = refusal(cls, **{name: "geheim"})

    assert text.startswith(f"{cls.__name__}() got an unexpected keyword argument {name!r}: ")
    assert advice in text
    assert "geheim" not in text


def test_advice_names_arguments_that_exist() -> None:
    """No advice is about an argument that a client has, or leads to one that it lacks."""
    known = {*names_of(ClientArguments)}
    advised = set(re.findall(r"(?:write|pass) (\w+)=", " ".join(CONSTRUCTOR.values())))

    assert set() == known & {*CONSTRUCTOR}
    assert set() == advised - known


@BOTH
def test_positional(cls: Any) -> None:
    """`KMSClient("kms")`, as boto3's users write, says that arguments have names."""
    text = refusal(cls, "kms")

    assert text.startswith(f"{cls.__name__}() takes keyword arguments only, but got 1 positional")


@BOTH
@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("region_name", "write region=..."),
        ("Timeout", "did you mean timeout?"),
        ("credentials", "make another client"),
        ("http", "make another client"),
        ("verify", "make another client"),
        ("profile_name", "make another client"),
        ("aws_access_key_id", "make another client"),
    ],
)
def test_with_options(cls: Any, name: str, advice: str) -> None:
    """A derived client cannot change what it shares, and the text says so."""
    text = refusal(cls().with_options, **{name: None})

    assert text.startswith(f"{cls.__name__}.with_options() got an unexpected keyword argument")
    assert advice in text
    assert {"credentials", "http", "ssl_context", "profile"} <= {*WITH_OPTIONS}


@BOTH
def test_operations(cls: Any) -> None:
    """Names of boto3's members, and positional arguments, lead to ours, in paginated methods too."""
    client, name = cls(), cls.__name__

    assert (
        f"{name}.encrypt() got unexpected keyword arguments 'KeyId', 'Plaintext': "
        "did you mean key_id, plaintext?"
    ) == refusal(client.encrypt, KeyId="k", Plaintext=b"p")
    assert (
        f"{name}.encrypt() takes keyword arguments only, but got 2 positional: "
        "write key_id=..., plaintext=..., ..."
    ) == refusal(client.encrypt, "alias/x", b"geheim")
    for method, suffix in (
        (client.list_keys, "()"),
        (client.list_keys.pages, ".pages()"),
        (client.list_keys.items, ".items()"),
    ):
        assert (
            f"{name}.list_keys{suffix} got an unexpected keyword argument 'Limit': "
            "did you mean limit?"
        ) == refusal(method, Limit=1)


def test_values() -> None:
    """The classes of settings help in the same way, for users of boto3 and httpx."""
    values: Any = kms

    assert "write secret_access_key=..." in refusal(values.Credentials, aws_secret_access_key="x")
    assert "write attempt=..." in refusal(values.Timeout, read_timeout=1)
    assert "write max_attempts=..." in refusal(values.RetryPolicy, max_retries=1)
    assert refusal(values.Timeout, 5).startswith("Timeout() takes keyword arguments only")


def test_wrong_client() -> None:
    """An operation refuses a client of the other kind before it sends anything."""
    operation: Any = kms.Encrypt
    request = kms.EncryptRequest(key_id="k", plaintext=b"p")

    assert "got the other kind of client, AsyncKMSClient: call Encrypt.request" == refusal(
        operation.request_sync, kms.AsyncKMSClient(), request
    )


async def test_wrong_async_client() -> None:
    """The async function refuses a blocking client."""
    operation: Any = kms.Encrypt
    with pytest.raises(TypeError, match=r"KMSClient: call Encrypt\.request_sync"):
        await operation.request(kms.KMSClient(), kms.EncryptRequest(key_id="k", plaintext=b"p"))


def test_dict_as_request() -> None:
    """A dict for a request leads to the class of the request."""
    operation: Any = kms.Encrypt
    text = refusal(operation.request_sync, kms.KMSClient(), {"KeyId": "geheim"})

    assert (
        "the request of Encrypt must be EncryptRequest, not dict: "
        "write EncryptRequest(key_id=..., plaintext=...)"
    ) == text
