# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""VerifyMac: request, response, errors and operation."""

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
    KMSInvalidMacException,
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
from smaws_kms._runtime.serde.json_values import bool_value, enum_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class VerifyMacRequest(BaseShape):
    """The message, its HMAC, and how it was computed."""

    message: bytes = field(
        converter=to_bytes, metadata=member("Message", Limits(min=1, max=4096), sensitive=True)
    )
    """1 to 4,096 bytes, exactly those given to `GenerateMac`; a digest counts as any other message.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The HMAC KMS key that computed the HMAC: key ID, key ARN, alias name (`alias/...`) or alias
    ARN. It must be enabled and have key usage `GENERATE_VERIFY_MAC`.
    """
    mac_algorithm: MacAlgorithmSpec | UnknownValue = field(metadata=member("MacAlgorithm"))
    """The algorithm given to `GenerateMac`. Each HMAC key spec has one: `HMAC_256` goes with
    `HMAC_SHA_256`, and so on.
    """
    mac: bytes = field(converter=to_bytes, metadata=member("Mac", Limits(min=1, max=6144)))
    """The HMAC to check, raw bytes as returned by `GenerateMac`: 28, 32, 48 or 64 bytes depending
    on `mac_algorithm`.
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
class VerifyMacResponse(BaseShape):
    """Returned only for a valid HMAC."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The HMAC KMS key that verified."""
    mac_valid: bool = field(default=False, metadata=member("MacValid"))
    """True: the HMAC fits message, key and algorithm. False only from stand-ins for KMS: from KMS,
    a mismatch is `Err(KMSInvalidMacException)`.
    """
    mac_algorithm: MacAlgorithmSpec | UnknownValue = field(
        metadata=member("MacAlgorithm", always_sent=True)
    )
    """Algorithm the HMAC was checked with."""


@constructor(VerifyMacRequest)
def _new_verify_mac_request(
    self: UnfrozenShape,
    message: object = None,
    key_id: object = None,
    mac_algorithm: object = None,
    mac: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
) -> None:
    self.message = exactly(bytes, message)
    self.key_id = exactly(str, key_id)
    self.mac_algorithm = exactly(MacAlgorithmSpec, mac_algorithm)
    self.mac = exactly(bytes, mac)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _verify_mac_request_to_json(it: VerifyMacRequest) -> str:
    """Write a usual `VerifyMacRequest` as JSON text."""
    if type(it) is not VerifyMacRequest:
        raise Unusual
    json = '{"Message":' + bytes_json(it.message, 1)
    json += ',"KeyId":' + str_json(it.key_id, 1)
    json += ',"MacAlgorithm":' + enum_json(MacAlgorithmSpec, it.mac_algorithm)
    json += ',"Mac":' + bytes_json(it.mac, 1)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(VerifyMacResponse)
def _verify_mac_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `VerifyMacResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("MacValid")
    shape.mac_valid = False if value is None else bool_value(value)
    shape.mac_algorithm = enum_value(MacAlgorithmSpec, data["MacAlgorithm"])


VerifyMacError: TypeAlias = (
    DisabledException
    | DryRunOperationException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidMacException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `VerifyMac` can return."""

VerifyMac: Final[Operation[VerifyMacRequest, VerifyMacResponse, VerifyMacError]] = Operation(
    name="VerifyMac",
    service=SERVICE,
    input=VerifyMacRequest,
    output=VerifyMacResponse,
    errors=(
        DisabledException,
        DryRunOperationException,
        InvalidGrantTokenException,
        InvalidKeyUsageException,
        KeyUnavailableException,
        KMSInternalException,
        KMSInvalidMacException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_verify_mac_request_to_json,
    from_json=_verify_mac_response_from_json,
)
"""Checks an HMAC with an HMAC KMS key."""


async def verify_mac(
    self: AsyncClient,
    *,
    message: Blob,
    key_id: str,
    mac_algorithm: MacAlgorithmSpec | UnknownValue,
    mac: Blob,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[VerifyMacResponse, VerifyMacError]:
    """Checks an HMAC with an HMAC KMS key.

    KMS computes the HMAC of `message` anew and compares. A mismatch is an error, not a False: the
    call returns `Err(KMSInvalidMacException)`. Match on the result, or call `unwrap()` on it: a
    program that does neither accepts every HMAC. Stand-ins for KMS may return `Ok` with `mac_valid`
    False instead, so test that too. Retrying does not help.

    Unlike with `Verify`, there is no digest mode. If `GenerateMac` got the digest of a large
    message, pass that same digest here. Calls count against the request quota shared by the
    symmetric cryptographic operations.

    Permission: `kms:VerifyMac` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        message: 1 to 4,096 bytes, exactly those given to `GenerateMac`; a digest counts as any
            other message.
        key_id: The HMAC KMS key that computed the HMAC: key ID, key ARN, alias name (`alias/...`)
            or alias ARN. It must be enabled and have key usage `GENERATE_VERIFY_MAC`.
        mac_algorithm: The algorithm given to `GenerateMac`. Each HMAC key spec has one: `HMAC_256`
            goes with `HMAC_SHA_256`, and so on.
        mac: The HMAC to check, raw bytes as returned by `GenerateMac`: 28, 32, 48 or 64 bytes
            depending on `mac_algorithm`.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `VerifyMacResponse`, or `Err` with `DisabledException`,
        `DryRunOperationException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidMacException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html
    """
    try:
        request = _new_verify_mac_request(
            message, key_id, mac_algorithm, mac, grant_tokens, dry_run
        )
    finally:
        del message
    return await VerifyMac.request(self, request)


def verify_mac_sync(
    self: SyncClient,
    *,
    message: Blob,
    key_id: str,
    mac_algorithm: MacAlgorithmSpec | UnknownValue,
    mac: Blob,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[VerifyMacResponse, VerifyMacError]:
    """Checks an HMAC with an HMAC KMS key.

    KMS computes the HMAC of `message` anew and compares. A mismatch is an error, not a False: the
    call returns `Err(KMSInvalidMacException)`. Match on the result, or call `unwrap()` on it: a
    program that does neither accepts every HMAC. Stand-ins for KMS may return `Ok` with `mac_valid`
    False instead, so test that too. Retrying does not help.

    Unlike with `Verify`, there is no digest mode. If `GenerateMac` got the digest of a large
    message, pass that same digest here. Calls count against the request quota shared by the
    symmetric cryptographic operations.

    Permission: `kms:VerifyMac` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        message: 1 to 4,096 bytes, exactly those given to `GenerateMac`; a digest counts as any
            other message.
        key_id: The HMAC KMS key that computed the HMAC: key ID, key ARN, alias name (`alias/...`)
            or alias ARN. It must be enabled and have key usage `GENERATE_VERIFY_MAC`.
        mac_algorithm: The algorithm given to `GenerateMac`. Each HMAC key spec has one: `HMAC_256`
            goes with `HMAC_SHA_256`, and so on.
        mac: The HMAC to check, raw bytes as returned by `GenerateMac`: 28, 32, 48 or 64 bytes
            depending on `mac_algorithm`.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `VerifyMacResponse`, or `Err` with `DisabledException`,
        `DryRunOperationException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidMacException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html
    """
    try:
        request = _new_verify_mac_request(
            message, key_id, mac_algorithm, mac, grant_tokens, dry_run
        )
    finally:
        del message
    return VerifyMac.request_sync(self, request)


publish(globals(), "smaws_kms")
