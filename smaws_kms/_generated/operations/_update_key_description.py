# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""UpdateKeyDescription: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
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
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class UpdateKeyDescriptionRequest(BaseShape):
    """The KMS key and its new description."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN; aliases are not accepted."""
    description: str = field(metadata=member("Description", Limits(min=0, max=8192)))
    """The new text, up to 8,192 characters; an empty string removes the description. It shows up in
    CloudTrail in clear text, so keep secrets out.
    """


@constructor(UpdateKeyDescriptionRequest)
def _new_update_key_description_request(
    self: UnfrozenShape, key_id: object = None, description: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.description = exactly(str, description)


def _update_key_description_request_to_json(it: UpdateKeyDescriptionRequest) -> str:
    """Write a usual `UpdateKeyDescriptionRequest` as JSON text."""
    if type(it) is not UpdateKeyDescriptionRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Description":' + str_json(it.description)
    return json + "}"


UpdateKeyDescriptionError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `UpdateKeyDescription` can return."""

UpdateKeyDescription: Final[
    Operation[UpdateKeyDescriptionRequest, None, UpdateKeyDescriptionError]
] = Operation(
    name="UpdateKeyDescription",
    service=SERVICE,
    input=UpdateKeyDescriptionRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_update_key_description_request_to_json,
)
"""Replaces the description of a KMS key."""


async def update_key_description(
    self: AsyncClient, *, key_id: str, description: str
) -> Result[None, UpdateKeyDescriptionError]:
    """Replaces the description of a KMS key.

    Purely informative: no effect on the use of the key. Keys of a multi-Region set have a
    description each, so changing one leaves the others alone. It cannot be changed while the KMS
    key is pending deletion.

    Permission: `kms:UpdateKeyDescription` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted.
        description: The new text, up to 8,192 characters; an empty string removes the description.
            It shows up in CloudTrail in clear text, so keep secrets out.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html
    """
    return await UpdateKeyDescription.request(
        self, _new_update_key_description_request(key_id, description)
    )


def update_key_description_sync(
    self: SyncClient, *, key_id: str, description: str
) -> Result[None, UpdateKeyDescriptionError]:
    """Replaces the description of a KMS key.

    Purely informative: no effect on the use of the key. Keys of a multi-Region set have a
    description each, so changing one leaves the others alone. It cannot be changed while the KMS
    key is pending deletion.

    Permission: `kms:UpdateKeyDescription` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted.
        description: The new text, up to 8,192 characters; an empty string removes the description.
            It shows up in CloudTrail in clear text, so keep secrets out.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html
    """
    return UpdateKeyDescription.request_sync(
        self, _new_update_key_description_request(key_id, description)
    )


publish(globals(), "smaws_kms")
