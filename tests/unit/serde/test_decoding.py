"""Shapes made by generated decoders, and what decoders leave to cattrs."""

import copy
import inspect
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.aws_json import decode
from smaws_kms._runtime.serde.custom_hooks import CUSTOM_HOOKS
from smaws_kms._runtime.serde.decoding import decoder
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual

WIRE = {"CiphertextBlob": "AAE=", "KeyId": "k", "EncryptionAlgorithm": "SYMMETRIC_DEFAULT"}


class Interrupted(Exception):
    """What a signal handler raises."""


def decoded(operation: "kms.Operation[Any, Any, Any]", wire: object) -> Any:
    """Return what a generated decoder makes of JSON."""
    assert operation.from_json is not None
    return operation.from_json(wire)


def test_shape() -> None:
    """A decoded shape is one that the constructor makes: class, equality, hash, text, pickle, copy."""
    made = kms.EncryptResponse(
        ciphertext_blob=b"\0\1",
        key_id="k",
        encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
    )
    found = decoded(kms.Encrypt, WIRE)

    assert kms.EncryptResponse is type(found)
    assert (made, hash(made), repr(made)) == (found, hash(found), repr(found))
    assert made == pickle.loads(pickle.dumps(found)) == copy.deepcopy(found)  # noqa: S301 - our own
    assert evolve(made, key_id="other") == evolve(found, key_id="other")


def test_frozen() -> None:
    """The members of a decoded shape cannot be set or deleted."""
    found = decoded(kms.Encrypt, WIRE)
    with pytest.raises(FrozenInstanceError):
        found.key_id = "other"
    with pytest.raises(FrozenInstanceError):
        del found.key_id

    assert "k" == found.key_id


@pytest.mark.parametrize("plaintext", [{}, {"Plaintext": None}, {"Plaintext": ""}])
def test_withheld(plaintext: dict[str, object]) -> None:
    """A decoder makes a shape without plaintext if the service encrypted it for a recipient."""
    wire = {"KeyId": "k", "CiphertextForRecipient": "AAE="} | plaintext
    found = decoded(
        kms.Decrypt, {**wire, "EncryptionAlgorithm": "SYMMETRIC_DEFAULT", "KeyMaterialId": None}
    )

    assert isinstance(found, kms.DecryptResponse)
    assert b"\0\1" == found.ciphertext_for_recipient
    assert not hasattr(found, "plaintext")
    with pytest.raises(AttributeError, match="withheld"):
        _ = found.plaintext


@pytest.mark.parametrize(
    "wire", [None, [], "text", {}, WIRE | {"KeyId": None}, WIRE | {"KeyId": 1}]
)
def test_unusual(wire: object) -> None:
    """A decoder raises an exception for what it leaves to cattrs."""
    with pytest.raises(Exception, match=r"^('.*')?$"):
        decoded(kms.Encrypt, wire)


def test_absent_member() -> None:
    """Without a member that is known to be sent, cattrs makes a shape that lacks it."""
    body = json.dumps({"CiphertextBlob": "AAE=", "EncryptionAlgorithm": "NEW"}).encode()
    found = decode(kms.Encrypt, WireResponse(200, {}, body))

    assert isinstance(found, kms.EncryptResponse)
    assert not hasattr(found, "key_id")
    assert kms.UnknownValue("NEW") == found.encryption_algorithm


def test_signal_handler() -> None:
    """An exception of a signal handler that interrupts a decoder is not taken for unusual JSON."""

    def handler(_: int, frame: object) -> None:
        raise Interrupted(str(frame is not None))

    @decoder(kms.EncryptResponse)
    def interrupted(_: UnfrozenShape, __: dict[str, object]) -> None:
        handler(2, inspect.currentframe())

    with pytest.raises(Interrupted):
        decode(_encrypt(interrupted), WireResponse(200, {}, b"{}"))


@pytest.mark.parametrize(("registered", "expected"), [(False, ["by the decoder"]), (True, [])])
def test_hooks_of_users(
    *, registered: bool, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first hook on the public converter on, cattrs reads all responses."""
    calls: list[str] = []

    def mark(_: object) -> kms.EncryptResponse:
        calls.append("by the decoder")
        raise Unusual

    monkeypatch.setattr(CUSTOM_HOOKS, "registered", registered)
    found = decode(_encrypt(mark), WireResponse(200, {}, json.dumps(WIRE).encode()))

    assert expected == calls
    assert isinstance(found, kms.EncryptResponse)


def _encrypt(from_json: Callable[[object], Any]) -> OperationModel[Any, Any, Any]:
    return OperationModel(
        name="Encrypt",
        service=kms.Encrypt.service,
        input=kms.EncryptRequest,
        output=kms.EncryptResponse,
        errors=(),
        from_json=from_json,
    )
