"""Install a release only if its signature is valid."""

from enum import Enum, auto
from hashlib import sha256

import smaws_kms as kms


class Verdict(Enum):
    """What is known of a release."""

    GENUINE = auto()
    FORGED = auto()
    UNKNOWN = auto()


async def verdict(
    client: kms.AsyncKMSClient, key_id: str, release: bytes, signature: bytes
) -> Verdict:
    """Have KMS verify the signature of a release."""
    result = await client.verify(
        key_id=key_id,
        message=sha256(release).digest(),
        message_type=kms.MessageType.DIGEST,
        signature=signature,
        signing_algorithm=kms.SigningAlgorithmSpec.ECDSA_SHA_256,
    )
    match result.outcome:
        case kms.VerifyResponse(signature_valid=True):
            return Verdict.GENUINE
        case kms.VerifyResponse() | kms.KMSInvalidSignatureException():
            return Verdict.FORGED
        case kms.TransportError() | kms.KMSInternalException():
            return Verdict.UNKNOWN
        case error:
            raise error
