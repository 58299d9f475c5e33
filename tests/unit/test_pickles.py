"""Pickles hold no secrets, and forged pickles create only classes of this package."""

import io
import os
import pickle
import re
import sys
from collections.abc import Callable
from typing import Any, Final, Self

import pytest

import smaws_kms as kms
from smaws_kms._runtime import errors
from smaws_kms._runtime.client import base, operation, pagination
from smaws_kms._runtime.client.arguments import ClientArguments
from tests.unit.http11.transport_harness import private

_clients, _errors = private(base), private(errors)
_operations, _paging = private(operation), private(pagination)

RECONSTRUCT: Final[dict[str, set[str]]] = {
    "smaws_kms._runtime.client.base": {"_unpickled"},
    "smaws_kms._runtime.errors": {"_rebuild"},
    "smaws_kms._runtime.serde.absent_members": {"build"},
    "smaws_kms._runtime.client.operation": {"_operation"},
    "smaws_kms._runtime.client.pagination": {"_paginated_method"},
    "smaws_kms._runtime.client.arguments": {"ClientArguments"},
    "smaws_kms": {"_module_name"},
}
"""Names that a restricted unpickler must allow besides the public ones, as in SECURITY.md."""


class Restricted(pickle.Unpickler):
    """Allows only the names that SECURITY.md lists."""

    def find_class(self, module: str, name: str) -> Any:
        """Return the named object if the name is allowed."""
        public = module == "smaws_kms" and name in dir(kms)
        if public or name in RECONSTRUCT.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")


ENCRYPTED: Final = kms.EncryptResponse(
    ciphertext_blob=b"c",
    key_id="k",
    encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
)

VALUES: Final[dict[str, object]] = {
    "request": kms.EncryptRequest(key_id="k", plaintext=b"p"),
    "response": ENCRYPTED,
    "response without members": kms.from_wire(kms.EncryptResponse, {"CiphertextBlob": "Yw=="}),
    "error": kms.DisabledException("no", operation="Encrypt", request_id="id"),
    "nested error": kms.DeadlineExceededError("late", last_error=kms.ConnectError("no")),
    "unmodelled error": kms.UnmodeledServiceError("no", code="New"),
    "ok": kms.Ok(ENCRYPTED),
    "operation": kms.Encrypt,
    "paginated operation": kms.ListKeys,
    "client": kms.KMSClient(region="eu-west-1", headers={"X-Team": "orders"}),
    "async client": kms.AsyncKMSClient(region="eu-west-1", endpoint_url="http://localhost:4566"),
    "paginated method": kms.KMSClient(region="eu-west-1").list_keys,
    "enum": kms.KeySpec.RSA_2048,
    "unknown value": kms.UnknownValue("NEW"),
    "credentials": kms.Credentials("a", "b", "c"),
    "policy": kms.RetryPolicy(max_attempts=5),
    "timeout": kms.Timeout(connect=1.0),
}


@pytest.mark.parametrize("protocol", range(3, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_restricted_unpickler(value: object, protocol: int) -> None:
    """A restricted unpickler restores every kind of value that the package pickles."""
    again = Restricted(io.BytesIO(pickle.dumps(value, protocol))).load()

    assert type(value) is type(again)
    assert repr(value) == repr(again)


class _Calls:
    """Pickles as a call of a function with arguments."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._call = (function, arguments)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._call


class _Bystander:
    """A class outside the package that records whether an attack created it."""

    touched: Any = None

    def __new__(cls, *_: object, **__: object) -> Self:
        cls.touched = "made"
        return super().__new__(cls)


_ARGUMENTS: Final = private(kms.KMSClient(region="eu-west-1"))._arguments

GADGETS: Final[dict[str, tuple[Any, ...]]] = {
    "an operation of a module's name": (_operations._operation, "os", "system"),
    "an operation of a class elsewhere": (_operations._operation, _Bystander, "_Bystander"),
    "an operation that is a function": (_operations._operation, kms.EncryptRequest, "to_wire"),
    "an operation that is a class": (_operations._operation, kms.EncryptRequest, "KMSClient"),
    "an operation of another class": (_operations._operation, kms.EncryptRequest, "Decrypt"),
    "an operation that is not there": (_operations._operation, kms.EncryptRequest, "Nothing"),
    "an error of a class elsewhere": (_errors._rebuild, _Bystander, {"touched": 1}, ()),
    "an error of a function": (_errors._rebuild, os.getcwd, {}, ()),
    "a builtin exception": (_errors._rebuild, ValueError, {}, ()),
    "a client of a class elsewhere": (_clients._unpickled, None, _Bystander, _ARGUMENTS),
    "a client of a function": (_clients._unpickled, None, os.getcwd, _ARGUMENTS),
    "a client of other arguments": (_clients._unpickled, None, kms.KMSClient, {"http": _Bystander}),
    "a method of a module": (_paging._paginated_method, _Calls(__import__, "os"), "system"),
    "a method that is not paginated": (_paging._paginated_method, VALUES["client"], "close"),
    "a private method": (_paging._paginated_method, VALUES["client"], "_set_up"),
}


@pytest.mark.parametrize("gadget", GADGETS.values(), ids=GADGETS)
def test_functions_that_reconstruct_make_their_own_kind(gadget: tuple[Any, ...]) -> None:
    """A forged pickle that goes through one of our functions is refused and calls nothing."""
    _Bystander.touched = None
    forged = pickle.dumps(_Calls(*gadget))
    with pytest.raises(pickle.UnpicklingError, match=r"^not "):
        pickle.loads(forged)  # noqa: S301  # what is tested

    assert _Bystander.touched is None


def test_nothing_is_imported() -> None:
    """The name of a module in a pickle of an operation imports it no more."""
    name = "this"
    sys.modules.pop(name, None)
    with pytest.raises(pickle.UnpicklingError):
        pickle.loads(pickle.dumps(_Calls(_operations._operation, name, "s")))  # noqa: S301  # what is tested

    assert name not in sys.modules


def test_page_items_cannot_reach_modules() -> None:
    """The function that restores a page's items cannot reach what a module imports."""
    assert _paging._at(os, ("system",)) is None
    assert "k" == _paging._at(VALUES["request"], ("key_id",))


SECRET_HEADERS: Final = [
    ("Authorization", "Bearer geheim"),
    ("proxy-authorization", "geheim"),
    ("Cookie", "a=geheim"),
    ("X-Api-Key", "geheim"),
    ("x-vault-token", "geheim"),
    ("X-Client-Secret", "geheim"),
    ("X-Session-Id", "geheim"),
    ("X-Password", "geheim"),
    ("X-JWT", "geheim"),
    ("X-Amz-Credential", "geheim"),
    ("X-Anything", "Bearer geheim"),
    ("X-Anything", "basic Z2VoZWlt"),
]


@pytest.mark.parametrize(("name", "value"), SECRET_HEADERS)
@pytest.mark.parametrize("cls", [kms.KMSClient, kms.AsyncKMSClient])
def test_headers_that_look_like_secrets(cls: Any, name: str, value: str) -> None:
    """A client with such a header refuses pickling, without showing the value."""
    expected = re.escape(f"{cls.__name__} cannot be pickled: its `headers` have '{name}'")
    for client in (
        cls(headers={"X-Team": "a", name: value}),
        cls().with_options(headers={name: value}),
    ):
        with pytest.raises(TypeError, match=expected) as caught:
            pickle.dumps(client)

        assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("url", ["https://me:geheim@kms.test/", "https://kms.test/?sig=geheim"])
@pytest.mark.parametrize("cls", [kms.KMSClient, kms.AsyncKMSClient])
def test_endpoints_with_secrets(cls: Any, url: str) -> None:
    """A client with user info or a query in its URL cannot be pickled."""
    with pytest.raises(TypeError, match=r"cannot be pickled: its `endpoint_url`") as caught:
        pickle.dumps(cls(endpoint_url=url))

    assert "geheim" not in str(caught.value)


def test_arguments_are_checked_again() -> None:
    """Arguments from a forged pickle go through the constructor's checks."""
    forged = ClientArguments.__new__(ClientArguments)
    with pytest.raises((TypeError, AttributeError)):
        _clients._unpickled(None, kms.KMSClient, forged)
