"""Sign JSON Web Tokens with RS256 or ES256."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

import smaws_kms as kms

ALGORITHMS: Mapping[str, tuple[str, kms.SigningAlgorithmSpec]] = {
    "RSA_2048": ("RS256", kms.SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256),
    "ECC_NIST_P256": ("ES256", kms.SigningAlgorithmSpec.ECDSA_SHA_256),
}


async def token(client: kms.AsyncKMSClient, key_id: str, claims: Mapping[str, object]) -> str:
    """Return a signed token."""
    metadata = (await client.describe_key(key_id=key_id)).unwrap().key_metadata
    name, algorithm = ALGORITHMS[metadata.key_spec]
    header = {"alg": name, "typ": "JWT", "kid": metadata.key_id}
    signed = f"{part(json.dumps(header))}.{part(json.dumps(dict(claims)))}"
    result = await client.sign(
        key_id=metadata.arn, message=signed.encode(), signing_algorithm=algorithm
    )
    signature = result.unwrap().signature
    if name == "ES256":
        r, s = decode_dss_signature(signature)
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return f"{signed}.{part(signature)}"


async def published_key(client: kms.AsyncKMSClient, key_id: str) -> bytes:
    """Return the public key, in DER, for those who verify tokens."""
    public = (await client.get_public_key(key_id=key_id)).unwrap()
    if kms.SigningAlgorithmSpec.ECDSA_SHA_256 not in (public.signing_algorithms or ()):
        raise ValueError(f"{public.key_id} cannot sign with ES256")
    return public.public_key


def part(content: str | bytes) -> str:
    """Return Base64 without padding, as tokens have it."""
    raw = content.encode() if isinstance(content, str) else content
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
