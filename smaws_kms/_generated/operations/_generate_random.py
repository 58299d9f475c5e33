# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GenerateRandom: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    CustomKeyStoreInvalidStateException,
    CustomKeyStoreNotFoundException,
    DependencyTimeoutException,
    KMSInternalException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import RecipientInfo, recipient_info_to_json
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.absent import WITHHELD
from smaws_kms._runtime.serde.absent_members import leave_out_withheld
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes, to_optional_bytes
from smaws_kms._runtime.serde.json_text import int_json, str_json
from smaws_kms._runtime.serde.json_values import bytes_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateRandomRequest(BaseShape):
    """How many random bytes, and from where."""

    number_of_bytes: int | None = field(
        default=None, metadata=member("NumberOfBytes", Limits(min=1, max=1024))
    )
    """Number of bytes, 1 to 1,024. There is no default: although typed as optional, KMS rejects a
    request without it.
    """
    custom_key_store_id: str | None = field(
        default=None, metadata=member("CustomKeyStoreId", Limits(min=1, max=64))
    )
    """ID of an AWS CloudHSM key store whose cluster shall produce the bytes; an external key store
    gives `Err(UnsupportedOperationException)`. Default: KMS itself produces them.
    """
    recipient: RecipientInfo | None = field(default=None, metadata=member("Recipient"))
    """Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS withholds the
    plaintext and instead fills `ciphertext_for_recipient`, readable only inside the attested
    environment. Leave out for an ordinary plaintext response.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateRandomResponse(BaseShape):
    """The random bytes."""

    plaintext: bytes = field(
        default=WITHHELD,
        converter=to_bytes,
        metadata=member(
            "Plaintext",
            Limits(min=1, max=4096),
            sensitive=True,
            replaced_by="ciphertext_for_recipient",
        ),
    )
    """The bytes, as many as requested. Withheld if the request had a `recipient`: read
    `ciphertext_for_recipient` then.
    """
    ciphertext_for_recipient: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextForRecipient", Limits(min=1, max=6144)),
    )
    """The bytes as a CMS `EnvelopedData` blob encrypted to the public key in the attestation
    document; only the attested environment can open it. None unless `recipient` was given.
    """

    def __attrs_post_init__(self) -> None:
        leave_out_withheld(self)


@constructor(GenerateRandomRequest)
def _new_generate_random_request(
    self: UnfrozenShape,
    number_of_bytes: object = None,
    custom_key_store_id: object = None,
    recipient: object = None,
) -> None:
    self.number_of_bytes = None if number_of_bytes is None else exactly(int, number_of_bytes)
    self.custom_key_store_id = (
        None if custom_key_store_id is None else exactly(str, custom_key_store_id)
    )
    self.recipient = None if recipient is None else exactly(RecipientInfo, recipient)


def _generate_random_request_to_json(it: GenerateRandomRequest) -> str:
    """Write a usual `GenerateRandomRequest` as JSON text."""
    if type(it) is not GenerateRandomRequest:
        raise Unusual
    json = ""
    if it.number_of_bytes is not None:
        json += ',"NumberOfBytes":' + int_json(it.number_of_bytes, 1)
    if it.custom_key_store_id is not None:
        json += ',"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    if it.recipient is not None:
        json += ',"Recipient":' + recipient_info_to_json(it.recipient)
    return "{" + json[1:] + "}"


@decoder(GenerateRandomResponse)
def _generate_random_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GenerateRandomResponse` from its JSON object."""
    value = data.get("Plaintext")
    shape.plaintext = WITHHELD if value is None else bytes_value(value)
    value = data.get("CiphertextForRecipient")
    shape.ciphertext_for_recipient = None if value is None else bytes_value(value)


GenerateRandomError: TypeAlias = (
    CustomKeyStoreInvalidStateException
    | CustomKeyStoreNotFoundException
    | DependencyTimeoutException
    | KMSInternalException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `GenerateRandom` can return."""

GenerateRandom: Final[
    Operation[GenerateRandomRequest, GenerateRandomResponse, GenerateRandomError]
] = Operation(
    name="GenerateRandom",
    service=SERVICE,
    input=GenerateRandomRequest,
    output=GenerateRandomResponse,
    errors=(
        CustomKeyStoreInvalidStateException,
        CustomKeyStoreNotFoundException,
        DependencyTimeoutException,
        KMSInternalException,
        UnsupportedOperationException,
    ),
    to_json=_generate_random_request_to_json,
    from_json=_generate_random_response_from_json,
)
"""Returns 1 to 1,024 cryptographically secure random bytes."""


async def generate_random(
    self: AsyncClient,
    *,
    number_of_bytes: int | None = None,
    custom_key_store_id: str | None = None,
    recipient: RecipientInfo | None = None,
) -> Result[GenerateRandomResponse, GenerateRandomError]:
    """Returns 1 to 1,024 cryptographically secure random bytes.

    No KMS key takes part and nothing is stored. For everyday randomness Python's `secrets` is as
    good and costs no round trip; this call is for bytes that must come from an HSM, or be delivered
    into an attested environment through `recipient`.

    Permission: `kms:GenerateRandom` in an IAM policy.
    Across accounts: no; the operation uses no KMS key and nothing that belongs to an account.

    Args:
        number_of_bytes: Number of bytes, 1 to 1,024. There is no default: although typed as
            optional, KMS rejects a request without it.
        custom_key_store_id: ID of an AWS CloudHSM key store whose cluster shall produce the bytes;
            an external key store gives `Err(UnsupportedOperationException)`. Default: KMS itself
            produces them.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.

    Returns:
        `Ok` with the `GenerateRandomResponse`, or `Err` with `CustomKeyStoreInvalidStateException`,
        `CustomKeyStoreNotFoundException`, `DependencyTimeoutException`, `KMSInternalException`,
        `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html
    """
    return await GenerateRandom.request(
        self, _new_generate_random_request(number_of_bytes, custom_key_store_id, recipient)
    )


def generate_random_sync(
    self: SyncClient,
    *,
    number_of_bytes: int | None = None,
    custom_key_store_id: str | None = None,
    recipient: RecipientInfo | None = None,
) -> Result[GenerateRandomResponse, GenerateRandomError]:
    """Returns 1 to 1,024 cryptographically secure random bytes.

    No KMS key takes part and nothing is stored. For everyday randomness Python's `secrets` is as
    good and costs no round trip; this call is for bytes that must come from an HSM, or be delivered
    into an attested environment through `recipient`.

    Permission: `kms:GenerateRandom` in an IAM policy.
    Across accounts: no; the operation uses no KMS key and nothing that belongs to an account.

    Args:
        number_of_bytes: Number of bytes, 1 to 1,024. There is no default: although typed as
            optional, KMS rejects a request without it.
        custom_key_store_id: ID of an AWS CloudHSM key store whose cluster shall produce the bytes;
            an external key store gives `Err(UnsupportedOperationException)`. Default: KMS itself
            produces them.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.

    Returns:
        `Ok` with the `GenerateRandomResponse`, or `Err` with `CustomKeyStoreInvalidStateException`,
        `CustomKeyStoreNotFoundException`, `DependencyTimeoutException`, `KMSInternalException`,
        `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateRandom.html
    """
    return GenerateRandom.request_sync(
        self, _new_generate_random_request(number_of_bytes, custom_key_store_id, recipient)
    )


publish(globals(), "smaws_kms")
