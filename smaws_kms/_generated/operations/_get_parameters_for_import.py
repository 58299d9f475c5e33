# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GetParametersForImport: request, response, errors and operation."""

from datetime import datetime
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import AlgorithmSpec, WrappingKeySpec
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes
from smaws_kms._runtime.serde.json_text import enum_json, str_json
from smaws_kms._runtime.serde.json_values import bytes_value, datetime_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetParametersForImportRequest(BaseShape):
    """The KMS key that shall get the material, and how it will be wrapped."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN, no alias. Its origin must be `EXTERNAL`, which rules out
    custom key stores; multi-Region keys are fine.
    """
    wrapping_algorithm: AlgorithmSpec | UnknownValue = field(metadata=member("WrappingAlgorithm"))
    """How you will wrap. RSA private keys demand `RSA_AES_KEY_WRAP_*` (an AES key of yours, wrapped
    in turn); `RSAES_OAEP_SHA_256` suits short material such as AES and HMAC keys.
    `RSAES_PKCS1_V1_5` is no longer accepted.
    """
    wrapping_key_spec: WrappingKeySpec | UnknownValue = field(metadata=member("WrappingKeySpec"))
    """Kind of wrapping key; take the longest that your tools handle, ideally `RSA_4096`. `RSA_2048`
    with an `RSAES_OAEP_*` algorithm is too short for `ECC_NIST_P521` material.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetParametersForImportResponse(BaseShape):
    """All that is needed to wrap key material and import it."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key that these parameters are good for; give it to `ImportKeyMaterial`."""
    import_token: bytes = field(
        converter=to_bytes, metadata=member("ImportToken", Limits(min=1, max=6144))
    )
    """Opaque token, to be passed unchanged to `ImportKeyMaterial` with material wrapped by
    `public_key` of this same response.
    """
    public_key: bytes = field(
        converter=to_bytes, metadata=member("PublicKey", Limits(min=1, max=4096), sensitive=True)
    )
    """The wrapping key, public half, for use with the requested `wrapping_algorithm`. Good for this
    import only, not a public key of the KMS key.
    """
    parameters_valid_to: datetime = field(metadata=member("ParametersValidTo", always_sent=True))
    """When wrapping key and token expire (UTC), 24 hours after they were made. From then on an
    import fails; call this operation again.
    """


@constructor(GetParametersForImportRequest)
def _new_get_parameters_for_import_request(
    self: UnfrozenShape,
    key_id: object = None,
    wrapping_algorithm: object = None,
    wrapping_key_spec: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.wrapping_algorithm = exactly(AlgorithmSpec, wrapping_algorithm)
    self.wrapping_key_spec = exactly(WrappingKeySpec, wrapping_key_spec)


def _get_parameters_for_import_request_to_json(it: GetParametersForImportRequest) -> str:
    """Write a usual `GetParametersForImportRequest` as JSON text."""
    if type(it) is not GetParametersForImportRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"WrappingAlgorithm":' + enum_json(AlgorithmSpec, it.wrapping_algorithm)
    json += ',"WrappingKeySpec":' + enum_json(WrappingKeySpec, it.wrapping_key_spec)
    return json + "}"


@decoder(GetParametersForImportResponse)
def _get_parameters_for_import_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GetParametersForImportResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.import_token = bytes_value(data["ImportToken"])
    shape.public_key = bytes_value(data["PublicKey"])
    shape.parameters_valid_to = datetime_value(data["ParametersValidTo"])


GetParametersForImportError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `GetParametersForImport` can return."""

GetParametersForImport: Final[
    Operation[
        GetParametersForImportRequest, GetParametersForImportResponse, GetParametersForImportError
    ]
] = Operation(
    name="GetParametersForImport",
    service=SERVICE,
    input=GetParametersForImportRequest,
    output=GetParametersForImportResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_get_parameters_for_import_request_to_json,
    from_json=_get_parameters_for_import_response_from_json,
)
"""Returns the wrapping key and the token needed to import key material."""


async def get_parameters_for_import(
    self: AsyncClient,
    *,
    key_id: str,
    wrapping_algorithm: AlgorithmSpec | UnknownValue,
    wrapping_key_spec: WrappingKeySpec | UnknownValue,
) -> Result[GetParametersForImportResponse, GetParametersForImportError]:
    """Returns the wrapping key and the token needed to import key material.

    First step of an import: wrap your key material with `public_key`, then send it with
    `import_token` to `ImportKeyMaterial`. The two belong together and serve this one KMS key; do
    not mix the results of different calls. They expire after 24 hours, so fetch them shortly before
    use. The default request quota is one call in four seconds.

    The KMS key must have been created with origin `EXTERNAL`. Repeat the procedure to bring back
    material that expired or was deleted; wrapping algorithm and wrapping key size may differ from
    the first time.

    Permission: `kms:GetParametersForImport` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN, no alias. Its origin must be `EXTERNAL`, which rules
            out custom key stores; multi-Region keys are fine.
        wrapping_algorithm: How you will wrap. RSA private keys demand `RSA_AES_KEY_WRAP_*` (an AES
            key of yours, wrapped in turn); `RSAES_OAEP_SHA_256` suits short material such as AES
            and HMAC keys. `RSAES_PKCS1_V1_5` is no longer accepted.
        wrapping_key_spec: Kind of wrapping key; take the longest that your tools handle, ideally
            `RSA_4096`. `RSA_2048` with an `RSAES_OAEP_*` algorithm is too short for `ECC_NIST_P521`
            material.

    Returns:
        `Ok` with the `GetParametersForImportResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html
    """
    return await GetParametersForImport.request(
        self, _new_get_parameters_for_import_request(key_id, wrapping_algorithm, wrapping_key_spec)
    )


def get_parameters_for_import_sync(
    self: SyncClient,
    *,
    key_id: str,
    wrapping_algorithm: AlgorithmSpec | UnknownValue,
    wrapping_key_spec: WrappingKeySpec | UnknownValue,
) -> Result[GetParametersForImportResponse, GetParametersForImportError]:
    """Returns the wrapping key and the token needed to import key material.

    First step of an import: wrap your key material with `public_key`, then send it with
    `import_token` to `ImportKeyMaterial`. The two belong together and serve this one KMS key; do
    not mix the results of different calls. They expire after 24 hours, so fetch them shortly before
    use. The default request quota is one call in four seconds.

    The KMS key must have been created with origin `EXTERNAL`. Repeat the procedure to bring back
    material that expired or was deleted; wrapping algorithm and wrapping key size may differ from
    the first time.

    Permission: `kms:GetParametersForImport` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN, no alias. Its origin must be `EXTERNAL`, which rules
            out custom key stores; multi-Region keys are fine.
        wrapping_algorithm: How you will wrap. RSA private keys demand `RSA_AES_KEY_WRAP_*` (an AES
            key of yours, wrapped in turn); `RSAES_OAEP_SHA_256` suits short material such as AES
            and HMAC keys. `RSAES_PKCS1_V1_5` is no longer accepted.
        wrapping_key_spec: Kind of wrapping key; take the longest that your tools handle, ideally
            `RSA_4096`. `RSA_2048` with an `RSAES_OAEP_*` algorithm is too short for `ECC_NIST_P521`
            material.

    Returns:
        `Ok` with the `GetParametersForImportResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html
    """
    return GetParametersForImport.request_sync(
        self, _new_get_parameters_for_import_request(key_id, wrapping_algorithm, wrapping_key_spec)
    )


publish(globals(), "smaws_kms")
