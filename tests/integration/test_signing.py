"""Signatures and public keys, checked by this client, by moto and by botocore."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.hashes import SHA384
from cryptography.hazmat.primitives.serialization import load_der_public_key

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

MESSAGE = "grüße".encode()
ALGORITHMS = [
    (kms.KeySpec.ECC_NIST_P256, kms.SigningAlgorithmSpec.ECDSA_SHA_256),
    (kms.KeySpec.ECC_NIST_P384, kms.SigningAlgorithmSpec.ECDSA_SHA_384),
    (kms.KeySpec.RSA_2048, kms.SigningAlgorithmSpec.RSASSA_PSS_SHA_256),
    (kms.KeySpec.RSA_2048, kms.SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256),
]


async def new_signer(new_key: NewKey, spec: kms.KeySpec) -> str:
    """Create a key for signatures."""
    return await new_key(key_spec=spec, key_usage=kms.KeyUsageType.SIGN_VERIFY)


async def public_key(call: Call, key_id: str) -> PublicKeyTypes:
    """Return the public key of a key pair."""
    return load_der_public_key((await call(kms.GetPublicKey, key_id=key_id)).unwrap().public_key)


@pytest.mark.parametrize(("spec", "algorithm"), ALGORITHMS)
async def test_sign_and_verify(
    spec: kms.KeySpec,
    algorithm: kms.SigningAlgorithmSpec,
    call: Call,
    new_key: NewKey,
    botocore_call: BotocoreCall,
) -> None:
    """A signature of this client is verified by this client and by botocore."""
    key_id = await new_signer(new_key, spec)
    members = {"key_id": key_id, "message": MESSAGE, "signing_algorithm": algorithm}

    signed = (await call(kms.Sign, **members)).unwrap()

    assert algorithm is signed.signing_algorithm
    verified = (await call(kms.Verify, signature=signed.signature, **members)).unwrap()
    assert verified.signature_valid
    by_botocore = botocore_call(
        "verify",
        KeyId=key_id,
        Message=MESSAGE,
        Signature=signed.signature,
        SigningAlgorithm=algorithm,
    )
    assert by_botocore["SignatureValid"]


async def test_signature_of_botocore(
    call: Call, new_key: NewKey, botocore_call: BotocoreCall
) -> None:
    """This client verifies a signature of botocore."""
    key_id = await new_signer(new_key, kms.KeySpec.ECC_NIST_P256)
    by_botocore = botocore_call(
        "sign", KeyId=key_id, Message=MESSAGE, SigningAlgorithm="ECDSA_SHA_256"
    )

    verified = await call(
        kms.Verify,
        key_id=key_id,
        message=MESSAGE,
        signature=by_botocore["Signature"],
        signing_algorithm=kms.SigningAlgorithmSpec.ECDSA_SHA_256,
    )

    assert verified.unwrap().signature_valid


async def test_signature_outside_kms(call: Call, new_key: NewKey) -> None:
    """The public key of a response verifies the signature of another, without KMS."""
    key_id = await new_signer(new_key, kms.KeySpec.ECC_NIST_P384)
    signed = await call(
        kms.Sign,
        key_id=key_id,
        message=MESSAGE,
        signing_algorithm=kms.SigningAlgorithmSpec.ECDSA_SHA_384,
    )

    key = await public_key(call, key_id)

    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert isinstance(key.curve, ec.SECP384R1)
    key.verify(signed.unwrap().signature, MESSAGE, ec.ECDSA(SHA384()))


async def test_public_key(call: Call, new_key: NewKey, botocore_call: BotocoreCall) -> None:
    """The response has the key's usage and algorithms; botocore gets the same public key."""
    key_id = await new_signer(new_key, kms.KeySpec.RSA_2048)

    response = (await call(kms.GetPublicKey, key_id=key_id)).unwrap()

    assert isinstance(load_der_public_key(response.public_key), rsa.RSAPublicKey)
    assert kms.KeyUsageType.SIGN_VERIFY is response.key_usage
    assert kms.SigningAlgorithmSpec.RSASSA_PSS_SHA_256 in (response.signing_algorithms or ())
    assert botocore_call("get_public_key", KeyId=key_id)["PublicKey"] == response.public_key


async def test_signature_of_another_message(call: Call, new_key: NewKey) -> None:
    """Moto responds with `False`; KMS would respond with a KMSInvalidSignatureException."""
    key_id = await new_signer(new_key, kms.KeySpec.ECC_NIST_P256)
    algorithm = kms.SigningAlgorithmSpec.ECDSA_SHA_256
    signed = await call(kms.Sign, key_id=key_id, message=MESSAGE, signing_algorithm=algorithm)

    verified = await call(
        kms.Verify,
        key_id=key_id,
        message=b"another",
        signature=signed.unwrap().signature,
        signing_algorithm=algorithm,
    )

    assert not verified.unwrap().signature_valid


async def test_key_of_another_kind(call: Call, key_id: str) -> None:
    """A key for encryption cannot sign."""
    error = (
        await call(
            kms.Sign,
            key_id=key_id,
            message=MESSAGE,
            signing_algorithm=kms.SigningAlgorithmSpec.ECDSA_SHA_256,
        )
    ).err

    assert isinstance(error, kms.ValidationException)
    assert "SIGN_VERIFY" in error.message


async def test_unknown_algorithm(call: Call, new_key: NewKey) -> None:
    """A value that this version does not know is sent unchanged, and refused by the server."""
    key_id = await new_signer(new_key, kms.KeySpec.ECC_NIST_P256)

    error = (
        await call(
            kms.Sign,
            key_id=key_id,
            message=MESSAGE,
            signing_algorithm=kms.UnknownValue("QUANTUM_SHA_9"),
        )
    ).err

    assert isinstance(error, kms.ValidationException)
    assert "QUANTUM_SHA_9" in error.message
