"""A minimal successful call of each operation that moto has, and requests for those that it lacks."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias

import smaws_kms as kms
from tests.integration.driving import Call

Operation: TypeAlias = kms.Operation[Any, Any, Any]
Outcome: TypeAlias = kms.Result[object, object]
Scenario: TypeAlias = Callable[[Call], Awaitable[Outcome]]

PRINCIPAL: Final = "arn:aws:iam::123456789012:role/reader"
ALIAS: Final = "alias/scenario"
TEXT: Final = b"text"

_SIGNER: Final[dict[str, object]] = {
    "key_spec": kms.KeySpec.ECC_NIST_P256,
    "key_usage": kms.KeyUsageType.SIGN_VERIFY,
}
_SIGNING: Final[dict[str, object]] = {
    "message": TEXT,
    "signing_algorithm": kms.SigningAlgorithmSpec.ECDSA_SHA_256,
}
_MACS: Final[dict[str, object]] = {
    "key_spec": kms.KeySpec.HMAC_256,
    "key_usage": kms.KeyUsageType.GENERATE_VERIFY_MAC,
}
_MAC: Final[dict[str, object]] = {
    "message": TEXT,
    "mac_algorithm": kms.MacAlgorithmSpec.HMAC_SHA_256,
}


async def _new_key(call: Call, members: dict[str, object]) -> str:
    created = await call(kms.CreateKey, **members)
    return created.unwrap().key_metadata.key_id


def _alone(operation: Operation, **members: object) -> Scenario:
    async def run(call: Call) -> Outcome:
        return await call(operation, **members)

    return run


def _with_key(
    operation: Operation, members: dict[str, object] | None = None, /, **key: object
) -> Scenario:
    async def run(call: Call) -> Outcome:
        return await call(operation, key_id=await _new_key(call, key), **members or {})

    return run


def _with_alias(operation: Operation) -> Scenario:
    async def run(call: Call) -> Outcome:
        key_id = await _new_key(call, {})
        (await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)).unwrap()
        target = {} if operation is kms.DeleteAlias else {"target_key_id": await _new_key(call, {})}
        return await call(operation, alias_name=ALIAS, **target)

    return run


async def _create_alias(call: Call) -> Outcome:
    key_id = await _new_key(call, {})
    return await call(kms.CreateAlias, alias_name=ALIAS, target_key_id=key_id)


def _with_ciphertext(operation: Operation) -> Scenario:
    async def run(call: Call) -> Outcome:
        key_id = await _new_key(call, {})
        blob = (await call(kms.Encrypt, key_id=key_id, plaintext=TEXT)).unwrap().ciphertext_blob
        to = {"destination_key_id": key_id} if operation is kms.ReEncrypt else {}
        return await call(operation, ciphertext_blob=blob, **to)

    return run


def _with_grant(operation: Operation) -> Scenario:
    async def run(call: Call) -> Outcome:
        key_id = await _new_key(call, {})
        allowed = [kms.GrantOperation.Encrypt]
        grant = (
            await call(
                kms.CreateGrant, key_id=key_id, grantee_principal=PRINCIPAL, operations=allowed
            )
        ).unwrap()
        return await call(operation, key_id=key_id, grant_id=grant.grant_id)

    return run


async def _verify(call: Call) -> Outcome:
    key_id = await _new_key(call, _SIGNER)
    signed = await call(kms.Sign, key_id=key_id, **_SIGNING)
    return await call(kms.Verify, key_id=key_id, signature=signed.unwrap().signature, **_SIGNING)


async def _verify_mac(call: Call) -> Outcome:
    key_id = await _new_key(call, _MACS)
    made = await call(kms.GenerateMac, key_id=key_id, **_MAC)
    return await call(kms.VerifyMac, key_id=key_id, mac=made.unwrap().mac, **_MAC)


_DATA_KEY: Final[dict[str, object]] = {"key_spec": kms.DataKeySpec.AES_256}
_TAGS: Final[dict[str, object]] = {"tags": [kms.Tag(tag_key="a", tag_value="b")]}
_POLICY: Final[dict[str, object]] = {"policy_name": "default"}

SCENARIOS: Final[dict[Operation, Scenario]] = {
    kms.CancelKeyDeletion: _with_key(kms.CancelKeyDeletion),
    kms.CreateAlias: _create_alias,
    kms.CreateGrant: _with_key(
        kms.CreateGrant,
        {"grantee_principal": PRINCIPAL, "operations": [kms.GrantOperation.Encrypt]},
    ),
    kms.CreateKey: _alone(kms.CreateKey),
    kms.Decrypt: _with_ciphertext(kms.Decrypt),
    kms.DeleteAlias: _with_alias(kms.DeleteAlias),
    kms.DescribeKey: _with_key(kms.DescribeKey),
    kms.DisableKey: _with_key(kms.DisableKey),
    kms.DisableKeyRotation: _with_key(kms.DisableKeyRotation),
    kms.EnableKey: _with_key(kms.EnableKey),
    kms.EnableKeyRotation: _with_key(kms.EnableKeyRotation),
    kms.Encrypt: _with_key(kms.Encrypt, {"plaintext": TEXT}),
    kms.GenerateDataKey: _with_key(kms.GenerateDataKey, _DATA_KEY),
    kms.GenerateDataKeyWithoutPlaintext: _with_key(kms.GenerateDataKeyWithoutPlaintext, _DATA_KEY),
    kms.GenerateMac: _with_key(kms.GenerateMac, _MAC, **_MACS),
    kms.GenerateRandom: _alone(kms.GenerateRandom, number_of_bytes=8),
    kms.GetKeyPolicy: _with_key(kms.GetKeyPolicy, _POLICY),
    kms.GetKeyRotationStatus: _with_key(kms.GetKeyRotationStatus),
    kms.GetPublicKey: _with_key(kms.GetPublicKey, **_SIGNER),
    kms.ListAliases: _alone(kms.ListAliases),
    kms.ListGrants: _with_key(kms.ListGrants),
    kms.ListKeyPolicies: _with_key(kms.ListKeyPolicies),
    kms.ListKeyRotations: _with_key(kms.ListKeyRotations),
    kms.ListKeys: _alone(kms.ListKeys),
    kms.ListResourceTags: _with_key(kms.ListResourceTags),
    kms.ListRetirableGrants: _alone(kms.ListRetirableGrants, retiring_principal=PRINCIPAL),
    kms.PutKeyPolicy: _with_key(kms.PutKeyPolicy, {**_POLICY, "policy": "{}"}),
    kms.ReEncrypt: _with_ciphertext(kms.ReEncrypt),
    kms.ReplicateKey: _with_key(
        kms.ReplicateKey, {"replica_region": "eu-west-1"}, multi_region=True
    ),
    kms.RetireGrant: _with_grant(kms.RetireGrant),
    kms.RevokeGrant: _with_grant(kms.RevokeGrant),
    kms.RotateKeyOnDemand: _with_key(kms.RotateKeyOnDemand),
    kms.ScheduleKeyDeletion: _with_key(kms.ScheduleKeyDeletion),
    kms.Sign: _with_key(kms.Sign, _SIGNING, **_SIGNER),
    kms.TagResource: _with_key(kms.TagResource, _TAGS),
    kms.UntagResource: _with_key(kms.UntagResource, {"tag_keys": ["a"]}),
    kms.UpdateAlias: _with_alias(kms.UpdateAlias),
    kms.UpdateKeyDescription: _with_key(kms.UpdateKeyDescription, {"description": "new"}),
    kms.Verify: _verify,
    kms.VerifyMac: _verify_mac,
}
"""A successful call of each operation, starting with an empty server."""

_STORE: Final[dict[str, object]] = {"custom_key_store_id": "cks-1234567890abcdef0"}
_KEY: Final[dict[str, object]] = {"key_id": "11111111-2222-3333-4444-555555555555"}
_PAIR: Final[dict[str, object]] = {**_KEY, "key_pair_spec": kms.DataKeyPairSpec.ECC_NIST_P256}
# Given by its value: the model lists no algorithms, so the enum has no member yet.
_KEM: Final[dict[str, object]] = {**_KEY, "encapsulation_algorithm": kms.UnknownValue("ML_KEM_768")}

NOT_IN_MOTO: Final[dict[Operation, dict[str, object]]] = {
    kms.ConnectCustomKeyStore: _STORE,
    kms.CreateCustomKeyStore: {"custom_key_store_name": "store"},
    kms.Decapsulate: {**_KEM, "shared_secret_ciphertext_blob": TEXT},
    kms.DeleteCustomKeyStore: _STORE,
    kms.DeleteImportedKeyMaterial: _KEY,
    kms.DeriveSharedSecret: {
        **_KEY,
        "key_agreement_algorithm": kms.KeyAgreementAlgorithmSpec.ECDH,
        "public_key": TEXT,
    },
    kms.DescribeCustomKeyStores: {},
    kms.DisconnectCustomKeyStore: _STORE,
    kms.Encapsulate: _KEM,
    kms.GenerateDataKeyPair: _PAIR,
    kms.GenerateDataKeyPairWithoutPlaintext: _PAIR,
    kms.GetKeyLastUsage: _KEY,
    kms.GetParametersForImport: {
        **_KEY,
        "wrapping_algorithm": kms.AlgorithmSpec.RSAES_OAEP_SHA_256,
        "wrapping_key_spec": kms.WrappingKeySpec.RSA_2048,
    },
    kms.ImportKeyMaterial: {**_KEY, "import_token": TEXT, "encrypted_key_material": TEXT},
    kms.UpdateCustomKeyStore: _STORE,
    kms.UpdatePrimaryRegion: {**_KEY, "primary_region": "eu-west-1"},
}
"""Operations that moto 5.2.5 does not implement, each with a valid request."""


def all_operations() -> set[Operation]:
    """Return every operation of the package."""
    values = (getattr(kms, name) for name in dir(kms))
    return {value for value in values if isinstance(value, kms.Operation)}
