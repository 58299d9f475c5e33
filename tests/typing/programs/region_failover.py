"""Decrypt with the replica in another Region when one Region does not answer."""

from collections.abc import Sequence

from attrs import frozen

import smaws_kms as kms


@frozen
class Unavailable:
    """No Region could decrypt."""

    errors: tuple[kms.DecryptError, ...]


def decrypt(clients: Sequence[kms.KMSClient], blob: bytes) -> kms.Result[bytes, Unavailable]:
    """Ask one Region after the other, as long as the failure may be the Region's."""
    errors: list[kms.DecryptError] = []
    for client in clients:
        match client.decrypt(ciphertext_blob=blob):
            case kms.Ok(response):
                return kms.Ok(response.plaintext)
            case kms.Err(error):
                errors.append(error)
                if not is_regional(error):
                    break
    return kms.Err(Unavailable(tuple(errors)))


def is_regional(error: kms.DecryptError) -> bool:
    """Return whether another Region may do better."""
    if isinstance(error, kms.ServiceError):
        return error.fault == "server" or error.throttling
    return isinstance(error, kms.TransportError)
