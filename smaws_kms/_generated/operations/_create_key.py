# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""CreateKey: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import CustomerMasterKeySpec, KeySpec, KeyUsageType, OriginType
from smaws_kms._generated.errors import (
    CloudHsmClusterInvalidConfigurationException,
    CustomKeyStoreInvalidStateException,
    CustomKeyStoreNotFoundException,
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    LimitExceededException,
    MalformedPolicyDocumentException,
    TagException,
    UnsupportedOperationException,
    XksKeyAlreadyInUseException,
    XksKeyInvalidConfigurationException,
    XksKeyNotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    KeyMetadata,
    Tag,
    key_metadata_from_json,
    tag_to_json,
    to_optional_tag_tuple,
)
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Creation
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import (
    bool_json,
    elements_of,
    enum_json,
    list_json,
    str_json,
)
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CreateKeyRequest(BaseShape):
    """Type, policy and labels of the new key; every member is optional."""

    policy: str | None = field(
        default=None,
        metadata=member(
            "Policy", Limits(min=1, max=131072, pattern=r"^[\u0009\u000A\u000D\u0020-\u00FF]+$")
        ),
    )
    """Key policy as JSON text, at most 32 KB. It must let the caller change it again with
    `PutKeyPolicy` (see `bypass_policy_lockout_safety_check`), and every principal named must
    already be visible to KMS, which a freshly created role may not be. When left out, a default
    policy leaves access to the account's IAM policies.
    """
    description: str | None = field(
        default=None, metadata=member("Description", Limits(min=0, max=8192))
    )
    """Free text up to 8,192 characters, empty by default; `UpdateKeyDescription` changes it. Logged
    by CloudTrail, so nothing confidential.
    """
    key_usage: KeyUsageType | UnknownValue | None = field(default=None, metadata=member("KeyUsage"))
    """The one purpose of the key, fixed for its life. Defaults to `ENCRYPT_DECRYPT`, and may be
    left out only for `SYMMETRIC_DEFAULT`. HMAC keys take `GENERATE_VERIFY_MAC`, ML-KEM keys
    `ENCAPSULATE_DECAPSULATE`; RSA and NIST curves offer a choice.
    """
    customer_master_key_spec: CustomerMasterKeySpec | UnknownValue | None = field(
        default=None, metadata=member("CustomerMasterKeySpec")
    )
    """Deprecated. Former name of `key_spec`, without the newer values. Use `key_spec`."""
    key_spec: KeySpec | UnknownValue | None = field(default=None, metadata=member("KeySpec"))
    """Kind and size of key, fixed for its life, which decides the algorithms it offers. Default
    `SYMMETRIC_DEFAULT`: AES-256-GCM, in the China Regions SM4. AWS services that encrypt with your
    keys accept only this one.
    """
    origin: OriginType | UnknownValue | None = field(default=None, metadata=member("Origin"))
    """Where the key material comes from, fixed for the key's life: made by KMS (`AWS_KMS`, the
    default), imported later (`EXTERNAL`), or in a custom key store (`AWS_CLOUDHSM` or
    `EXTERNAL_KEY_STORE`, together with `custom_key_store_id`).
    """
    custom_key_store_id: str | None = field(
        default=None, metadata=member("CustomKeyStoreId", Limits(min=1, max=64))
    )
    """Creates the key in this custom key store, whose connection state must be `CONNECTED`.
    Requires the matching `origin`; only for single-Region `SYMMETRIC_DEFAULT` keys.
    """
    bypass_policy_lockout_safety_check: bool | None = field(
        default=None, metadata=member("BypassPolicyLockoutSafetyCheck")
    )
    """True skips the check that the caller could replace `policy` later, so a faulty policy may
    leave a key nobody can manage. False by default; needed only when the caller is meant to lose
    that access.
    """
    tags: tuple[Tag, ...] | None = field(
        default=None, converter=to_optional_tag_tuple, metadata=member("Tags")
    )
    """Tags to attach, with keys up to 128 and values up to 256 characters. They show in cost
    reports and CloudTrail logs, and where policies test tags they decide access to the key.
    """
    multi_region: bool | None = field(default=None, metadata=member("MultiRegion"))
    """True creates a multi-Region primary key, which `ReplicateKey` can copy into other Regions;
    its key ID begins with `mrk-`. False by default, fixed for the key's life, and impossible in a
    custom key store.
    """
    xks_key_id: str | None = field(
        default=None,
        metadata=member("XksKeyId", Limits(min=1, max=128, pattern="^[a-zA-Z0-9-_.]+$")),
    )
    """ID under which the external key store proxy knows the external key; required with origin
    `EXTERNAL_KEY_STORE` and rejected with any other. It must be an enabled 256-bit AES key that no
    other KMS key of the store uses.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CreateKeyResponse(BaseShape):
    """The new key."""

    key_metadata: KeyMetadata = field(metadata=member("KeyMetadata"))
    """Everything KMS knows of the new key, as `DescribeKey` would return it. Keep its `arn` or
    `key_id`: a key has no name until an alias is created for it.
    """


@constructor(CreateKeyRequest)
def _new_create_key_request(
    self: UnfrozenShape,
    policy: object = None,
    description: object = None,
    key_usage: object = None,
    customer_master_key_spec: object = None,
    key_spec: object = None,
    origin: object = None,
    custom_key_store_id: object = None,
    bypass_policy_lockout_safety_check: object = None,
    tags: object = None,
    multi_region: object = None,
    xks_key_id: object = None,
) -> None:
    self.policy = None if policy is None else exactly(str, policy)
    self.description = None if description is None else exactly(str, description)
    self.key_usage = None if key_usage is None else exactly(KeyUsageType, key_usage)
    self.customer_master_key_spec = (
        None
        if customer_master_key_spec is None
        else exactly(CustomerMasterKeySpec, customer_master_key_spec)
    )
    self.key_spec = None if key_spec is None else exactly(KeySpec, key_spec)
    self.origin = None if origin is None else exactly(OriginType, origin)
    self.custom_key_store_id = (
        None if custom_key_store_id is None else exactly(str, custom_key_store_id)
    )
    self.bypass_policy_lockout_safety_check = (
        None
        if bypass_policy_lockout_safety_check is None
        else exactly(bool, bypass_policy_lockout_safety_check)
    )
    self.tags = None if tags is None else tuple_of(Tag, tags)
    self.multi_region = None if multi_region is None else exactly(bool, multi_region)
    self.xks_key_id = None if xks_key_id is None else exactly(str, xks_key_id)


def _create_key_request_to_json(it: CreateKeyRequest) -> str:
    """Write a usual `CreateKeyRequest` as JSON text."""
    if type(it) is not CreateKeyRequest:
        raise Unusual
    json = ""
    if it.policy is not None:
        json += ',"Policy":' + str_json(it.policy, 1)
    if it.description is not None:
        json += ',"Description":' + str_json(it.description)
    if it.key_usage is not None:
        json += ',"KeyUsage":' + enum_json(KeyUsageType, it.key_usage)
    if it.customer_master_key_spec is not None:
        json += ',"CustomerMasterKeySpec":' + enum_json(
            CustomerMasterKeySpec, it.customer_master_key_spec
        )
    if it.key_spec is not None:
        json += ',"KeySpec":' + enum_json(KeySpec, it.key_spec)
    if it.origin is not None:
        json += ',"Origin":' + enum_json(OriginType, it.origin)
    if it.custom_key_store_id is not None:
        json += ',"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    if it.bypass_policy_lockout_safety_check is not None:
        json += ',"BypassPolicyLockoutSafetyCheck":' + bool_json(
            it.bypass_policy_lockout_safety_check
        )
    if it.tags is not None:
        json += ',"Tags":' + list_json([tag_to_json(item) for item in elements_of(it.tags)])
    if it.multi_region is not None:
        json += ',"MultiRegion":' + bool_json(it.multi_region)
    if it.xks_key_id is not None:
        json += ',"XksKeyId":' + str_json(it.xks_key_id, 1)
    return "{" + json[1:] + "}"


@decoder(CreateKeyResponse)
def _create_key_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `CreateKeyResponse` from its JSON object."""
    shape.key_metadata = key_metadata_from_json(data["KeyMetadata"])


CreateKeyError: TypeAlias = (
    CloudHsmClusterInvalidConfigurationException
    | CustomKeyStoreInvalidStateException
    | CustomKeyStoreNotFoundException
    | DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | LimitExceededException
    | MalformedPolicyDocumentException
    | TagException
    | UnsupportedOperationException
    | XksKeyAlreadyInUseException
    | XksKeyInvalidConfigurationException
    | XksKeyNotFoundException
    | CommonError
)
"""Errors that `CreateKey` can return."""

CreateKey: Final[Operation[CreateKeyRequest, CreateKeyResponse, CreateKeyError]] = Operation(
    name="CreateKey",
    service=SERVICE,
    input=CreateKeyRequest,
    output=CreateKeyResponse,
    errors=(
        CloudHsmClusterInvalidConfigurationException,
        CustomKeyStoreInvalidStateException,
        CustomKeyStoreNotFoundException,
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        LimitExceededException,
        MalformedPolicyDocumentException,
        TagException,
        UnsupportedOperationException,
        XksKeyAlreadyInUseException,
        XksKeyInvalidConfigurationException,
        XksKeyNotFoundException,
    ),
    to_json=_create_key_request_to_json,
    from_json=_create_key_response_from_json,
    creates=Creation(),
    already_done_errors=(XksKeyAlreadyInUseException,),
)
"""Creates a customer managed KMS key in the calling account and Region."""


async def create_key(
    self: AsyncClient,
    *,
    policy: str | None = None,
    description: str | None = None,
    key_usage: KeyUsageType | UnknownValue | None = None,
    customer_master_key_spec: CustomerMasterKeySpec | UnknownValue | None = None,
    key_spec: KeySpec | UnknownValue | None = None,
    origin: OriginType | UnknownValue | None = None,
    custom_key_store_id: str | None = None,
    bypass_policy_lockout_safety_check: bool | None = None,
    tags: Sequence[Tag] | None = None,
    multi_region: bool | None = None,
    xks_key_id: str | None = None,
) -> Result[CreateKeyResponse, CreateKeyError]:
    """Creates a customer managed KMS key in the calling account and Region.

    Without arguments the result is a symmetric encryption key (`SYMMETRIC_DEFAULT`), enabled and
    ready for use. Key spec, key usage, origin and `multi_region` are final. For every other key
    spec `key_usage` must be given too, even where only one is possible.

    There is no idempotency token: when a call times out, a retry can leave a second key behind.
    Each key is billed from its creation, also while disabled; unwanted ones go through
    `ScheduleKeyDeletion`. The default quota is 100,000 keys per Region.

    With origin `EXTERNAL` the key starts in state `PendingImport` and needs `ImportKeyMaterial`. In
    a custom key store only `SYMMETRIC_DEFAULT` keys of a single Region are possible, and the store
    must be connected.

    Permission: `kms:CreateKey` in an IAM policy; with `tags` also `kms:TagResource`, with
    `multi_region` also `iam:CreateServiceLinkedRole`.
    Across accounts: no; the key is created in the calling account.

    Args:
        policy: Key policy as JSON text, at most 32 KB. It must let the caller change it again with
            `PutKeyPolicy` (see `bypass_policy_lockout_safety_check`), and every principal named
            must already be visible to KMS, which a freshly created role may not be. When left out,
            a default policy leaves access to the account's IAM policies.
        description: Free text up to 8,192 characters, empty by default; `UpdateKeyDescription`
            changes it. Logged by CloudTrail, so nothing confidential.
        key_usage: The one purpose of the key, fixed for its life. Defaults to `ENCRYPT_DECRYPT`,
            and may be left out only for `SYMMETRIC_DEFAULT`. HMAC keys take `GENERATE_VERIFY_MAC`,
            ML-KEM keys `ENCAPSULATE_DECAPSULATE`; RSA and NIST curves offer a choice.
        customer_master_key_spec: Deprecated. Former name of `key_spec`, without the newer values.
            Use `key_spec`.
        key_spec: Kind and size of key, fixed for its life, which decides the algorithms it offers.
            Default `SYMMETRIC_DEFAULT`: AES-256-GCM, in the China Regions SM4. AWS services that
            encrypt with your keys accept only this one.
        origin: Where the key material comes from, fixed for the key's life: made by KMS (`AWS_KMS`,
            the default), imported later (`EXTERNAL`), or in a custom key store (`AWS_CLOUDHSM` or
            `EXTERNAL_KEY_STORE`, together with `custom_key_store_id`).
        custom_key_store_id: Creates the key in this custom key store, whose connection state must
            be `CONNECTED`. Requires the matching `origin`; only for single-Region
            `SYMMETRIC_DEFAULT` keys.
        bypass_policy_lockout_safety_check: True skips the check that the caller could replace
            `policy` later, so a faulty policy may leave a key nobody can manage. False by default;
            needed only when the caller is meant to lose that access.
        tags: Tags to attach, with keys up to 128 and values up to 256 characters. They show in cost
            reports and CloudTrail logs, and where policies test tags they decide access to the key.
        multi_region: True creates a multi-Region primary key, which `ReplicateKey` can copy into
            other Regions; its key ID begins with `mrk-`. False by default, fixed for the key's
            life, and impossible in a custom key store.
        xks_key_id: ID under which the external key store proxy knows the external key; required
            with origin `EXTERNAL_KEY_STORE` and rejected with any other. It must be an enabled
            256-bit AES key that no other KMS key of the store uses.

    Returns:
        `Ok` with the `CreateKeyResponse`, or `Err` with
        `CloudHsmClusterInvalidConfigurationException`, `CustomKeyStoreInvalidStateException`,
        `CustomKeyStoreNotFoundException`, `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `LimitExceededException`, `MalformedPolicyDocumentException`,
        `TagException`, `UnsupportedOperationException`, `XksKeyAlreadyInUseException`,
        `XksKeyInvalidConfigurationException`, `XksKeyNotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
    """
    return await CreateKey.request(
        self,
        _new_create_key_request(
            policy,
            description,
            key_usage,
            customer_master_key_spec,
            key_spec,
            origin,
            custom_key_store_id,
            bypass_policy_lockout_safety_check,
            tags,
            multi_region,
            xks_key_id,
        ),
    )


def create_key_sync(
    self: SyncClient,
    *,
    policy: str | None = None,
    description: str | None = None,
    key_usage: KeyUsageType | UnknownValue | None = None,
    customer_master_key_spec: CustomerMasterKeySpec | UnknownValue | None = None,
    key_spec: KeySpec | UnknownValue | None = None,
    origin: OriginType | UnknownValue | None = None,
    custom_key_store_id: str | None = None,
    bypass_policy_lockout_safety_check: bool | None = None,
    tags: Sequence[Tag] | None = None,
    multi_region: bool | None = None,
    xks_key_id: str | None = None,
) -> Result[CreateKeyResponse, CreateKeyError]:
    """Creates a customer managed KMS key in the calling account and Region.

    Without arguments the result is a symmetric encryption key (`SYMMETRIC_DEFAULT`), enabled and
    ready for use. Key spec, key usage, origin and `multi_region` are final. For every other key
    spec `key_usage` must be given too, even where only one is possible.

    There is no idempotency token: when a call times out, a retry can leave a second key behind.
    Each key is billed from its creation, also while disabled; unwanted ones go through
    `ScheduleKeyDeletion`. The default quota is 100,000 keys per Region.

    With origin `EXTERNAL` the key starts in state `PendingImport` and needs `ImportKeyMaterial`. In
    a custom key store only `SYMMETRIC_DEFAULT` keys of a single Region are possible, and the store
    must be connected.

    Permission: `kms:CreateKey` in an IAM policy; with `tags` also `kms:TagResource`, with
    `multi_region` also `iam:CreateServiceLinkedRole`.
    Across accounts: no; the key is created in the calling account.

    Args:
        policy: Key policy as JSON text, at most 32 KB. It must let the caller change it again with
            `PutKeyPolicy` (see `bypass_policy_lockout_safety_check`), and every principal named
            must already be visible to KMS, which a freshly created role may not be. When left out,
            a default policy leaves access to the account's IAM policies.
        description: Free text up to 8,192 characters, empty by default; `UpdateKeyDescription`
            changes it. Logged by CloudTrail, so nothing confidential.
        key_usage: The one purpose of the key, fixed for its life. Defaults to `ENCRYPT_DECRYPT`,
            and may be left out only for `SYMMETRIC_DEFAULT`. HMAC keys take `GENERATE_VERIFY_MAC`,
            ML-KEM keys `ENCAPSULATE_DECAPSULATE`; RSA and NIST curves offer a choice.
        customer_master_key_spec: Deprecated. Former name of `key_spec`, without the newer values.
            Use `key_spec`.
        key_spec: Kind and size of key, fixed for its life, which decides the algorithms it offers.
            Default `SYMMETRIC_DEFAULT`: AES-256-GCM, in the China Regions SM4. AWS services that
            encrypt with your keys accept only this one.
        origin: Where the key material comes from, fixed for the key's life: made by KMS (`AWS_KMS`,
            the default), imported later (`EXTERNAL`), or in a custom key store (`AWS_CLOUDHSM` or
            `EXTERNAL_KEY_STORE`, together with `custom_key_store_id`).
        custom_key_store_id: Creates the key in this custom key store, whose connection state must
            be `CONNECTED`. Requires the matching `origin`; only for single-Region
            `SYMMETRIC_DEFAULT` keys.
        bypass_policy_lockout_safety_check: True skips the check that the caller could replace
            `policy` later, so a faulty policy may leave a key nobody can manage. False by default;
            needed only when the caller is meant to lose that access.
        tags: Tags to attach, with keys up to 128 and values up to 256 characters. They show in cost
            reports and CloudTrail logs, and where policies test tags they decide access to the key.
        multi_region: True creates a multi-Region primary key, which `ReplicateKey` can copy into
            other Regions; its key ID begins with `mrk-`. False by default, fixed for the key's
            life, and impossible in a custom key store.
        xks_key_id: ID under which the external key store proxy knows the external key; required
            with origin `EXTERNAL_KEY_STORE` and rejected with any other. It must be an enabled
            256-bit AES key that no other KMS key of the store uses.

    Returns:
        `Ok` with the `CreateKeyResponse`, or `Err` with
        `CloudHsmClusterInvalidConfigurationException`, `CustomKeyStoreInvalidStateException`,
        `CustomKeyStoreNotFoundException`, `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `LimitExceededException`, `MalformedPolicyDocumentException`,
        `TagException`, `UnsupportedOperationException`, `XksKeyAlreadyInUseException`,
        `XksKeyInvalidConfigurationException`, `XksKeyNotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
    """
    return CreateKey.request_sync(
        self,
        _new_create_key_request(
            policy,
            description,
            key_usage,
            customer_master_key_spec,
            key_spec,
            origin,
            custom_key_store_id,
            bypass_policy_lockout_safety_check,
            tags,
            multi_region,
            xks_key_id,
        ),
    )


publish(globals(), "smaws_kms")
