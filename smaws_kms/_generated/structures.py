# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Structures that are part of others, or of several operations."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from attrs import field, frozen

from smaws_kms._generated.enums import (
    ConnectionErrorCodeType,
    ConnectionStateType,
    CustomerMasterKeySpec,
    CustomKeyStoreType,
    EncapsulationAlgorithmSpec,
    EncryptionAlgorithmSpec,
    ExpirationModelType,
    GrantOperation,
    ImportState,
    KeyAgreementAlgorithmSpec,
    KeyEncryptionMechanism,
    KeyLastUsageTrackingOperation,
    KeyManagerType,
    KeyMaterialState,
    KeySpec,
    KeyState,
    KeyUsageType,
    MacAlgorithmSpec,
    MultiRegionKeyType,
    OriginType,
    RotationType,
    SigningAlgorithmSpec,
    XksProxyConnectivityType,
)
from smaws_kms._generated.lists import (
    to_grant_operation_tuple,
    to_optional_encapsulation_algorithm_spec_tuple,
    to_optional_encryption_algorithm_spec_tuple,
    to_optional_key_agreement_algorithm_spec_tuple,
    to_optional_mac_algorithm_spec_tuple,
    to_optional_signing_algorithm_spec_tuple,
)
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, dict_of, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_optional_bytes, to_tuple
from smaws_kms._runtime.serde.json_text import bytes_json, entries_of, enum_json, map_json, str_json
from smaws_kms._runtime.serde.json_values import (
    bool_value,
    datetime_value,
    entries_value,
    enum_value,
    list_value,
    str_value,
)
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class XksProxyAuthenticationCredentialType(BaseShape):
    """Credential with which KMS signs its requests to an external key store proxy.

    Issued by the proxy's operator; it has nothing to do with IAM access keys.
    """

    access_key_id: str = field(
        metadata=member(
            "AccessKeyId", Limits(min=20, max=30, pattern="^[A-Z2-7]+$"), sensitive=True
        )
    )
    """Public half: 20 to 30 characters out of `A` to `Z` and `2` to `7`, by which the proxy finds
    the secret.
    """
    raw_secret_access_key: str = field(
        metadata=member(
            "RawSecretAccessKey",
            Limits(min=43, max=64, pattern=r"^[a-zA-Z0-9\/+=]+$"),
            sensitive=True,
        )
    )
    """Secret half: 43 to 64 Base64 characters. KMS never returns it, so keep it out of logs and in
    a secret store.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GrantConstraints(BaseShape):
    """Conditions a request must meet before the grant allows it.

    The encryption context conditions bear on operations that accept an encryption context, which
    means symmetric encryption KMS keys. They are ignored for `DescribeKey` and `RetireGrant`, and
    rejected in grants for the cryptographic operations of asymmetric and HMAC keys. `source_arn`
    suits every key type and also guards `DescribeKey`, though not `RetireGrant`.

    Context keys are compared here without regard to case, values with it, whereas decryption itself
    compares both exactly. Where the case of context keys matters for authorization, use the
    `kms:EncryptionContext:` condition keys in a policy. Grants that the grantee passes on through
    `CreateGrant` must be at least as strict in their encryption context.
    """

    encryption_context_subset: Mapping[str, str] | None = field(
        default=None, metadata=member("EncryptionContextSubset")
    )
    """Pairs that the request's `encryption_context` must contain; extra pairs are fine. Up to 8
    pairs. Ignores the case of keys, not of values.
    """
    encryption_context_equals: Mapping[str, str] | None = field(
        default=None, metadata=member("EncryptionContextEquals")
    )
    """Pairs that the request's `encryption_context` must consist of, no more and no fewer. Up to 8
    pairs. Ignores the case of keys, not of values.
    """
    source_arn: str | None = field(
        default=None,
        metadata=member(
            "SourceArn",
            Limits(
                min=20, max=512, pattern="^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$"
            ),
        ),
    )
    """ARN (20 to 512 characters) of the resource for which an AWS service makes the request,
    checked like `aws:SourceArn` in a policy. Mandatory in grants to a service principal.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class Tag(BaseShape):
    """A label on a KMS key, for cost allocation and attribute-based access control.

    Tags show up in clear text in CloudTrail, so keep secrets out of them. As policies may refer to
    tags, changing one can open or close access to the key within minutes.
    """

    tag_key: str = field(metadata=member("TagKey", Limits(min=1, max=128)))
    """Case-sensitive label, 1 to 128 characters, unique per KMS key. The prefix `aws:` is reserved.
    """
    tag_value: str = field(metadata=member("TagValue", Limits(min=0, max=256)))
    """Case-sensitive value of up to 256 characters. Mandatory, yet may be the empty string."""


def to_tag_tuple(value: Sequence[Tag]) -> tuple[Tag, ...]:
    """Convert a sequence of `Tag` to a tuple."""
    return to_tuple(value)


def to_optional_tag_tuple(value: Sequence[Tag] | None) -> tuple[Tag, ...] | None:
    """Convert a sequence of `Tag` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class MultiRegionKey(BaseShape):
    """One member of a multi-Region set."""

    arn: str = field(metadata=member("Arn", Limits(min=20, max=2048), always_sent=True))
    """Key ARN. Within a set the ARNs differ in nothing but the Region."""
    region: str = field(
        metadata=member(
            "Region", Limits(min=1, max=32, pattern=r"^([a-z]+-){2,3}\d+$"), always_sent=True
        )
    )
    """Region in which this member lives, such as `eu-west-1`. The client must be set to it in order
    to use the member.
    """


def to_multi_region_key_tuple(value: Sequence[MultiRegionKey]) -> tuple[MultiRegionKey, ...]:
    """Convert a sequence of `MultiRegionKey` to a tuple."""
    return to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class MultiRegionConfiguration(BaseShape):
    """A multi-Region set: its primary key, its replicas, and the role of the described key."""

    multi_region_key_type: MultiRegionKeyType | UnknownValue = field(
        metadata=member("MultiRegionKeyType", always_sent=True)
    )
    """Role of the described key: `PRIMARY` can be replicated and carries the shared settings,
    `REPLICA` follows.
    """
    primary_key: MultiRegionKey = field(metadata=member("PrimaryKey", always_sent=True))
    """The primary key of the set, possibly the described key itself."""
    replica_keys: tuple[MultiRegionKey, ...] = field(
        converter=to_multi_region_key_tuple, metadata=member("ReplicaKeys", always_sent=True)
    )
    """Every replica key of the set, among them the described key if it is one.
    `UpdatePrimaryRegion` may briefly make old and new primary both appear here.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class XksKeyConfigurationType(BaseShape):
    """The key outside AWS with which an external key store backs one KMS key.

    Losing that key, or access to it, makes every ciphertext under the KMS key unreadable: KMS has
    no copy.
    """

    id: str = field(
        metadata=member("Id", Limits(min=1, max=128, pattern="^[a-zA-Z0-9-_.]+$"), always_sent=True)
    )
    """ID by which the external key store proxy knows the key, up to 128 characters. Fixed once the
    KMS key exists.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class KeyMetadata(BaseShape):
    """What KMS tells about a KMS key: identity, type, state and origin, never key material.

    Spec, usage, origin and the multi-Region property are fixed at creation and safe to cache;
    `key_state`, `enabled` and the dates are not. Right after a change, other KMS hosts may answer
    with the previous state for a short while.
    """

    aws_account_id: str = field(metadata=member("AWSAccountId", always_sent=True))
    """Owner of the key: 12-digit account ID."""
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID: a UUID, or `mrk-` and 32 hexadecimal digits for a multi-Region key, the latter being
    equal in all Regions of the set.
    """
    arn: str = field(metadata=member("Arn", Limits(min=20, max=2048), always_sent=True))
    """Key ARN. Safest value to store, as it works across accounts and pins the Region."""
    creation_date: datetime = field(metadata=member("CreationDate", always_sent=True))
    """When the key came into being (UTC). A replica key has its own."""
    enabled: bool = field(default=False, metadata=member("Enabled"))
    """True if `key_state` is `Enabled`, False in every other state."""
    description: str = field(
        metadata=member("Description", Limits(min=0, max=8192), always_sent=True)
    )
    """Free text of up to 8,192 characters; empty if none was set."""
    key_usage: KeyUsageType | UnknownValue = field(metadata=member("KeyUsage", always_sent=True))
    """What the key is good for; one usage per key, fixed at creation. Operations of another usage
    fail with `InvalidKeyUsageException`.
    """
    key_state: KeyState | UnknownValue = field(metadata=member("KeyState", always_sent=True))
    """Present state. `Enabled` is the one in which every operation works; the values of `KeyState`
    say what the others rule out.
    """
    deletion_date: datetime | None = field(default=None, metadata=member("DeletionDate"))
    """Scheduled deletion time (UTC): until then `CancelKeyDeletion` saves the key. None unless the
    state is `PendingDeletion`.
    """
    valid_to: datetime | None = field(default=None, metadata=member("ValidTo"))
    """When imported key material expires (UTC), the soonest date if there are several materials;
    the key is then unusable until reimport. None without expiry.
    """
    origin: OriginType | UnknownValue = field(metadata=member("Origin", always_sent=True))
    """Where the key material comes from: KMS, an import, an AWS CloudHSM cluster or an external key
    manager.
    """
    custom_key_store_id: str | None = field(
        default=None, metadata=member("CustomKeyStoreId", Limits(min=1, max=64))
    )
    """Custom key store in which the key lives. None for all other keys."""
    cloud_hsm_cluster_id: str | None = field(
        default=None,
        metadata=member(
            "CloudHsmClusterId", Limits(min=19, max=24, pattern="^cluster-[2-7a-zA-Z]{11,16}$")
        ),
    )
    """AWS CloudHSM cluster in which the key material lives. None unless the key is part of an AWS
    CloudHSM key store.
    """
    expiration_model: ExpirationModelType | UnknownValue | None = field(
        default=None, metadata=member("ExpirationModel")
    )
    """Whether imported key material has an expiry date, given in `valid_to`. None unless `origin`
    is `EXTERNAL`.
    """
    key_manager: KeyManagerType | UnknownValue = field(
        metadata=member("KeyManager", always_sent=True)
    )
    """`CUSTOMER` for keys under your control, `AWS` for those that AWS services keep in the account
    and that nobody else can change.
    """
    customer_master_key_spec: CustomerMasterKeySpec | UnknownValue | None = field(
        default=None, metadata=member("CustomerMasterKeySpec")
    )
    """Deprecated. Deprecated name for `key_spec`, with an equal value."""
    key_spec: KeySpec | UnknownValue = field(metadata=member("KeySpec", always_sent=True))
    """Kind of key material, fixed at creation. It decides the permitted algorithms and, jointly
    with `key_usage`, the permitted operations.
    """
    encryption_algorithms: tuple[EncryptionAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_encryption_algorithm_spec_tuple,
        metadata=member("EncryptionAlgorithms"),
    )
    """Algorithms accepted by `Encrypt`, `Decrypt` and `ReEncrypt` for this key. None unless
    `key_usage` is `ENCRYPT_DECRYPT`.
    """
    signing_algorithms: tuple[SigningAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_signing_algorithm_spec_tuple,
        metadata=member("SigningAlgorithms"),
    )
    """Algorithms accepted by `Sign` and `Verify` for this key. None unless `key_usage` is
    `SIGN_VERIFY`.
    """
    key_agreement_algorithms: tuple[KeyAgreementAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_key_agreement_algorithm_spec_tuple,
        metadata=member("KeyAgreementAlgorithms"),
    )
    """Algorithms accepted by `DeriveSharedSecret` for this key. None unless `key_usage` is
    `KEY_AGREEMENT`.
    """
    encapsulation_algorithms: tuple[EncapsulationAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_encapsulation_algorithm_spec_tuple,
        metadata=member("EncapsulationAlgorithms"),
    )
    """Algorithms accepted by `Encapsulate` and `Decapsulate` for this key. None unless `key_usage`
    is `ENCAPSULATE_DECAPSULATE`.
    """
    multi_region: bool = field(metadata=member("MultiRegion", always_sent=True))
    """True for primary and replica keys of a multi-Region set, False for a key bound to one Region.
    """
    multi_region_configuration: MultiRegionConfiguration | None = field(
        default=None, metadata=member("MultiRegionConfiguration")
    )
    """Role of this key in its multi-Region set, and the other members. None for a single-Region
    key.
    """
    pending_deletion_window_in_days: int | None = field(
        default=None, metadata=member("PendingDeletionWindowInDays", Limits(min=1, max=365))
    )
    """Waiting period in days of a primary key whose deletion is blocked by replicas; it starts once
    the last replica is gone. None unless the state is `PendingReplicaDeletion`.
    """
    mac_algorithms: tuple[MacAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_mac_algorithm_spec_tuple,
        metadata=member("MacAlgorithms"),
    )
    """Algorithms accepted by `GenerateMac` and `VerifyMac` for this key. None unless `key_usage` is
    `GENERATE_VERIFY_MAC`.
    """
    xks_key_configuration: XksKeyConfigurationType | None = field(
        default=None, metadata=member("XksKeyConfiguration")
    )
    """The key in the external key manager that backs this one. None unless `origin` is
    `EXTERNAL_KEY_STORE`.
    """
    current_key_material_id: str | None = field(
        default=None,
        metadata=member("CurrentKeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """ID (64 hexadecimal digits) of the material that encrypts now; older materials merely decrypt.
    Changes with every rotation. Set for symmetric encryption keys of origin `AWS_KMS` or
    `EXTERNAL`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class RecipientInfo(BaseShape):
    """Identifies an attested environment, so that KMS answers to it alone.

    The document comes from the Nitro Secure Module or the NitroTPM, with a public key that was
    generated inside. Policies can tie permissions to its measurements by way of the
    `kms:RecipientAttestation:` condition keys.
    """

    key_encryption_algorithm: KeyEncryptionMechanism | UnknownValue | None = field(
        default=None, metadata=member("KeyEncryptionAlgorithm")
    )
    """How KMS encrypts to the attested public key. `RSAES_OAEP_SHA_256` is the sole choice."""
    attestation_document: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("AttestationDocument", Limits(min=1, max=262144)),
    )
    """Signed attestation document of 1 to 262,144 bytes, with the RSA public key embedded. Its
    certificate is short-lived: fetch a fresh document and do not cache.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class XksProxyConfigurationType(BaseShape):
    """Address, connectivity and credential ID of an external key store proxy."""

    connectivity: XksProxyConnectivityType | UnknownValue = field(
        metadata=member("Connectivity", always_sent=True)
    )
    """Route to the proxy: over the internet (`PUBLIC_ENDPOINT`) or privately
    (`VPC_ENDPOINT_SERVICE`).
    """
    access_key_id: str = field(
        metadata=member(
            "AccessKeyId",
            Limits(min=20, max=30, pattern="^[A-Z2-7]+$"),
            sensitive=True,
            always_sent=True,
        )
    )
    """ID of the credential in use, for comparison with the proxy's own settings. The secret is
    never returned.
    """
    uri_endpoint: str = field(
        metadata=member(
            "UriEndpoint",
            Limits(min=10, max=128, pattern="^https://[a-zA-Z0-9.-]+$"),
            always_sent=True,
        )
    )
    """Scheme and host of the proxy, always `https://`. With `VPC_ENDPOINT_SERVICE` the host is the
    private DNS name of that service.
    """
    uri_path: str = field(
        metadata=member(
            "UriPath",
            Limits(
                min=10,
                max=128,
                pattern=r"^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$",
            ),
            always_sent=True,
        )
    )
    """Path below the endpoint, ending in `/kms/xks/v1` or a later version."""
    vpc_endpoint_service_name: str | None = field(
        default=None,
        metadata=member(
            "VpcEndpointServiceName",
            Limits(
                min=20,
                max=64,
                pattern=r"^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$",
            ),
        ),
    )
    """Endpoint service (`com.amazonaws.vpce.<region>.vpce-svc-...`) through which KMS reaches the
    proxy. None for `PUBLIC_ENDPOINT`.
    """
    vpc_endpoint_service_owner: str | None = field(
        default=None,
        metadata=member("VpcEndpointServiceOwner", Limits(min=12, max=12, pattern="^[0-9]{12}$")),
    )
    """12-digit ID of the account that owns the endpoint service, which need not be the key store's.
    None for `PUBLIC_ENDPOINT`.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CustomKeyStoresListEntry(BaseShape):
    """One custom key store: its backing, its connection state and its settings.

    Which members are filled depends on `custom_key_store_type`: the cluster ID and the trust anchor
    belong to AWS CloudHSM key stores, `xks_proxy_configuration` to external key stores.
    """

    custom_key_store_id: str = field(
        metadata=member("CustomKeyStoreId", Limits(min=1, max=64), always_sent=True)
    )
    """ID of the key store (`cks-...`), needed by every operation that manages it and by
    `CreateKey`.
    """
    custom_key_store_name: str = field(
        metadata=member("CustomKeyStoreName", Limits(min=1, max=256), always_sent=True)
    )
    """Name chosen by its owner, unique among the custom key stores of the account and Region. Up to
    256 characters.
    """
    cloud_hsm_cluster_id: str | None = field(
        default=None,
        metadata=member(
            "CloudHsmClusterId", Limits(min=19, max=24, pattern="^cluster-[2-7a-zA-Z]{11,16}$")
        ),
    )
    """ID of the AWS CloudHSM cluster that holds the key material (`cluster-...`). None for an
    external key store.
    """
    trust_anchor_certificate: str | None = field(
        default=None, metadata=member("TrustAnchorCertificate", Limits(min=1, max=5000))
    )
    """PEM certificate with which the cluster was initialized (`customerCA.crt`), up to 5,000
    characters. None for an external key store.
    """
    connection_state: ConnectionStateType | UnknownValue = field(
        metadata=member("ConnectionState", always_sent=True)
    )
    """Whether KMS reaches the backing key store. Keys can be created and used in `CONNECTED` only,
    yet even `CONNECTED` does not prove that cluster or proxy is healthy right now.
    """
    connection_error_code: ConnectionErrorCodeType | UnknownValue | None = field(
        default=None, metadata=member("ConnectionErrorCode")
    )
    """Why the last connection attempt failed; set in state `FAILED` only. Usual remedy:
    `DisconnectCustomKeyStore`, repair the cause (`UpdateCustomKeyStore` for wrong settings),
    `ConnectCustomKeyStore`.
    """
    creation_date: datetime = field(metadata=member("CreationDate", always_sent=True))
    """When the key store was added to the account (UTC)."""
    custom_key_store_type: CustomKeyStoreType | UnknownValue = field(
        metadata=member("CustomKeyStoreType", always_sent=True)
    )
    """`AWS_CLOUDHSM` for a store on an AWS CloudHSM cluster, `EXTERNAL_KEY_STORE` for one whose
    keys live in a key manager beyond AWS.
    """
    xks_proxy_configuration: XksProxyConfigurationType | None = field(
        default=None, metadata=member("XksProxyConfiguration")
    )
    """How KMS talks to the external key store proxy. None for an AWS CloudHSM key store."""


def to_custom_key_stores_list_entry_tuple(
    value: Sequence[CustomKeyStoresListEntry],
) -> tuple[CustomKeyStoresListEntry, ...]:
    """Convert a sequence of `CustomKeyStoresListEntry` to a tuple."""
    return to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class KeyLastUsageData(BaseShape):
    """The latest successful cryptographic operation that KMS recorded for a KMS key.

    All members are None for a key without recorded use. That is no proof of disuse: recording has a
    start date of its own. Before deleting a key, disable it for a while and watch CloudTrail for
    callers that still need it.
    """

    operation: KeyLastUsageTrackingOperation | UnknownValue | None = field(
        default=None, metadata=member("Operation")
    )
    """The operation that last used the key. `ReEncrypt` covers both roles, source and destination.
    """
    timestamp: datetime | None = field(default=None, metadata=member("Timestamp"))
    """When that operation took place (UTC)."""
    cloud_trail_event_id: str | None = field(default=None, metadata=member("CloudTrailEventId"))
    """`eventID` of the CloudTrail record of that call: the way to the caller's identity."""
    kms_request_id: str | None = field(default=None, metadata=member("KmsRequestId"))
    """Request ID that KMS assigned to that call, as found in logs of the calling SDK and in AWS
    support cases.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class AliasListEntry(BaseShape):
    """One alias in the account and Region, and the KMS key it points to.

    Aliases that AWS reserves for its services (`alias/aws/...`) are listed too, some of them before
    any KMS key stands behind them.
    """

    alias_name: str = field(
        metadata=member(
            "AliasName", Limits(min=1, max=256, pattern="^[a-zA-Z0-9:/_-]+$"), always_sent=True
        )
    )
    """Alias name with its prefix, such as `alias/orders`. Usable as `key_id` in cryptographic
    operations of the same account and Region.
    """
    alias_arn: str = field(metadata=member("AliasArn", Limits(min=20, max=2048), always_sent=True))
    """ARN of the alias itself, not of its KMS key. Other accounts must use this form to reach the
    key by alias.
    """
    target_key_id: str | None = field(
        default=None, metadata=member("TargetKeyId", Limits(min=1, max=2048))
    )
    """Key ID (not ARN) of the KMS key behind the alias. None for a predefined AWS alias without a
    key so far.
    """
    creation_date: datetime | None = field(default=None, metadata=member("CreationDate"))
    """When the alias came into being (UTC); after deleting and recreating it, the later time."""
    last_updated_date: datetime | None = field(default=None, metadata=member("LastUpdatedDate"))
    """When the alias last got its target (UTC), by `CreateAlias` or `UpdateAlias`."""


def to_alias_list_entry_tuple(value: Sequence[AliasListEntry]) -> tuple[AliasListEntry, ...]:
    """Convert a sequence of `AliasListEntry` to a tuple."""
    return to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GrantListEntry(BaseShape):
    """One grant: who may do what with which KMS key, and on what conditions."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The KMS key that the grant opens up."""
    grant_id: str = field(metadata=member("GrantId", Limits(min=1, max=128), always_sent=True))
    """ID of the grant, up to 128 characters. Together with the key it identifies the grant to
    `RevokeGrant` and `RetireGrant`.
    """
    name: str | None = field(
        default=None, metadata=member("Name", Limits(min=1, max=256, pattern="^[a-zA-Z0-9:/_-]+$"))
    )
    """Name given in `CreateGrant`, where it makes retries idempotent. None if none was given."""
    creation_date: datetime = field(metadata=member("CreationDate", always_sent=True))
    """When the grant was made (UTC)."""
    grantee_principal: str | None = field(
        default=None,
        metadata=member("GranteePrincipal", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$")),
    )
    """ARN of the principal that the grant empowers. If an AWS service is the grantee, KMS may show
    a service principal here that stands for several users, roles or accounts.
    """
    retiring_principal: str | None = field(
        default=None,
        metadata=member("RetiringPrincipal", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$")),
    )
    """ARN of the principal entitled to end the grant with `RetireGrant`. None if nobody, or a
    service principal, was named for that.
    """
    issuing_account: str = field(
        metadata=member(
            "IssuingAccount", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$"), always_sent=True
        )
    )
    """Account on whose behalf the grant was issued; it may retire the grant as well."""
    operations: tuple[GrantOperation | UnknownValue, ...] = field(
        converter=to_grant_operation_tuple, metadata=member("Operations", always_sent=True)
    )
    """What the grantee may do. The list also decides whether the grant can be passed on
    (`CreateGrant`) or given up (`RetireGrant`) by the grantee.
    """
    constraints: GrantConstraints | None = field(default=None, metadata=member("Constraints"))
    """Conditions on the permitted operations: encryption context, source ARN. None if the grant is
    unconditional.
    """
    grantee_service_principal: str | None = field(
        default=None,
        metadata=member(
            "GranteeServicePrincipal",
            Limits(
                min=1, max=128, pattern=r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"
            ),
        ),
    )
    """AWS service that the grant empowers, such as `rds.amazonaws.com`. Given in place of
    `grantee_principal` when the grant was created.
    """
    retiring_service_principal: str | None = field(
        default=None,
        metadata=member(
            "RetiringServicePrincipal",
            Limits(
                min=1, max=128, pattern=r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"
            ),
        ),
    )
    """AWS service entitled to end the grant. Given in place of `retiring_principal` when the grant
    was created.
    """


def to_grant_list_entry_tuple(value: Sequence[GrantListEntry]) -> tuple[GrantListEntry, ...]:
    """Convert a sequence of `GrantListEntry` to a tuple."""
    return to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListGrantsResponse(BaseShape):
    """One page of grants; also the answer of `ListRetirableGrants`."""

    grants: tuple[GrantListEntry, ...] = field(
        default=(), converter=to_grant_list_entry_tuple, metadata=member("Grants")
    )
    """The grants of this page; possibly empty."""
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class RotationsListEntry(BaseShape):
    """One key material of a KMS key: how and when it came in, and what it does now.

    The expiry, import and description members concern symmetric encryption keys of origin
    `EXTERNAL` and are None for others.
    """

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The KMS key to which the material belongs."""
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """ID of the material: 64 hexadecimal digits. `Decrypt` and others report the ID they used,
    which tells what old ciphertext depends on.
    """
    key_material_description: str | None = field(
        default=None,
        metadata=member(
            "KeyMaterialDescription", Limits(min=0, max=256, pattern=r"^[a-zA-Z0-9:/_\s.-]+$")
        ),
    )
    """Note that the importer attached to the material, up to 256 characters."""
    import_state: ImportState | UnknownValue | None = field(
        default=None, metadata=member("ImportState")
    )
    """Whether KMS holds the imported material at present. A single `PENDING_IMPORT` among a key's
    permanent materials makes the key unusable.
    """
    key_material_state: KeyMaterialState | UnknownValue | None = field(
        default=None, metadata=member("KeyMaterialState")
    )
    """Role of the material: encrypting and decrypting (`CURRENT`), decrypting only (`NON_CURRENT`),
    or waiting for `RotateKeyOnDemand`. Waiting material can still be deleted and replaced.
    """
    expiration_model: ExpirationModelType | UnknownValue | None = field(
        default=None, metadata=member("ExpirationModel")
    )
    """Whether the imported material expires; if so, `valid_to` says when."""
    valid_to: datetime | None = field(default=None, metadata=member("ValidTo"))
    """Expiry of the imported material (UTC). None unless `expiration_model` is
    `KEY_MATERIAL_EXPIRES`.
    """
    rotation_date: datetime | None = field(default=None, metadata=member("RotationDate"))
    """When rotation brought the material into use (UTC). None for a key's first material and for
    material still waiting.
    """
    rotation_type: RotationType | UnknownValue | None = field(
        default=None, metadata=member("RotationType")
    )
    """Whether schedule or request caused the rotation. None for a key's first material and for
    material still waiting.
    """


def to_rotations_list_entry_tuple(
    value: Sequence[RotationsListEntry],
) -> tuple[RotationsListEntry, ...]:
    """Convert a sequence of `RotationsListEntry` to a tuple."""
    return to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class KeyListEntry(BaseShape):
    """One KMS key in a listing: its ID and ARN, nothing else.

    State, usage and origin take a `DescribeKey` per key.
    """

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Key ID: a UUID, or `mrk-` and 32 hexadecimal digits for a multi-Region key."""
    key_arn: str = field(metadata=member("KeyArn", Limits(min=20, max=2048), always_sent=True))
    """Key ARN. Its account number tells own keys from those that another account shares."""


def to_key_list_entry_tuple(value: Sequence[KeyListEntry]) -> tuple[KeyListEntry, ...]:
    """Convert a sequence of `KeyListEntry` to a tuple."""
    return to_tuple(value)


@constructor(XksProxyAuthenticationCredentialType)
def _new_xks_proxy_authentication_credential_type(
    self: UnfrozenShape, access_key_id: object = None, raw_secret_access_key: object = None
) -> None:
    self.access_key_id = exactly(str, access_key_id)
    self.raw_secret_access_key = exactly(str, raw_secret_access_key)


def xks_proxy_authentication_credential_type_to_json(
    it: XksProxyAuthenticationCredentialType,
) -> str:
    """Write a usual `XksProxyAuthenticationCredentialType` as JSON text."""
    if type(it) is not XksProxyAuthenticationCredentialType:
        raise Unusual
    json = '{"AccessKeyId":' + str_json(it.access_key_id, 20)
    json += ',"RawSecretAccessKey":' + str_json(it.raw_secret_access_key, 43)
    return json + "}"


@constructor(GrantConstraints)
def _new_grant_constraints(
    self: UnfrozenShape,
    encryption_context_subset: object = None,
    encryption_context_equals: object = None,
    source_arn: object = None,
) -> None:
    self.encryption_context_subset = (
        None if encryption_context_subset is None else dict_of(str, str, encryption_context_subset)
    )
    self.encryption_context_equals = (
        None if encryption_context_equals is None else dict_of(str, str, encryption_context_equals)
    )
    self.source_arn = None if source_arn is None else exactly(str, source_arn)


def grant_constraints_to_json(it: GrantConstraints) -> str:
    """Write a usual `GrantConstraints` as JSON text."""
    if type(it) is not GrantConstraints:
        raise Unusual
    json = ""
    if it.encryption_context_subset is not None:
        json += ',"EncryptionContextSubset":' + map_json(
            {
                str_json(key): str_json(item)
                for key, item in entries_of(it.encryption_context_subset)
            }
        )
    if it.encryption_context_equals is not None:
        json += ',"EncryptionContextEquals":' + map_json(
            {
                str_json(key): str_json(item)
                for key, item in entries_of(it.encryption_context_equals)
            }
        )
    if it.source_arn is not None:
        json += ',"SourceArn":' + str_json(it.source_arn, 20)
    return "{" + json[1:] + "}"


@constructor(Tag)
def _new_tag(self: UnfrozenShape, tag_key: object = None, tag_value: object = None) -> None:
    self.tag_key = exactly(str, tag_key)
    self.tag_value = exactly(str, tag_value)


def tag_to_json(it: Tag) -> str:
    """Write a usual `Tag` as JSON text."""
    if type(it) is not Tag:
        raise Unusual
    json = '{"TagKey":' + str_json(it.tag_key, 1)
    json += ',"TagValue":' + str_json(it.tag_value)
    return json + "}"


@constructor(RecipientInfo)
def _new_recipient_info(
    self: UnfrozenShape,
    key_encryption_algorithm: object = None,
    attestation_document: object = None,
) -> None:
    self.key_encryption_algorithm = (
        None
        if key_encryption_algorithm is None
        else exactly(KeyEncryptionMechanism, key_encryption_algorithm)
    )
    self.attestation_document = (
        None if attestation_document is None else exactly(bytes, attestation_document)
    )


def recipient_info_to_json(it: RecipientInfo) -> str:
    """Write a usual `RecipientInfo` as JSON text."""
    if type(it) is not RecipientInfo:
        raise Unusual
    json = ""
    if it.key_encryption_algorithm is not None:
        json += ',"KeyEncryptionAlgorithm":' + enum_json(
            KeyEncryptionMechanism, it.key_encryption_algorithm
        )
    if it.attestation_document is not None:
        json += ',"AttestationDocument":' + bytes_json(it.attestation_document, 1)
    return "{" + json[1:] + "}"


@decoder(GrantConstraints)
def grant_constraints_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GrantConstraints` from its JSON object."""
    value = data.get("EncryptionContextSubset")
    shape.encryption_context_subset = (
        None if value is None else {key: str_value(item) for key, item in entries_value(value)}
    )
    value = data.get("EncryptionContextEquals")
    shape.encryption_context_equals = (
        None if value is None else {key: str_value(item) for key, item in entries_value(value)}
    )
    shape.source_arn = value = data.get("SourceArn")
    if value is not None and type(value) is not str:
        raise Unusual


@decoder(Tag)
def tag_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `Tag` from its JSON object."""
    shape.tag_key = value = data["TagKey"]
    if type(value) is not str:
        raise Unusual
    shape.tag_value = value = data["TagValue"]
    if type(value) is not str:
        raise Unusual


@decoder(MultiRegionKey)
def multi_region_key_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `MultiRegionKey` from its JSON object."""
    shape.arn = value = data["Arn"]
    if type(value) is not str:
        raise Unusual
    shape.region = value = data["Region"]
    if type(value) is not str:
        raise Unusual


@decoder(MultiRegionConfiguration)
def multi_region_configuration_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `MultiRegionConfiguration` from its JSON object."""
    shape.multi_region_key_type = enum_value(MultiRegionKeyType, data["MultiRegionKeyType"])
    shape.primary_key = multi_region_key_from_json(data["PrimaryKey"])
    shape.replica_keys = tuple(
        [multi_region_key_from_json(item) for item in list_value(data["ReplicaKeys"])]
    )


@decoder(XksKeyConfigurationType)
def xks_key_configuration_type_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `XksKeyConfigurationType` from its JSON object."""
    shape.id = value = data["Id"]
    if type(value) is not str:
        raise Unusual


@decoder(KeyMetadata)
def key_metadata_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `KeyMetadata` from its JSON object."""
    shape.aws_account_id = value = data["AWSAccountId"]
    if type(value) is not str:
        raise Unusual
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.arn = value = data["Arn"]
    if type(value) is not str:
        raise Unusual
    shape.creation_date = datetime_value(data["CreationDate"])
    value = data.get("Enabled")
    shape.enabled = False if value is None else bool_value(value)
    shape.description = value = data["Description"]
    if type(value) is not str:
        raise Unusual
    shape.key_usage = enum_value(KeyUsageType, data["KeyUsage"])
    shape.key_state = enum_value(KeyState, data["KeyState"])
    value = data.get("DeletionDate")
    shape.deletion_date = None if value is None else datetime_value(value)
    value = data.get("ValidTo")
    shape.valid_to = None if value is None else datetime_value(value)
    shape.origin = enum_value(OriginType, data["Origin"])
    shape.custom_key_store_id = value = data.get("CustomKeyStoreId")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.cloud_hsm_cluster_id = value = data.get("CloudHsmClusterId")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("ExpirationModel")
    shape.expiration_model = None if value is None else enum_value(ExpirationModelType, value)
    shape.key_manager = enum_value(KeyManagerType, data["KeyManager"])
    value = data.get("CustomerMasterKeySpec")
    shape.customer_master_key_spec = (
        None if value is None else enum_value(CustomerMasterKeySpec, value)
    )
    shape.key_spec = enum_value(KeySpec, data["KeySpec"])
    value = data.get("EncryptionAlgorithms")
    shape.encryption_algorithms = (
        None
        if value is None
        else tuple([enum_value(EncryptionAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("SigningAlgorithms")
    shape.signing_algorithms = (
        None
        if value is None
        else tuple([enum_value(SigningAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("KeyAgreementAlgorithms")
    shape.key_agreement_algorithms = (
        None
        if value is None
        else tuple([enum_value(KeyAgreementAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("EncapsulationAlgorithms")
    shape.encapsulation_algorithms = (
        None
        if value is None
        else tuple([enum_value(EncapsulationAlgorithmSpec, item) for item in list_value(value)])
    )
    shape.multi_region = value = data["MultiRegion"]
    if type(value) is not bool:
        raise Unusual
    value = data.get("MultiRegionConfiguration")
    shape.multi_region_configuration = (
        None if value is None else multi_region_configuration_from_json(value)
    )
    shape.pending_deletion_window_in_days = value = data.get("PendingDeletionWindowInDays")
    if value is not None and type(value) is not int:
        raise Unusual
    value = data.get("MacAlgorithms")
    shape.mac_algorithms = (
        None
        if value is None
        else tuple([enum_value(MacAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("XksKeyConfiguration")
    shape.xks_key_configuration = (
        None if value is None else xks_key_configuration_type_from_json(value)
    )
    shape.current_key_material_id = value = data.get("CurrentKeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


@decoder(XksProxyConfigurationType)
def xks_proxy_configuration_type_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `XksProxyConfigurationType` from its JSON object."""
    shape.connectivity = enum_value(XksProxyConnectivityType, data["Connectivity"])
    shape.access_key_id = value = data["AccessKeyId"]
    if type(value) is not str:
        raise Unusual
    shape.uri_endpoint = value = data["UriEndpoint"]
    if type(value) is not str:
        raise Unusual
    shape.uri_path = value = data["UriPath"]
    if type(value) is not str:
        raise Unusual
    shape.vpc_endpoint_service_name = value = data.get("VpcEndpointServiceName")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.vpc_endpoint_service_owner = value = data.get("VpcEndpointServiceOwner")
    if value is not None and type(value) is not str:
        raise Unusual


@decoder(CustomKeyStoresListEntry)
def custom_key_stores_list_entry_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `CustomKeyStoresListEntry` from its JSON object."""
    shape.custom_key_store_id = value = data["CustomKeyStoreId"]
    if type(value) is not str:
        raise Unusual
    shape.custom_key_store_name = value = data["CustomKeyStoreName"]
    if type(value) is not str:
        raise Unusual
    shape.cloud_hsm_cluster_id = value = data.get("CloudHsmClusterId")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.trust_anchor_certificate = value = data.get("TrustAnchorCertificate")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.connection_state = enum_value(ConnectionStateType, data["ConnectionState"])
    value = data.get("ConnectionErrorCode")
    shape.connection_error_code = (
        None if value is None else enum_value(ConnectionErrorCodeType, value)
    )
    shape.creation_date = datetime_value(data["CreationDate"])
    shape.custom_key_store_type = enum_value(CustomKeyStoreType, data["CustomKeyStoreType"])
    value = data.get("XksProxyConfiguration")
    shape.xks_proxy_configuration = (
        None if value is None else xks_proxy_configuration_type_from_json(value)
    )


@decoder(KeyLastUsageData)
def key_last_usage_data_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `KeyLastUsageData` from its JSON object."""
    value = data.get("Operation")
    shape.operation = None if value is None else enum_value(KeyLastUsageTrackingOperation, value)
    value = data.get("Timestamp")
    shape.timestamp = None if value is None else datetime_value(value)
    shape.cloud_trail_event_id = value = data.get("CloudTrailEventId")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.kms_request_id = value = data.get("KmsRequestId")
    if value is not None and type(value) is not str:
        raise Unusual


@decoder(AliasListEntry)
def alias_list_entry_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `AliasListEntry` from its JSON object."""
    shape.alias_name = value = data["AliasName"]
    if type(value) is not str:
        raise Unusual
    shape.alias_arn = value = data["AliasArn"]
    if type(value) is not str:
        raise Unusual
    shape.target_key_id = value = data.get("TargetKeyId")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("CreationDate")
    shape.creation_date = None if value is None else datetime_value(value)
    value = data.get("LastUpdatedDate")
    shape.last_updated_date = None if value is None else datetime_value(value)


@decoder(GrantListEntry)
def grant_list_entry_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GrantListEntry` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.grant_id = value = data["GrantId"]
    if type(value) is not str:
        raise Unusual
    shape.name = value = data.get("Name")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.creation_date = datetime_value(data["CreationDate"])
    shape.grantee_principal = value = data.get("GranteePrincipal")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.retiring_principal = value = data.get("RetiringPrincipal")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.issuing_account = value = data["IssuingAccount"]
    if type(value) is not str:
        raise Unusual
    shape.operations = tuple(
        [enum_value(GrantOperation, item) for item in list_value(data["Operations"])]
    )
    value = data.get("Constraints")
    shape.constraints = None if value is None else grant_constraints_from_json(value)
    shape.grantee_service_principal = value = data.get("GranteeServicePrincipal")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.retiring_service_principal = value = data.get("RetiringServicePrincipal")
    if value is not None and type(value) is not str:
        raise Unusual


@decoder(ListGrantsResponse)
def list_grants_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ListGrantsResponse` from its JSON object."""
    value = data.get("Grants")
    shape.grants = (
        ()
        if value is None
        else tuple([grant_list_entry_from_json(item) for item in list_value(value)])
    )
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


@decoder(RotationsListEntry)
def rotations_list_entry_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `RotationsListEntry` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.key_material_description = value = data.get("KeyMaterialDescription")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("ImportState")
    shape.import_state = None if value is None else enum_value(ImportState, value)
    value = data.get("KeyMaterialState")
    shape.key_material_state = None if value is None else enum_value(KeyMaterialState, value)
    value = data.get("ExpirationModel")
    shape.expiration_model = None if value is None else enum_value(ExpirationModelType, value)
    value = data.get("ValidTo")
    shape.valid_to = None if value is None else datetime_value(value)
    value = data.get("RotationDate")
    shape.rotation_date = None if value is None else datetime_value(value)
    value = data.get("RotationType")
    shape.rotation_type = None if value is None else enum_value(RotationType, value)


@decoder(KeyListEntry)
def key_list_entry_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `KeyListEntry` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_arn = value = data["KeyArn"]
    if type(value) is not str:
        raise Unusual


publish(globals(), "smaws_kms")
