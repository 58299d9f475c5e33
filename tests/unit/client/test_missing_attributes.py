"""Attributes that clients lack: other spellings and idioms of boto3."""

import copy
import pickle
from typing import Any
from unittest import mock

import pytest

import smaws_kms as kms
from smaws_kms._runtime.client.missing_attributes import missing_attribute

CLIENTS: list[Any] = [kms.AsyncKMSClient, kms.KMSClient]
BOTH = pytest.mark.parametrize("cls", CLIENTS)


@BOTH
@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("describe_keys", "did you mean describe_key?"),
        ("DescribeKey", "did you mean describe_key?"),
        ("with_option", "did you mean with_options?"),
        ("get_paginator", "paginated operations have pages and items, for example client."),
        ("can_paginate", "paginated operations have pages and items, for example client."),
        ("get_waiter", "there are no waiters"),
        ("exceptions", "error classes are names of the package smaws_kms"),
        ("meta", "check() returns region, endpoint"),
        ("config", "settings are arguments of the constructor"),
    ],
)
def test_advice(cls: Any, name: str, advice: str) -> None:
    """The error says what is written here instead, and does not keep the client alive."""
    with pytest.raises(AttributeError) as caught:
        getattr(cls(), name)

    assert f"{cls.__name__!r} object has no attribute {name!r}: {advice}" in str(caught.value)
    assert (name, None) == (caught.value.name, caught.value.obj)


def test_closing() -> None:
    """Each kind of client names its own way to close."""
    unchecked: list[Any] = [kms.AsyncKMSClient(), kms.KMSClient()]
    with pytest.raises(AttributeError, match=r"an async client has aclose\(\)"):
        unchecked[0].close()
    with pytest.raises(AttributeError, match=r"a blocking client has close\(\)"):
        unchecked[1].aclose()


@BOTH
@pytest.mark.parametrize("name", ["_private", "__dunder__", "quite_different"])
def test_no_advice(cls: Any, name: str) -> None:
    """Other names have Python's text."""
    with pytest.raises(AttributeError) as caught:
        getattr(cls(), name)

    assert f"{cls.__name__!r} object has no attribute {name!r}" == str(caught.value)


def test_no_paginated_operation() -> None:
    """A service without pagination gets the general form."""
    assert "client.operation.items" in str(missing_attribute(object, "p", "get_paginator"))


@BOTH
def test_tools(cls: Any) -> None:
    """`hasattr`, `copy`, `pickle`, `dir` and autospecs work as before."""
    client = cls(region="eu-west-1")

    assert not hasattr(client, "meta")
    assert client is copy.copy(client)
    assert repr(client) == repr(pickle.loads(pickle.dumps(client)))  # noqa: S301 - our own
    assert "encrypt" in dir(client)
    assert "meta" not in dir(client)
    assert not hasattr(mock.create_autospec(client), "meta")


def test_repr() -> None:
    """The `repr` has what is known without I/O, of derived clients too, and no password."""
    client = kms.KMSClient(region="eu-west-1", credentials=kms.Credentials("AKID", "geheim"))
    before = repr(client)
    client.check().unwrap()
    secret = kms.KMSClient(endpoint_url="https://user:geheim@kms.test")

    assert "<KMSClient region='eu-west-1'>" == before
    url = "https://kms.eu-west-1.amazonaws.com"
    assert f"<KMSClient region='eu-west-1' endpoint_url='{url}'>" == repr(client)
    assert repr(client) == repr(client.with_options(timeout=1))
    assert "<KMSClient region='us-east-1'>" == repr(client.with_options(region="us-east-1"))
    assert "<KMSClient>" == repr(secret)
