"""Responses that withhold a secret, which they hold encrypted for a recipient."""

import pickle
import traceback
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import smaws_kms as kms

ALGORITHM = kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT
SEALED = {"CiphertextForRecipient": "c2VhbGVk", "KeyId": "k"}


def decrypted(wire: object) -> Any:
    """Return a response to Decrypt."""
    return kms.from_wire(kms.DecryptResponse, wire)


def test_sealed() -> None:
    """A response for a recipient withholds the plaintext, and the error names what there is."""
    response = decrypted(SEALED)

    assert b"sealed" == response.ciphertext_for_recipient
    assert not hasattr(response, "plaintext")
    with pytest.raises(AttributeError, match=r"plaintext was withheld.* ciphertext_for_recipient"):
        response.plaintext  # noqa: B018  # reading it is the test
    assert SEALED == kms.to_wire(response)
    assert "plaintext" not in attrs.asdict(response)
    assert response == pickle.loads(pickle.dumps(response))  # noqa: S301  # our own
    match response:
        case kms.DecryptResponse(plaintext=_):
            pytest.fail("a pattern must not match a withheld member")
        case _:
            pass


def test_an_empty_plaintext_beside_the_sealed_one() -> None:
    """KMS may send an empty plaintext to a recipient; it is withheld, too."""
    assert decrypted(SEALED) == decrypted(SEALED | {"Plaintext": ""})


@pytest.mark.parametrize(
    ("operation", "name", "members"),
    [
        (kms.Decrypt, "Plaintext", {}),
        (kms.DeriveSharedSecret, "SharedSecret", {}),
        (kms.GenerateDataKey, "Plaintext", {"CiphertextBlob": "eA=="}),
        (
            kms.GenerateDataKeyPair,
            "PrivateKeyPlaintext",
            {"PrivateKeyCiphertextBlob": "eA==", "PublicKey": "eA=="},
        ),
        (kms.GenerateRandom, "Plaintext", {}),
    ],
    ids=lambda it: getattr(it, "name", ""),
)
def test_neither(operation: Any, name: str, members: dict[str, object]) -> None:
    """A response with neither the secret nor its replacement cannot be read."""
    with pytest.raises(kms.ResponseParseError) as caught:
        kms.from_wire(operation.output, members)

    expected = f"$.{name}: missing, and so is CiphertextForRecipient"
    assert expected == str(caught.value)
    kms.from_wire(operation.output, members | {"CiphertextForRecipient": "eA=="})
    kms.from_wire(operation.output, members | {name: "eA=="})


def test_a_sealed_response_made_by_hand() -> None:
    """The constructor takes the replacement instead, and demands one of the two."""
    made = kms.DecryptResponse(
        ciphertext_for_recipient=b"sealed", key_id="k", encryption_algorithm=ALGORITHM
    )

    assert decrypted(SEALED | {"EncryptionAlgorithm": ALGORITHM.value}) == made
    with pytest.raises(
        TypeError, match=r"^DecryptResponse needs plaintext or ciphertext_for_recipient"
    ):
        kms.DecryptResponse(key_id="k", encryption_algorithm=ALGORITHM)


def test_both_made_by_hand() -> None:
    """Plaintext stays readable beside the replacement, as in a response with both."""
    assert b"p" == decrypted(SEALED | {"Plaintext": "cA=="}).plaintext


def test_secrets_stay_redacted() -> None:
    """A response that lacks other members hides its plaintext."""
    response = kms.from_wire(kms.GenerateRandomResponse, {"Plaintext": "c2VjcmV0"})
    partial = decrypted({"Plaintext": "c2VjcmV0"})

    assert "GenerateRandomResponse(plaintext=<redacted>)" == repr(response)
    assert "DecryptResponse(plaintext=<redacted>)" == repr(partial)
    with pytest.raises(AttributeError) as caught:
        partial.key_id  # noqa: B018  # reading it is the test
    assert "secret" not in f"{caught.value!r} {vars(caught.value)}"


def test_an_error_does_not_hold_secrets() -> None:
    """A `TypeError` of `attrs.evolve` or of a pickle leaves no secret in our frames."""
    response = decrypted({"Plaintext": "c2VjcmV0"})
    restore, (cls, members) = response.__reduce__()

    calls: list[Callable[[], object]] = [
        lambda: attrs.evolve(response, key_id=3),
        lambda: restore(cls, members | {"key_id": 3}),
    ]
    for call in calls:
        with pytest.raises(TypeError, match=r"DecryptResponse\.key_id must be str") as caught:
            call()
        walked = [frame for frame, _ in traceback.walk_tb(caught.tb)]
        frames = [it for it in walked if "smaws_kms" in it.f_code.co_filename]
        assert frames
        assert not [frame for frame in frames if "secret" in repr(frame.f_locals)]
