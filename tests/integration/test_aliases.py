"""Aliases: names that can be moved from key to key."""

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

ALIAS = "alias/orders"


async def target(call: Call) -> str | None:
    """Return the id of the key that the alias points to."""
    listed = (await call(kms.ListAliases)).unwrap().aliases
    return next((alias.target_key_id for alias in listed if alias.alias_name == ALIAS), None)


async def test_create_alias(call: Call, key_id: str) -> None:
    """A new alias is listed with its key, and other calls accept it as a key ID."""
    created = await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)

    assert kms.Ok(None) == created
    assert key_id == await target(call)
    described = (await call(kms.DescribeKey, key_id=ALIAS)).unwrap()
    assert key_id == described.key_metadata.key_id


async def test_aliases_of_a_key(call: Call, key_id: str, new_key: NewKey) -> None:
    """The aliases of one key can be listed."""
    (await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)).unwrap()
    (await call(kms.CreateAlias, alias_name="alias/b", target_key_id=await new_key())).unwrap()

    listed = (await call(kms.ListAliases, key_id=key_id)).unwrap()

    (alias,) = listed.aliases
    assert ALIAS == alias.alias_name
    assert (alias.alias_arn or "").endswith(f":{ALIAS}")


async def test_aliases_of_aws(call: Call) -> None:
    """Moto lists the aliases of AWS without dates."""
    listed = (await call(kms.ListAliases)).unwrap().aliases

    assert listed
    assert all((alias.alias_name or "").startswith("alias/aws/") for alias in listed)
    assert {None} == {alias.creation_date for alias in listed}


async def test_update_alias(call: Call, key_id: str, new_key: NewKey) -> None:
    """An alias can be moved to another key."""
    other = await new_key()
    (await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)).unwrap()

    updated = await call(kms.UpdateAlias, alias_name=ALIAS, target_key_id=other)

    assert kms.Ok(None) == updated
    assert other == await target(call)


async def test_delete_alias(call: Call, key_id: str, botocore_call: BotocoreCall) -> None:
    """An alias that botocore created can be deleted."""
    botocore_call("create_alias", AliasName=ALIAS, TargetKeyId=key_id)
    found = await target(call)

    deleted = await call(kms.DeleteAlias, alias_name=ALIAS)

    assert key_id == found
    assert kms.Ok(None) == deleted
    assert await target(call) is None


async def test_existing_alias(call: Call, key_id: str) -> None:
    """A second alias with the same name is an AlreadyExistsException."""
    (await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)).unwrap()

    error = (await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)).err

    assert isinstance(error, kms.AlreadyExistsException)
    assert f"{ALIAS} already exists" in error.message


async def test_unknown_alias(call: Call) -> None:
    """An alias that does not exist is a NotFoundException, as a key ID and for a deletion."""
    described = await call(kms.DescribeKey, key_id=ALIAS)
    deleted = await call(kms.DeleteAlias, alias_name=ALIAS)

    assert isinstance(described.err, kms.NotFoundException)
    assert isinstance(deleted.err, kms.NotFoundException)


async def test_bad_alias(call: Call, key_id: str) -> None:
    """An error that the model does not list has a class as well."""
    error = (await call(kms.CreateAlias, alias_name="orders", target_key_id=key_id)).err

    assert isinstance(error, kms.ValidationException)
    assert "Invalid identifier" == error.message


async def test_unknown_error_code(call: Call, key_id: str) -> None:
    """An unknown error code is kept unchanged."""
    error = (await call(kms.CreateAlias, alias_name="alias/aws/s3", target_key_id=key_id)).err

    assert isinstance(error, kms.UnmodeledServiceError)
    assert "NotAuthorizedException" == error.code
