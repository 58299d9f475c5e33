"""Programs of users that sign and verify: `tests/typing/programs`, run against moto."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Callable
from hashlib import sha256

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

import smaws_kms as kms
from tests.typing.programs import jwt_signer, release_verifier, webhook_mac


@pytest.mark.parametrize("spec", [kms.KeySpec.RSA_2048, kms.KeySpec.ECC_NIST_P256])
async def test_jwt_signer(
    spec: kms.KeySpec,
    client: kms.AsyncKMSClient,
    blocking_client: kms.KMSClient,
    new_arn: Callable[..., str],
) -> None:
    """The public key of the signer verifies the token."""
    arn = new_arn(spec, kms.KeyUsageType.SIGN_VERIFY)

    head, claims, signature = (await jwt_signer.token(client, arn, {"sub": "me"})).split(".")

    public = load_der_public_key(blocking_client.get_public_key(key_id=arn).unwrap().public_key)
    signed, raw = f"{head}.{claims}".encode(), urlsafe_b64decode(signature + "==")
    assert {"sub": "me"} == json.loads(urlsafe_b64decode(claims + "=="))
    match public:
        case RSAPublicKey():
            public.verify(raw, signed, PKCS1v15(), SHA256())
        case EllipticCurvePublicKey():
            r, s = int.from_bytes(raw[:32]), int.from_bytes(raw[32:])
            public.verify(encode_dss_signature(r, s), signed, ECDSA(SHA256()))
        case _:
            raise InvalidSignature


def test_webhook_mac(blocking_client: kms.KMSClient, new_arn: Callable[..., str]) -> None:
    """A genuine body is told from a changed one."""
    arn = new_arn(kms.KeySpec.HMAC_256, kms.KeyUsageType.GENERATE_VERIFY_MAC)

    headers = webhook_mac.signed_headers(blocking_client, arn, b"body")

    assert webhook_mac.is_genuine(blocking_client, arn, b"body", headers["x-mac"])
    assert not webhook_mac.is_genuine(blocking_client, arn, b"other", headers["x-mac"])


async def test_release_verifier(
    client: kms.AsyncKMSClient, blocking_client: kms.KMSClient, new_arn: Callable[..., str]
) -> None:
    """A forged release is called forged, and one that KMS could not check unknown."""
    arn = new_arn(kms.KeySpec.ECC_NIST_P256, kms.KeyUsageType.SIGN_VERIFY)
    signature = (
        blocking_client.sign(
            key_id=arn,
            message=sha256(b"release").digest(),
            message_type=kms.MessageType.DIGEST,
            signing_algorithm=kms.SigningAlgorithmSpec.ECDSA_SHA_256,
        )
        .unwrap()
        .signature
    )
    nowhere = client.with_options(endpoint_url="http://127.0.0.1:1")

    genuine = await release_verifier.verdict(client, arn, b"release", signature)
    forged = await release_verifier.verdict(client, arn, b"malware", signature)
    unknown = await release_verifier.verdict(nowhere, arn, b"release", signature)

    assert release_verifier.Verdict.GENUINE is genuine
    assert release_verifier.Verdict.FORGED is forged
    assert release_verifier.Verdict.UNKNOWN is unknown
