# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Encrypt: request, response, errors and operation."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import EncryptionAlgorithmSpec
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
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
from smaws_kms._runtime.serde.construction import constructor, dict_of, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes, to_optional_strings
from smaws_kms._runtime.serde.json_text import (
    bool_json,
    bytes_json,
    elements_of,
    entries_of,
    enum_json,
    list_json,
    map_json,
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
class EncryptRequest(BaseShape):
    """What to encrypt, and under which key."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be enabled and
    have key usage `ENCRYPT_DECRYPT`.
    """
    plaintext: bytes = field(
        converter=to_bytes, metadata=member("Plaintext", Limits(min=1, max=4096), sensitive=True)
    )
    """1 to 4,096 bytes to encrypt. RSA keys take less: with `RSAES_OAEP_SHA_256` at most 190
    (`RSA_2048`), 318 (`RSA_3072`) or 446 bytes (`RSA_4096`), with `RSAES_OAEP_SHA_1` 24 more;
    `SM2PKE` takes 1,024.
    """
    encryption_context: Mapping[str, str] | None = field(
        default=None, metadata=member("EncryptionContext")
    )
    """Non-secret pairs bound to the ciphertext; `Decrypt` succeeds only with the identical pairs,
    letter case included, in any order. Shows up in CloudTrail in the clear. Symmetric KMS keys
    only; recommended there.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = field(
        default=None, metadata=member("EncryptionAlgorithm")
    )
    """Needed for RSA and SM2 keys and must fit the key spec; prefer `RSAES_OAEP_SHA_256` with RSA.
    Default: `SYMMETRIC_DEFAULT`, right for every symmetric key.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class EncryptResponse(BaseShape):
    """The ciphertext, and what it was made with."""

    ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("CiphertextBlob", Limits(min=1, max=6144))
    )
    """Raw ciphertext, at most 6,144 bytes; encode it yourself for text storage. Treat it as opaque,
    and store it with all that `Decrypt` will ask for.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the key that did the work, also when the request used an alias. Worth storing for
    asymmetric keys, since an alias may later point elsewhere.
    """
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue = field(
        metadata=member("EncryptionAlgorithm", always_sent=True)
    )
    """Algorithm that was applied. Store it if it is not `SYMMETRIC_DEFAULT`: `Decrypt` will need
    it.
    """


@constructor(EncryptRequest)
def _new_encrypt_request(
    self: UnfrozenShape,
    key_id: object = None,
    plaintext: object = None,
    encryption_context: object = None,
    grant_tokens: object = None,
    encryption_algorithm: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.plaintext = exactly(bytes, plaintext)
    self.encryption_context = (
        None if encryption_context is None else dict_of(str, str, encryption_context)
    )
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.encryption_algorithm = (
        None
        if encryption_algorithm is None
        else exactly(EncryptionAlgorithmSpec, encryption_algorithm)
    )
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _encrypt_request_to_json(it: EncryptRequest) -> str:
    """Write a usual `EncryptRequest` as JSON text."""
    if type(it) is not EncryptRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Plaintext":' + bytes_json(it.plaintext, 1)
    if it.encryption_context is not None:
        json += ',"EncryptionContext":' + map_json(
            {str_json(key): str_json(item) for key, item in entries_of(it.encryption_context)}
        )
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.encryption_algorithm is not None:
        json += ',"EncryptionAlgorithm":' + enum_json(
            EncryptionAlgorithmSpec, it.encryption_algorithm
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(EncryptResponse)
def _encrypt_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `EncryptResponse` from its JSON object."""
    shape.ciphertext_blob = bytes_value(data["CiphertextBlob"])
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.encryption_algorithm = enum_value(EncryptionAlgorithmSpec, data["EncryptionAlgorithm"])


EncryptError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `Encrypt` can return."""

Encrypt: Final[Operation[EncryptRequest, EncryptResponse, EncryptError]] = Operation(
    name="Encrypt",
    service=SERVICE,
    input=EncryptRequest,
    output=EncryptResponse,
    errors=(
        DependencyTimeoutException,
        DisabledException,
        DryRunOperationException,
        InvalidGrantTokenException,
        InvalidKeyUsageException,
        KeyUnavailableException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_encrypt_request_to_json,
    from_json=_encrypt_response_from_json,
)
"""Encrypts up to 4,096 bytes under a KMS key."""


async def encrypt(
    self: AsyncClient,
    *,
    key_id: str,
    plaintext: Blob,
    encryption_context: Mapping[str, str] | None = None,
    grant_tokens: Sequence[str] | None = None,
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    dry_run: bool | None = None,
) -> Result[EncryptResponse, EncryptError]:
    """Encrypts up to 4,096 bytes under a KMS key.

    Made for small secrets: a password, a token, a customer number. For anything larger, or for many
    records, get a data key from `GenerateDataKey` and encrypt locally; data keys come back
    encrypted already and need no `Encrypt` of their own.

    Ciphertext from a symmetric KMS key names its own key and algorithm, so `Decrypt` can do without
    both; it does need the same `encryption_context`, which you have to keep or be able to rebuild.
    Ciphertext from an RSA or SM2 key carries no such information: store the key ARN and the
    algorithm next to it, or it may never be decrypted again.

    Permission: `kms:Encrypt` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled and have key usage `ENCRYPT_DECRYPT`.
        plaintext: 1 to 4,096 bytes to encrypt. RSA keys take less: with `RSAES_OAEP_SHA_256` at
            most 190 (`RSA_2048`), 318 (`RSA_3072`) or 446 bytes (`RSA_4096`), with
            `RSAES_OAEP_SHA_1` 24 more; `SM2PKE` takes 1,024.
        encryption_context: Non-secret pairs bound to the ciphertext; `Decrypt` succeeds only with
            the identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear. Symmetric KMS keys only; recommended there.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        encryption_algorithm: Needed for RSA and SM2 keys and must fit the key spec; prefer
            `RSAES_OAEP_SHA_256` with RSA. Default: `SYMMETRIC_DEFAULT`, right for every symmetric
            key.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `EncryptResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html
    """
    try:
        request = _new_encrypt_request(
            key_id, plaintext, encryption_context, grant_tokens, encryption_algorithm, dry_run
        )
    finally:
        del plaintext
    return await Encrypt.request(self, request)


def encrypt_sync(
    self: SyncClient,
    *,
    key_id: str,
    plaintext: Blob,
    encryption_context: Mapping[str, str] | None = None,
    grant_tokens: Sequence[str] | None = None,
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    dry_run: bool | None = None,
) -> Result[EncryptResponse, EncryptError]:
    """Encrypts up to 4,096 bytes under a KMS key.

    Made for small secrets: a password, a token, a customer number. For anything larger, or for many
    records, get a data key from `GenerateDataKey` and encrypt locally; data keys come back
    encrypted already and need no `Encrypt` of their own.

    Ciphertext from a symmetric KMS key names its own key and algorithm, so `Decrypt` can do without
    both; it does need the same `encryption_context`, which you have to keep or be able to rebuild.
    Ciphertext from an RSA or SM2 key carries no such information: store the key ARN and the
    algorithm next to it, or it may never be decrypted again.

    Permission: `kms:Encrypt` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled and have key usage `ENCRYPT_DECRYPT`.
        plaintext: 1 to 4,096 bytes to encrypt. RSA keys take less: with `RSAES_OAEP_SHA_256` at
            most 190 (`RSA_2048`), 318 (`RSA_3072`) or 446 bytes (`RSA_4096`), with
            `RSAES_OAEP_SHA_1` 24 more; `SM2PKE` takes 1,024.
        encryption_context: Non-secret pairs bound to the ciphertext; `Decrypt` succeeds only with
            the identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear. Symmetric KMS keys only; recommended there.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        encryption_algorithm: Needed for RSA and SM2 keys and must fit the key spec; prefer
            `RSAES_OAEP_SHA_256` with RSA. Default: `SYMMETRIC_DEFAULT`, right for every symmetric
            key.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `EncryptResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html
    """
    try:
        request = _new_encrypt_request(
            key_id, plaintext, encryption_context, grant_tokens, encryption_algorithm, dry_run
        )
    finally:
        del plaintext
    return Encrypt.request_sync(self, request)


publish(globals(), "smaws_kms")
