"""Say who may decrypt with a key through grants, and revoke grants of former employees."""

from collections.abc import Iterator

import smaws_kms as kms

READS = {kms.GrantOperation.Decrypt, kms.GrantOperation.ReEncryptFrom}


def readers(client: kms.KMSClient, key_id: str) -> Iterator[tuple[str, str]]:
    """Yield the ID and the grantee of each grant that lets someone read."""
    for grant in client.list_grants.items(key_id=key_id):
        if READS.intersection(grant.operations):
            grantee = grant.grantee_principal or grant.grantee_service_principal or "unknown"
            yield grant.grant_id, grantee


def revoke_all(client: kms.KMSClient, key_id: str, principal: str) -> int:
    """Revoke the grants of a principal, and return their number."""
    revoked = 0
    for grant in client.list_grants.items(key_id=key_id, grantee_principal=principal):
        client.revoke_grant(key_id=grant.key_id, grant_id=grant.grant_id).unwrap()
        revoked += 1
    return revoked
