"""Programs of users whose operations moto lacks: `tests/typing/programs`, with prepared responses."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256

import smaws_kms as kms
from smaws_kms.testing import example
from tests.operations.fake_kms import FakeKms, http_response
from tests.typing.programs import (
    alias_audit,
    data_key_pair,
    enclave,
    fake_decrypter,
    jwt_signer,
    key_agreement,
    key_import,
    key_store_audit,
    key_with_alias,
    permission_check,
    post_quantum,
    unused_keys,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEY = example(kms.KeyMetadata)


def answers(*found: object) -> FakeKms:
    """Return a service that answers with these shapes and errors, and with `None` for no output."""
    return FakeKms([answer(it) for it in found])


def answer(found: object) -> httpx.Response:
    """Return the HTTP response for a shape, an error or `None`."""
    if isinstance(found, kms.ServiceError):
        return http_response({"__type": found.code, "message": found.message}, status=400)
    return http_response(found if found is None else kms.to_wire(found))


def test_key_stores() -> None:
    """A disconnected key store is connected, the others are described."""
    states = (*kms.ConnectionStateType, kms.UnknownValue("RESTING"))
    stores = [
        example(
            kms.CustomKeyStoresListEntry, connection_state=state, custom_key_store_id=f"cks-{n}"
        )
        for n, state in enumerate(states)
    ]
    listed = example(kms.DescribeCustomKeyStoresResponse, custom_key_stores=stores)
    service = answers(listed, None)

    lines = list(key_store_audit.reconnect(service.client()))

    assert {"CustomKeyStoreId": "cks-3"} == service.bodies[1]
    assert lines[0] == "example-store (AWS_CLOUDHSM): connected"
    assert [line.rpartition(": ")[2] for line in lines[1:]] == [
        "connecting",
        "failed with no reason given",
        "off since its creation on 2026-01-01, or later",
        "off since its creation on 2026-01-01, or later",
        "RESTING",
    ]


async def test_predefined_alias() -> None:
    """An alias without a target is one that AWS reserves."""
    aliases = [
        example(kms.AliasListEntry, alias_name="alias/aws/s3", target_key_id=None),
        example(kms.AliasListEntry),
    ]
    service = answers(example(kms.ListAliasesResponse, aliases=aliases))

    report = await alias_audit.audit(service.async_client())

    assert ("arn:aws:kms:us-east-1:111122223333:alias/aws/s3",) == report.predefined
    assert {} == report.shared


async def test_key_agreement() -> None:
    """Both uses of one secret give one key; a key for something else is refused."""
    public = example(kms.GetPublicKeyResponse, key_usage=kms.KeyUsageType.KEY_AGREEMENT)
    secret = example(kms.DeriveSharedSecretResponse)
    refusal = example(kms.InvalidKeyUsageException)
    service = answers(public, secret, secret, refusal, example(kms.GetPublicKeyResponse))
    client = service.async_client()

    peer = await key_agreement.public_half(client, "alias/peer")
    first, second = [await key_agreement.session_key(client, "alias/me", peer) for _ in range(2)]

    assert first == second
    assert 32 == len(first)
    with pytest.raises(ValueError, match="not created for key agreement"):
        await key_agreement.session_key(client, "alias/me", peer)
    with pytest.raises(ValueError, match="SIGN_VERIFY"):
        await key_agreement.public_half(client, "alias/me")


def test_key_import() -> None:
    """Material is wrapped with the key that KMS sent, and imported with its token."""
    parameters = example(kms.GetParametersForImportResponse)
    imported = example(kms.ImportKeyMaterialResponse)
    service = answers(parameters, imported, parameters)
    client = service.client()

    arn = key_import.import_material(client, KEY.key_id, b"m" * 32, NOW)

    assert arn == imported.key_id
    assert kms.to_wire(parameters)["ImportToken"] == service.bodies[1]["ImportToken"]
    assert "EncryptedKeyMaterial" in service.bodies[1]
    with pytest.raises(ValueError, match="would expire"):
        key_import.import_material(client, KEY.key_id, b"m" * 32, datetime(2026, 1, 1, tzinfo=UTC))


async def test_enclave() -> None:
    """A sealed answer is opened by the enclave; an answer in the clear is refused."""
    sealed = {"CiphertextForRecipient": "c2VhbGVk", "KeyId": KEY.arn}
    opened = example(kms.DecryptResponse)
    service = FakeKms([http_response(sealed), answer(opened), http_response(sealed)])
    client = service.async_client()

    plaintext = await enclave.open_sealed(client, b"blob", b"document", bytes.upper)

    assert b"SEALED" == plaintext
    assert "ZG9jdW1lbnQ=" == service.bodies[0]["Recipient"]["AttestationDocument"]
    with pytest.raises(RuntimeError, match="answered in the clear"):
        await enclave.open_sealed(client, b"blob", b"document", bytes.upper)
    assert b"sealed" == await enclave.seed(client, example(kms.RecipientInfo))


async def test_seed_in_the_clear() -> None:
    """Without a recipient, random bytes come in the clear."""
    response = example(kms.GenerateRandomResponse)

    found = await enclave.seed(answers(response).async_client(), None)

    assert response.plaintext == found


def test_data_key_pair() -> None:
    """The private key of a device signs, and its public key verifies that."""
    pair = example(kms.GenerateDataKeyPairResponse)
    opened = example(kms.DecryptResponse, plaintext=pair.private_key_plaintext)
    service = answers(pair, opened)
    client = service.client()

    device, private = data_key_pair.enroll(client, "alias/devices")
    signature = data_key_pair.sign_for(client, device, b"message")

    private.public_key().verify(signature, b"message", ECDSA(SHA256()))
    assert device.wrapped_by == service.bodies[1]["KeyId"]
    with pytest.raises(ValueError, match="deserialize"):
        data_key_pair.load(b"no key")


async def test_unused_keys() -> None:
    """Keys that nothing has used are found, also if nothing ever has."""
    keys = [example(kms.KeyListEntry, key_id=str(number)) for number in range(3)]
    recent = example(kms.KeyLastUsageData, timestamp=NOW - timedelta(days=1))
    service = answers(
        example(kms.ListKeysResponse, keys=keys),
        example(kms.GetKeyLastUsageResponse),
        example(kms.GetKeyLastUsageResponse, key_last_usage=None),
        example(kms.GetKeyLastUsageResponse, key_last_usage=recent),
    )

    unused = unused_keys.unused(service.async_client(), NOW, timedelta(days=30))
    found = [explanation async for _, explanation in unused]

    assert ["Decrypt on 2026-01-01", "unused since 2026-01-01"] == found


async def test_post_quantum() -> None:
    """Both sides have the same secret."""
    service = answers(example(kms.EncapsulateResponse), example(kms.DecapsulateResponse))
    client = service.async_client()

    offer, secret = await post_quantum.offer(client, "alias/peer")

    assert secret == await post_quantum.accept(client, offer)
    assert offer.key_id == service.bodies[1]["KeyId"]


async def test_fake_decrypter() -> None:
    """The program takes the double and a real client."""
    response = example(kms.DecryptResponse, plaintext=b"sesame")
    client = answers(response).async_client()

    assert "sesame" == await fake_decrypter.password(fake_decrypter.Reversing(), b"emases")
    assert "sesame" == await fake_decrypter.password(fake_decrypter.real(client), b"stored")


async def test_published_key() -> None:
    """A key that cannot sign tokens is refused."""
    fitting = example(kms.GetPublicKeyResponse)
    other = example(kms.GetPublicKeyResponse, signing_algorithms=None)
    client = answers(fitting, other).async_client()

    assert fitting.public_key == await jwt_signer.published_key(client, "alias/tokens")
    with pytest.raises(ValueError, match="cannot sign with ES256"):
        await jwt_signer.published_key(client, "alias/tokens")


async def test_key_that_came_too_late() -> None:
    """If another instance was faster, its key is taken, and the own one deleted."""
    mine, theirs = example(kms.KeyMetadata, key_id="mine"), example(kms.KeyMetadata)
    service = answers(
        example(kms.NotFoundException),
        example(kms.CreateKeyResponse, key_metadata=mine),
        example(kms.AlreadyExistsException),
        example(kms.ScheduleKeyDeletionResponse),
        example(kms.DescribeKeyResponse, key_metadata=theirs),
    )

    assert theirs.arn == await key_with_alias.key_of(service.async_client(), "orders")
    assert {"KeyId": "mine", "PendingWindowInDays": 7} == service.bodies[3]


def test_permission_check() -> None:
    """A dry run that passed is no error; a refused one names the permission."""
    service = FakeKms(
        [
            answer(example(kms.DryRunOperationException)),
            http_response({"__type": "AccessDeniedException", "Message": "no"}, status=400),
        ]
    )

    missing = list(permission_check.missing_permissions(service.client(), KEY.key_id))

    assert ["kms:GenerateDataKeyWithoutPlaintext"] == missing
    assert [True, True] == [body["DryRun"] for body in service.bodies]
