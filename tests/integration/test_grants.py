"""Grants: creation, lists, revocation and retirement."""

import pytest

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

GRANTEE = "arn:aws:iam::123456789012:role/reader"
RETIRER = "arn:aws:iam::123456789012:role/retirer"
OPERATIONS = (kms.GrantOperation.Decrypt, kms.GrantOperation.DescribeKey)


async def grant(call: Call, key_id: str) -> kms.CreateGrantResponse:
    """Create a grant with constraints and a name."""
    created = await call(
        kms.CreateGrant,
        key_id=key_id,
        grantee_principal=GRANTEE,
        retiring_principal=RETIRER,
        operations=OPERATIONS,
        constraints=kms.GrantConstraints(encryption_context_subset={"tenant": "a"}),
        name="reading",
    )
    return created.unwrap()


async def grants_of(call: Call, key_id: str) -> tuple[kms.GrantListEntry, ...]:
    """Return the grants of a key."""
    return (await call(kms.ListGrants, key_id=key_id)).unwrap().grants


async def test_create_and_list(call: Call, key_id: str) -> None:
    """A new grant is listed with its members."""
    created = await grant(call, key_id)

    (listed,) = await grants_of(call, key_id)

    assert created.grant_token
    assert {
        "KeyId": key_id,
        "GrantId": created.grant_id,
        "Name": "reading",
        "GranteePrincipal": GRANTEE,
        "RetiringPrincipal": RETIRER,
        "Operations": list(OPERATIONS),
        "Constraints": {"EncryptionContextSubset": {"tenant": "a"}},
    } == kms.to_wire(listed)


async def test_grant_of_botocore(call: Call, key_id: str, botocore_call: BotocoreCall) -> None:
    """A grant of botocore without name and constraints is listed."""
    created = botocore_call(
        "create_grant", KeyId=key_id, GranteePrincipal=GRANTEE, Operations=["Encrypt"]
    )

    (listed,) = await grants_of(call, key_id)

    assert created["GrantId"] == listed.grant_id
    assert (kms.GrantOperation.Encrypt,) == listed.operations
    assert (None, None) == (listed.name, listed.constraints)


async def test_list_one(call: Call, key_id: str) -> None:
    """`ListGrants` can be limited to one grant by its ID."""
    wanted, _ = await grant(call, key_id), await grant(call, key_id)

    listed = await call(kms.ListGrants, key_id=key_id, grant_id=wanted.grant_id)

    assert [wanted.grant_id] == [entry.grant_id for entry in listed.unwrap().grants]


async def test_list_retirable(call: Call, key_id: str, new_key: NewKey) -> None:
    """Grants are listed by their retiring principal, over all keys."""
    keys = [key_id, await new_key()]
    created = {(await grant(call, key)).grant_id for key in keys}

    listed = (await call(kms.ListRetirableGrants, retiring_principal=RETIRER)).unwrap()
    none = (await call(kms.ListRetirableGrants, retiring_principal=GRANTEE)).unwrap()

    assert created == {entry.grant_id for entry in listed.grants}
    assert () == none.grants


async def test_revoke(call: Call, key_id: str) -> None:
    """A revoked grant is no longer listed."""
    created = await grant(call, key_id)

    revoked = await call(kms.RevokeGrant, key_id=key_id, grant_id=created.grant_id)

    assert kms.Ok(None) == revoked
    assert () == await grants_of(call, key_id)


@pytest.mark.parametrize("by_token", [True, False])
async def test_retire(by_token: bool, call: Call, key_id: str) -> None:  # noqa: FBT001  # a parameter
    """A grant is retired by its token, or by the IDs of key and grant."""
    created = await grant(call, key_id)
    members = (
        {"grant_token": created.grant_token}
        if by_token
        else {"key_id": key_id, "grant_id": created.grant_id}
    )

    retired = await call(kms.RetireGrant, **members)

    assert kms.Ok(None) == retired
    assert () == await grants_of(call, key_id)


async def test_unknown_grant(call: Call, key_id: str) -> None:
    """Revoking an unknown grant is a NotFoundException."""
    error = (await call(kms.RevokeGrant, key_id=key_id, grant_id="none")).err

    assert isinstance(error, kms.NotFoundException)
    assert "Grant ID none not found" == error.message
