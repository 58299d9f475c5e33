# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""UntagResource: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
    TagException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.fields import Limits, member, members, to_strings
from smaws_kms._runtime.serde.json_text import elements_of, list_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class UntagResourceRequest(BaseShape):
    """The KMS key and the tags to remove."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a customer managed key; aliases are not accepted."""
    tag_keys: tuple[str, ...] = field(
        converter=to_strings, metadata=member("TagKeys", Limits(item=Limits(min=1, max=128)))
    )
    """Tag keys, without values, of the tags to remove. They are case-sensitive; unknown ones are
    ignored.
    """


@constructor(UntagResourceRequest)
def _new_untag_resource_request(
    self: UnfrozenShape, key_id: object = None, tag_keys: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.tag_keys = tuple_of(str, tag_keys)


def _untag_resource_request_to_json(it: UntagResourceRequest) -> str:
    """Write a usual `UntagResourceRequest` as JSON text."""
    if type(it) is not UntagResourceRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"TagKeys":' + list_json([str_json(item, 1) for item in elements_of(it.tag_keys)])
    return json + "}"


UntagResourceError: TypeAlias = (
    InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | TagException
    | CommonError
)
"""Errors that `UntagResource` can return."""

UntagResource: Final[Operation[UntagResourceRequest, None, UntagResourceError]] = Operation(
    name="UntagResource",
    service=SERVICE,
    input=UntagResourceRequest,
    output=None,
    errors=(
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        TagException,
    ),
    to_json=_untag_resource_request_to_json,
)
"""Removes tags from a customer managed key."""


async def untag_resource(
    self: AsyncClient, *, key_id: str, tag_keys: Sequence[str]
) -> Result[None, UntagResourceError]:
    """Removes tags from a customer managed key.

    Tag keys that the KMS key does not have are ignored without an error, so the call can be
    repeated safely; it also means that a misspelt tag key goes unnoticed. Check with
    `ListResourceTags` if it matters. A KMS key pending deletion cannot be untagged.

    Where policies use `aws:ResourceTag`, removing a tag changes who may use the key, within up to
    five minutes.

    Permission: `kms:UntagResource` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN of a customer managed key; aliases are not accepted.
        tag_keys: Tag keys, without values, of the tags to remove. They are case-sensitive; unknown
            ones are ignored.

    Returns:
        `Ok(None)`, or `Err` with `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `TagException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html
    """
    return await UntagResource.request(self, _new_untag_resource_request(key_id, tag_keys))


def untag_resource_sync(
    self: SyncClient, *, key_id: str, tag_keys: Sequence[str]
) -> Result[None, UntagResourceError]:
    """Removes tags from a customer managed key.

    Tag keys that the KMS key does not have are ignored without an error, so the call can be
    repeated safely; it also means that a misspelt tag key goes unnoticed. Check with
    `ListResourceTags` if it matters. A KMS key pending deletion cannot be untagged.

    Where policies use `aws:ResourceTag`, removing a tag changes who may use the key, within up to
    five minutes.

    Permission: `kms:UntagResource` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN of a customer managed key; aliases are not accepted.
        tag_keys: Tag keys, without values, of the tags to remove. They are case-sensitive; unknown
            ones are ignored.

    Returns:
        `Ok(None)`, or `Err` with `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `TagException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html
    """
    return UntagResource.request_sync(self, _new_untag_resource_request(key_id, tag_keys))


publish(globals(), "smaws_kms")
