# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""UpdatePrimaryRegion: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DisabledException,
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
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class UpdatePrimaryRegionRequest(BaseShape):
    """The present primary key, and the Region of its successor."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID (`mrk-...`) or key ARN of the present primary key, which becomes a replica. Aliases
    are not accepted.
    """
    primary_region: str = field(
        metadata=member("PrimaryRegion", Limits(min=1, max=32, pattern=r"^([a-z]+-){2,3}\d+$"))
    )
    """Region, such as `eu-west-1`, whose replica becomes the primary key. The replica must exist
    already.
    """


@constructor(UpdatePrimaryRegionRequest)
def _new_update_primary_region_request(
    self: UnfrozenShape, key_id: object = None, primary_region: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.primary_region = exactly(str, primary_region)


def _update_primary_region_request_to_json(it: UpdatePrimaryRegionRequest) -> str:
    """Write a usual `UpdatePrimaryRegionRequest` as JSON text."""
    if type(it) is not UpdatePrimaryRegionRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"PrimaryRegion":' + str_json(it.primary_region, 1)
    return json + "}"


UpdatePrimaryRegionError: TypeAlias = (
    DisabledException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `UpdatePrimaryRegion` can return."""

UpdatePrimaryRegion: Final[
    Operation[UpdatePrimaryRegionRequest, None, UpdatePrimaryRegionError]
] = Operation(
    name="UpdatePrimaryRegion",
    service=SERVICE,
    input=UpdatePrimaryRegionRequest,
    output=None,
    errors=(
        DisabledException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_update_primary_region_request_to_json,
    already_done_errors=(KMSInvalidStateException,),
)
"""Makes a replica of a multi-Region key the primary, and the old primary a replica."""


async def update_primary_region(
    self: AsyncClient, *, key_id: str, primary_region: str
) -> Result[None, UpdatePrimaryRegionError]:
    """Makes a replica of a multi-Region key the primary, and the old primary a replica.

    Call it in the Region of the present primary key; since all keys of the set share one key ID,
    the client's Region decides which key is meant. The other Region must hold a replica already
    (`ReplicateKey`).

    Encryption and decryption go on undisturbed. The change runs on for some seconds after the call
    returns: both keys are in state `Updating`, `DescribeKey` may show both as replicas, and
    replicating, enabling or disabling them fails. Poll `DescribeKey` before continuing.

    Needed before the primary's Region is given up, as a primary key cannot be deleted while
    replicas exist.

    Permission: `kms:UpdatePrimaryRegion` in the key policies of both the present primary key and
    the replica that takes over, each in its Region.
    Across accounts: no; the multi-Region key must be in the caller's account.

    Args:
        key_id: Key ID (`mrk-...`) or key ARN of the present primary key, which becomes a replica.
            Aliases are not accepted.
        primary_region: Region, such as `eu-west-1`, whose replica becomes the primary key. The
            replica must exist already.

    Returns:
        `Ok(None)`, or `Err` with `DisabledException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException`,
        `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html
    """
    return await UpdatePrimaryRegion.request(
        self, _new_update_primary_region_request(key_id, primary_region)
    )


def update_primary_region_sync(
    self: SyncClient, *, key_id: str, primary_region: str
) -> Result[None, UpdatePrimaryRegionError]:
    """Makes a replica of a multi-Region key the primary, and the old primary a replica.

    Call it in the Region of the present primary key; since all keys of the set share one key ID,
    the client's Region decides which key is meant. The other Region must hold a replica already
    (`ReplicateKey`).

    Encryption and decryption go on undisturbed. The change runs on for some seconds after the call
    returns: both keys are in state `Updating`, `DescribeKey` may show both as replicas, and
    replicating, enabling or disabling them fails. Poll `DescribeKey` before continuing.

    Needed before the primary's Region is given up, as a primary key cannot be deleted while
    replicas exist.

    Permission: `kms:UpdatePrimaryRegion` in the key policies of both the present primary key and
    the replica that takes over, each in its Region.
    Across accounts: no; the multi-Region key must be in the caller's account.

    Args:
        key_id: Key ID (`mrk-...`) or key ARN of the present primary key, which becomes a replica.
            Aliases are not accepted.
        primary_region: Region, such as `eu-west-1`, whose replica becomes the primary key. The
            replica must exist already.

    Returns:
        `Ok(None)`, or `Err` with `DisabledException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException`,
        `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html
    """
    return UpdatePrimaryRegion.request_sync(
        self, _new_update_primary_region_request(key_id, primary_region)
    )


publish(globals(), "smaws_kms")
