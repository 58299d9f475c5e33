"""Copies of clients, and pickles that hold functions by value."""

import copy
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any, cast

import cloudpickle  # type: ignore[import-untyped]  # it has no types
import pytest

import smaws_kms as kms

by_value: Callable[[object], bytes] = cast("Any", cloudpickle).dumps
Client = type[kms.KMSClient] | type[kms.AsyncKMSClient]
CLIENTS = pytest.mark.parametrize("cls", [kms.KMSClient, kms.AsyncKMSClient])


class Subclass(kms.KMSClient):
    """A user's client with an attribute that cannot be copied."""

    def __init__(self) -> None:
        super().__init__(credentials=kms.Credentials("AKID", "secret"))
        self.lock = threading.Lock()


@pytest.mark.parametrize("make", [kms.KMSClient, kms.AsyncKMSClient, Subclass])
def test_copies(make: Any) -> None:
    """Copying a client returns the client itself, also inside containers."""
    client = make()

    assert client is copy.copy(client)
    assert client is copy.deepcopy(client)
    assert client is copy.deepcopy({"settings": [client]})["settings"][0]


PROGRAM = """
import pickle, sys
import smaws_kms as kms
client = pickle.loads(sys.stdin.buffer.read())
print(type(client).__name__, client._arguments.credentials(), client._arguments.region)
"""


@CLIENTS
def test_function_by_value(cls: Client) -> None:
    """Cloudpickle ships a lambda with the client to a process without its module."""
    prefix = "AK"
    client = cls(region="eu-west-1", credentials=lambda: kms.Credentials(f"{prefix}ID", "s"))

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM],
        input=by_value(client),
        capture_output=True,
        check=True,
    )

    assert (
        f"{cls.__name__} {kms.Credentials('AKID', 's')!r} eu-west-1" == done.stdout.decode().strip()
    )


@CLIENTS
def test_async_function_by_value(cls: Client) -> None:
    """Cloudpickle also ships derived clients and nested functions."""

    def give() -> kms.Credentials:
        return kms.Credentials("AKID", "secret")

    client = cls(credentials=give).with_options(region="eu-west-2")
    copied = pickle.loads(by_value(client))  # noqa: S301 - our own pickle

    assert "eu-west-2" == copied._arguments.region
    assert kms.Credentials("AKID", "secret") == copied._arguments.credentials()


@CLIENTS
@pytest.mark.parametrize("dumps", [pickle.dumps, pickle._dumps])  # type: ignore[attr-defined]  # the Python one
def test_standard_pickle_refuses(cls: Client, dumps: Any) -> None:
    """The error names client and argument, also after cloudpickle pickled the same client."""
    client = cls(credentials=lambda: kms.Credentials("AKID", "s3cret"))

    for _ in range(2):
        with pytest.raises(
            TypeError,
            match=f"^{cls.__name__} cannot be pickled: its `credentials` callable cannot be$",
        ):
            dumps([client])
        by_value(client)


@CLIENTS
def test_secrets_stay(cls: Client) -> None:
    """Cloudpickle refuses explicit credentials too."""
    client = cls(credentials=kms.Credentials("AKID", "s3cret"))

    with pytest.raises(TypeError, match=f"{cls.__name__} cannot be pickled.*`credentials`"):
        by_value(client)
