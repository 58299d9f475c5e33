# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GenerateMac: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import MacAlgorithmSpec
from smaws_kms._generated.errors import (
    DisabledException,
    DryRunOperationException,
    InvalidGrantTokenException,
    InvalidKeyUsageException,
    KeyUnavailableException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes, to_optional_strings
from smaws_kms._runtime.serde.json_text import (
    bool_json,
    bytes_json,
    elements_of,
    enum_json,
    list_json,
    str_json,
)
from smaws_kms._runtime.serde.json_values import bytes_value, enum_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateMacRequest(BaseShape):
    """The message, the HMAC key and the algorithm."""

    message: bytes = field(
        converter=to_bytes, metadata=member("Message", Limits(min=1, max=4096), sensitive=True)
    )
    """1 to 4,096 bytes to authenticate. KMS treats a digest like any other bytes: what was hashed
    here must be hashed the same way for `VerifyMac`.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The HMAC KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be enabled
    and have key usage `GENERATE_VERIFY_MAC`.
    """
    mac_algorithm: MacAlgorithmSpec | UnknownValue = field(metadata=member("MacAlgorithm"))
    """Must fit the key spec: `HMAC_256` keys go with `HMAC_SHA_256`, and so on. `DescribeKey` lists
    what a key accepts under `mac_algorithms`.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateMacResponse(BaseShape):
    """The HMAC, and what it was made with."""

    mac: bytes = field(converter=to_bytes, metadata=member("Mac", Limits(min=1, max=6144)))
    """The raw, untruncated HMAC: 28, 32, 48 or 64 bytes for `HMAC_SHA_224`, `HMAC_SHA_256`,
    `HMAC_SHA_384` or `HMAC_SHA_512`. Pass it on to `VerifyMac` unchanged.
    """
    mac_algorithm: MacAlgorithmSpec | UnknownValue = field(
        metadata=member("MacAlgorithm", always_sent=True)
    )
    """Algorithm that was applied; `VerifyMac` needs the same one."""
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The HMAC key that did the work. `VerifyMac` needs it again, as the tag itself does not name
    its key.
    """


@constructor(GenerateMacRequest)
def _new_generate_mac_request(
    self: UnfrozenShape,
    message: object = None,
    key_id: object = None,
    mac_algorithm: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
) -> None:
    self.message = exactly(bytes, message)
    self.key_id = exactly(str, key_id)
    self.mac_algorithm = exactly(MacAlgorithmSpec, mac_algorithm)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _generate_mac_request_to_json(it: GenerateMacRequest) -> str:
    """Write a usual `GenerateMacRequest` as JSON text."""
    if type(it) is not GenerateMacRequest:
        raise Unusual
    json = '{"Message":' + bytes_json(it.message, 1)
    json += ',"KeyId":' + str_json(it.key_id, 1)
    json += ',"MacAlgorithm":' + enum_json(MacAlgorithmSpec, it.mac_algorithm)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(GenerateMacResponse)
def _generate_mac_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GenerateMacResponse` from its JSON object."""
    shape.mac = bytes_value(data["Mac"])
    shape.mac_algorithm = enum_value(MacAlgorithmSpec, data["MacAlgorithm"])
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual


GenerateMacError: TypeAlias = (
    DisabledException
    | DryRunOperationException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `GenerateMac` can return."""

GenerateMac: Final[Operation[GenerateMacRequest, GenerateMacResponse, GenerateMacError]] = (
    Operation(
        name="GenerateMac",
        service=SERVICE,
        input=GenerateMacRequest,
        output=GenerateMacResponse,
        errors=(
            DisabledException,
            DryRunOperationException,
            InvalidGrantTokenException,
            InvalidKeyUsageException,
            KeyUnavailableException,
            KMSInternalException,
            KMSInvalidStateException,
            NotFoundException,
        ),
        to_json=_generate_mac_request_to_json,
        from_json=_generate_mac_response_from_json,
    )
)
"""Computes the HMAC of at most 4,096 bytes with an HMAC KMS key."""


async def generate_mac(
    self: AsyncClient,
    *,
    message: Blob,
    key_id: str,
    mac_algorithm: MacAlgorithmSpec | UnknownValue,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateMacResponse, GenerateMacError]:
    """Computes the HMAC of at most 4,096 bytes with an HMAC KMS key.

    Check the tag with `VerifyMac`, which compares inside KMS, rather than by generating a second
    one. The algorithm is plain HMAC (RFC 2104), so the same input always gives the same tag, and
    the result can feed an HMAC-based key derivation.

    A tag never expires. If old messages must not be replayed, put a timestamp or nonce into the
    message and check it yourself. For longer messages, send a hash of the message, and hash the
    same way when verifying.

    Permission: `kms:GenerateMac` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        message: 1 to 4,096 bytes to authenticate. KMS treats a digest like any other bytes: what
            was hashed here must be hashed the same way for `VerifyMac`.
        key_id: The HMAC KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled and have key usage `GENERATE_VERIFY_MAC`.
        mac_algorithm: Must fit the key spec: `HMAC_256` keys go with `HMAC_SHA_256`, and so on.
            `DescribeKey` lists what a key accepts under `mac_algorithms`.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `GenerateMacResponse`, or `Err` with `DisabledException`,
        `DryRunOperationException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html
    """
    try:
        request = _new_generate_mac_request(message, key_id, mac_algorithm, grant_tokens, dry_run)
    finally:
        del message
    return await GenerateMac.request(self, request)


def generate_mac_sync(
    self: SyncClient,
    *,
    message: Blob,
    key_id: str,
    mac_algorithm: MacAlgorithmSpec | UnknownValue,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateMacResponse, GenerateMacError]:
    """Computes the HMAC of at most 4,096 bytes with an HMAC KMS key.

    Check the tag with `VerifyMac`, which compares inside KMS, rather than by generating a second
    one. The algorithm is plain HMAC (RFC 2104), so the same input always gives the same tag, and
    the result can feed an HMAC-based key derivation.

    A tag never expires. If old messages must not be replayed, put a timestamp or nonce into the
    message and check it yourself. For longer messages, send a hash of the message, and hash the
    same way when verifying.

    Permission: `kms:GenerateMac` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        message: 1 to 4,096 bytes to authenticate. KMS treats a digest like any other bytes: what
            was hashed here must be hashed the same way for `VerifyMac`.
        key_id: The HMAC KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled and have key usage `GENERATE_VERIFY_MAC`.
        mac_algorithm: Must fit the key spec: `HMAC_256` keys go with `HMAC_SHA_256`, and so on.
            `DescribeKey` lists what a key accepts under `mac_algorithms`.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `GenerateMacResponse`, or `Err` with `DisabledException`,
        `DryRunOperationException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html
    """
    try:
        request = _new_generate_mac_request(message, key_id, mac_algorithm, grant_tokens, dry_run)
    finally:
        del message
    return GenerateMac.request_sync(self, request)


publish(globals(), "smaws_kms")
