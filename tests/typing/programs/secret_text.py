"""Read settings that were encrypted with `aws kms encrypt`."""

from base64 import b64decode
from collections.abc import Mapping

import smaws_kms as kms


def decrypt_text(client: kms.KMSClient, encrypted: str) -> str:
    """Return the text of a Base64 ciphertext."""
    result = client.decrypt(ciphertext_blob=b64decode(encrypted, validate=True))
    return result.map(lambda response: response.plaintext.decode("utf-8")).unwrap()


def load(client: kms.KMSClient, settings: Mapping[str, str]) -> dict[str, str]:
    """Decrypt the settings that start with `kms:`."""
    return {
        name: decrypt_text(client, value.removeprefix("kms:"))
        if value.startswith("kms:")
        else value
        for name, value in settings.items()
    }


def length(client: kms.KMSClient, encrypted: str) -> int | None:
    """Return the length of the text, or `None` if this role may not read it."""
    match client.decrypt(ciphertext_blob=b64decode(encrypted)).outcome:
        case kms.DecryptResponse(plaintext=plaintext):
            return len(plaintext.decode())
        case kms.AccessDeniedException() | kms.DisabledException():
            return None
        case error:
            raise error
