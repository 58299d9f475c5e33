"""Authenticate webhooks with an HMAC key in KMS."""

import smaws_kms as kms

ALGORITHM = kms.MacAlgorithmSpec.HMAC_SHA_256


def signed_headers(client: kms.KMSClient, key_id: str, body: bytes) -> dict[str, str]:
    """Return the headers to send with a webhook."""
    made = client.generate_mac(key_id=key_id, mac_algorithm=ALGORITHM, message=body).unwrap()
    return {"x-key": made.key_id, "x-algorithm": made.mac_algorithm, "x-mac": made.mac.hex()}


def is_genuine(client: kms.KMSClient, key_id: str, body: bytes, mac: str) -> bool:
    """Return whether the MAC is that of the body; raise if KMS could not tell."""
    result = client.verify_mac(
        key_id=key_id, mac_algorithm=ALGORITHM, message=body, mac=bytes.fromhex(mac)
    )
    match result.outcome:
        case kms.VerifyMacResponse(mac_valid=valid):
            return valid
        case kms.KMSInvalidMacException():
            return False
        case error:
            raise error
