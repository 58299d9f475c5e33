"""Examples of KMS look like its own, and their members agree with each other."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key

import smaws_kms as kms
from smaws_kms.testing import example


def test_key() -> None:
    """A key is enabled, symmetric, and was created at a fixed time."""
    key = example(kms.KeyMetadata)

    assert f"arn:aws:kms:us-east-1:111122223333:key/{key.key_id}" == key.arn
    assert ("111122223333", True) == (key.aws_account_id, key.enabled)
    assert kms.KeyState.Enabled is key.key_state
    assert kms.KeySpec.SYMMETRIC_DEFAULT is key.key_spec
    assert datetime(2026, 1, 1, tzinfo=UTC) == key.creation_date
    assert key.deletion_date is None


def test_chosen_members() -> None:
    """Chosen members replace examples, also where other members contain them."""
    key = example(kms.KeyMetadata, key_id="mine", aws_account_id="210987654321", enabled=False)
    alias = example(kms.AliasListEntry, alias_name="alias/mine")
    exact = example(kms.KeyMetadata, key_id="mine", arn="{key_id}")

    assert "arn:aws:kms:us-east-1:210987654321:key/mine" == key.arn
    assert not key.enabled
    assert "arn:aws:kms:us-east-1:111122223333:alias/mine" == alias.alias_arn
    assert "{key_id}" == exact.arn


def test_nested() -> None:
    """Lists have one element; a replica is in another Region than its primary key."""
    (key,) = example(kms.ListKeysResponse).keys
    regions = example(kms.MultiRegionConfiguration)

    assert key.key_arn.endswith(f":key/{key.key_id}")
    assert ":us-east-1:" in regions.primary_key.arn
    assert [":eu-west-1:"] == [each.arn[11:22] for each in regions.replica_keys]


def test_public_keys() -> None:
    """Public keys can be loaded, and the signature of the examples is valid."""
    public = load_der_public_key(example(kms.GetPublicKeyResponse).public_key)
    wrapping = load_der_public_key(example(kms.GetParametersForImportResponse).public_key)
    request = example(kms.VerifyRequest)

    assert isinstance(public, EllipticCurvePublicKey)
    assert isinstance(wrapping, RSAPublicKey)
    public.verify(request.signature, request.message, ECDSA(SHA256()))
    assert example(kms.SignResponse).signature == request.signature
    assert example(kms.SignRequest).message == request.message


def test_key_pair() -> None:
    """The halves of a data key pair belong together."""
    pair = example(kms.GenerateDataKeyPairResponse)

    private = load_der_private_key(pair.private_key_plaintext, password=None)
    public = load_der_public_key(pair.public_key)
    assert isinstance(private, EllipticCurvePrivateKey)
    assert public == private.public_key()


def test_values() -> None:
    """Data keys have 32 bytes, ciphertext is not plaintext, a policy is JSON, dates agree."""
    encrypted = example(kms.EncryptResponse).ciphertext_blob
    deletion = example(kms.ScheduleKeyDeletionResponse)

    assert 32 == len(example(kms.GenerateDataKeyResponse).plaintext)
    assert encrypted == example(kms.DecryptRequest).ciphertext_blob
    assert encrypted != example(kms.DecryptResponse).plaintext
    assert "2012-10-17" == json.loads(example(kms.GetKeyPolicyResponse).policy)["Version"]
    assert deletion.deletion_date == datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=30)
    assert example(kms.VerifyResponse).signature_valid


def test_sealed() -> None:
    """A response for a recipient has no plaintext."""
    sealed = example(kms.DecryptResponse, ciphertext_for_recipient=b"sealed")
    clear = example(kms.DecryptResponse, ciphertext_for_recipient=None)

    assert not hasattr(sealed, "plaintext")
    assert sealed == kms.from_wire(kms.DecryptResponse, kms.to_wire(sealed))
    assert b"plaintext" == clear.plaintext


def test_error_in_a_result() -> None:
    """An error takes what a constructor takes."""
    error = example(kms.NotFoundException, operation="Decrypt", message="no such key")

    assert "Decrypt: NotFoundException: no such key" in str(error)
    assert kms.Err(error).err is error
    assert example(kms.ResponseParseError, path="$.KeyId").path == "$.KeyId"


@pytest.mark.parametrize(
    ("cls", "members", "text"),
    [
        (kms.KeyMetadata, {"keyid": "x"}, "unexpected keyword argument 'keyid'"),
        (kms.KeyMetadata, {"key_id": 3}, "KeyMetadata.key_id must be str, not int"),
        (kms.NotFoundException, {"key_id": "x"}, "unexpected keyword argument 'key_id'"),
        (kms.KeySpec, {"name": "x"}, "KeySpec is an enum and has no members to set"),
        (kms.KMSClient, {}, "expected the class of a shape or error, got KMSClient"),
        (kms.Credentials, {}, "expected the class of a shape or error, got Credentials"),
        (kms.Encrypt, {}, "expected the class of a shape or error, got an instance of Operation"),
        ("KeyMetadata", {}, "expected the class of a shape or error, got an instance of str"),
    ],
)
def test_refused(cls: type[object], members: dict[str, object], text: str) -> None:
    """Unknown members, wrong types, and what is no shape are a `TypeError`."""
    with pytest.raises(TypeError, match=text):
        example(cls, **members)


def test_not_imported_with_the_package() -> None:
    """Clients load neither the function nor the examples."""
    program = (
        "import sys, smaws_kms as kms; kms.KMSClient(); kms.Tag(tag_key='a', tag_value='b')\n"
        "print([name for name in sys.modules if 'testing' in name or 'examples' in name])"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "[]\n" == done.stdout
