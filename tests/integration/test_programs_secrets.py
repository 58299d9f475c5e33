"""Programs of users that encrypt: `tests/typing/programs`, run against moto."""

from base64 import b64encode, urlsafe_b64decode
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidTag

import smaws_kms as kms
from tests.typing.programs import (
    envelope,
    envelope_without_plaintext,
    http_handler,
    re_encryption,
    region_failover,
    secret_text,
    session_tokens,
    task_group,
    two_matches,
    unwrapped_tasks,
)


def test_envelope(blocking_client: kms.KMSClient, new_arn: Callable[..., str]) -> None:
    """A file comes back, and only under its own path."""
    sealed = envelope.seal(blocking_client, new_arn(), "a.txt", b"content")

    assert b"content" == envelope.unseal(blocking_client, "a.txt", sealed)
    assert b"content" not in sealed.ciphertext
    with pytest.raises((kms.InvalidCiphertextException, InvalidTag)):
        envelope.unseal(blocking_client, "b.txt", sealed)


async def test_envelope_without_plaintext(
    client: kms.AsyncKMSClient, new_arn: Callable[..., str]
) -> None:
    """Prepared data keys open to 32 bytes each, all different."""
    prepared = await envelope_without_plaintext.prepare(client, new_arn(), 2)

    opened = [
        await envelope_without_plaintext.open_key(client, key, shard)
        for shard, key in enumerate(prepared)
    ]
    assert [32, 32] == [len(key) for key in opened]
    assert opened[0] != opened[1]


def test_secret_text(blocking_client: kms.KMSClient, new_arn: Callable[..., str]) -> None:
    """Encrypted settings are decrypted, others stay as they are."""
    sealed = blocking_client.encrypt(key_id=new_arn(), plaintext="Grüße".encode()).unwrap()
    text = b64encode(sealed.ciphertext_blob).decode()

    loaded = secret_text.load(blocking_client, {"a": "plain", "b": f"kms:{text}"})

    assert {"a": "plain", "b": "Grüße"} == loaded
    assert 5 == secret_text.length(blocking_client, text)


async def test_re_encryption(client: kms.AsyncKMSClient, new_arn: Callable[..., str]) -> None:
    """Ciphertexts move to the other key; what is no ciphertext is left out."""
    old, new = new_arn(), new_arn()
    blob = (await client.encrypt(key_id=old, plaintext=b"text")).unwrap().ciphertext_blob
    mover = re_encryption.Mover(client, new)

    (moved,) = await mover.move([blob, b"rubbish"])

    opened = (await client.decrypt(ciphertext_blob=moved)).unwrap()
    assert (b"text", new) == (opened.plaintext, opened.key_id)
    assert {f"{old} to {new}": 1} == mover.moved
    assert [b"rubbish"] == mover.unreadable


async def test_two_matches(
    client: kms.AsyncKMSClient, blocking_client: kms.KMSClient, new_arn: Callable[..., str]
) -> None:
    """A secret is copied to another key, or the error says which call failed."""
    old, new = new_arn(), new_arn().rpartition("/")[2]
    blob = (await client.encrypt(key_id=old, plaintext=b"text")).unwrap().ciphertext_blob

    copied = await two_matches.copy(client, blob, new)

    assert b"text" == (await client.decrypt(ciphertext_blob=copied)).unwrap().plaintext
    with pytest.raises(ValueError, match="not a ciphertext"):
        await two_matches.copy(client, b"rubbish", new)
    assert not two_matches.ready(blocking_client, new)
    blocking_client.enable_key_rotation(key_id=new).unwrap()
    assert two_matches.ready(blocking_client, new)
    blocking_client.disable_key(key_id=new).unwrap()
    assert not two_matches.ready(blocking_client, new)


async def test_task_group(client: kms.AsyncKMSClient, new_arn: Callable[..., str]) -> None:
    """All records are decrypted, or the group raises the error of one."""
    arn = new_arn()
    records = {
        name: (
            await client.encrypt(
                key_id=arn, plaintext=name.encode(), encryption_context={"record": name}
            )
        )
        .unwrap()
        .ciphertext_blob
        for name in ("a", "b", "c")
    }

    assert {"a": b"a", "b": b"b", "c": b"c"} == await task_group.decrypt_all(client, records)
    with pytest.raises(ExceptionGroup) as raised:
        await task_group.decrypt_all(client, {"b": records["a"]})
    assert raised.group_contains(kms.InvalidCiphertextException)
    found = await task_group.describe_all(client, arn, "alias/missing", arn)
    assert [arn, arn] == [metadata.arn for metadata in found]


async def test_unwrapped_tasks(
    client: kms.AsyncKMSClient, blocking_client: kms.KMSClient, new_arn: Callable[..., str]
) -> None:
    """Tasks return responses, and a group raises the error of a call."""
    on, off = new_arn(), new_arn()
    blocking_client.disable_key(key_id=off.rpartition("/")[2]).unwrap()
    tag = kms.Tag(tag_key="team", tag_value="payments")
    blocking_client.tag_resource(key_id=on.rpartition("/")[2], tags=[tag]).unwrap()

    created, seed = await unwrapped_tasks.key_and_seed(client)

    assert [on, created] == await unwrapped_tasks.enabled_keys(client, [on, off, created])
    assert 16 == len(seed)
    assert {"team": "payments"} == await unwrapped_tasks.tagged(client, on.rpartition("/")[2])
    with pytest.raises(ExceptionGroup) as raised:
        await unwrapped_tasks.enabled_keys(client, [on, "alias/missing"])
    assert raised.group_contains(kms.NotFoundException)


async def test_http_handler(
    client: kms.AsyncKMSClient, blocking_client: kms.KMSClient, new_arn: Callable[..., str]
) -> None:
    """Success, an unknown tenant, wrong input and a dead service have statuses of their own."""
    blocking_client.create_alias(alias_name="alias/acme", target_key_id=new_arn()).unwrap()
    nowhere = client.with_options(endpoint_url="http://127.0.0.1:1")
    unsigned = kms.AsyncKMSClient(region="us-east-1")

    responses = [
        await http_handler.post_secret(client, "acme", "text"),
        await http_handler.post_secret(client, "other", "text"),
        await http_handler.post_secret(client, "acme", ""),
        await http_handler.post_secret(nowhere, "acme", "text"),
        await http_handler.post_secret(unsigned, "acme", "text"),
    ]

    assert [200, 404, 422, 503, 500] == [response.status for response in responses]


async def test_session_tokens(client: kms.AsyncKMSClient) -> None:
    """Tokens differ, across blocks too."""
    source = session_tokens.TokenSource(client)

    tokens = [token async for token in source.tokens(50)]

    assert 50 == len(set(tokens))
    assert {24} == {len(urlsafe_b64decode(token)) for token in tokens}


def test_region_failover(blocking_client: kms.KMSClient, new_arn: Callable[..., str]) -> None:
    """The next Region is asked when one is unreachable, and not when the request is wrong."""
    nowhere = blocking_client.with_options(endpoint_url="http://127.0.0.1:1")
    blob = blocking_client.encrypt(key_id=new_arn(), plaintext=b"x").unwrap().ciphertext_blob

    found = region_failover.decrypt([nowhere, blocking_client], blob)
    refused = region_failover.decrypt([blocking_client, nowhere], b"rubbish")
    down = region_failover.decrypt([nowhere, nowhere], blob)

    assert kms.Ok(b"x") == found
    assert [kms.InvalidCiphertextException] == [
        type(error) for error in refused.unwrap_or_else(_errors)
    ]
    assert 2 == len(down.unwrap_or_else(_errors))


def _errors(unavailable: region_failover.Unavailable) -> tuple[kms.DecryptError, ...]:
    return unavailable.errors
