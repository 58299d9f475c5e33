"""Check at startup that this role may use its key, without using it."""

from collections.abc import Iterator

import smaws_kms as kms


def missing_permissions(client: kms.KMSClient, key_id: str) -> Iterator[str]:
    """Yield the permissions that the role lacks; raise if KMS could not tell."""
    encrypted = client.encrypt(key_id=key_id, plaintext=b"probe", dry_run=True)
    if denied(kms.dry_run(encrypted)):
        yield "kms:Encrypt"
    data_key = client.generate_data_key_without_plaintext(
        key_id=key_id, number_of_bytes=32, dry_run=True
    )
    if denied(kms.dry_run(data_key)):
        yield "kms:GenerateDataKeyWithoutPlaintext"


def denied(checked: kms.Result[None, kms.SmawsError]) -> bool:
    """Return whether a dry run was refused for lack of a permission."""
    match checked:
        case kms.Ok():
            return False
        case kms.Err(kms.AccessDeniedException()):
            return True
        case kms.Err(error):
            raise error
