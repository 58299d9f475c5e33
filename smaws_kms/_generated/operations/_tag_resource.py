# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""TagResource: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    LimitExceededException,
    NotFoundException,
    TagException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import Tag, tag_to_json, to_tag_tuple
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import elements_of, list_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class TagResourceRequest(BaseShape):
    """The KMS key and the tags to set."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a customer managed key; aliases are not accepted."""
    tags: tuple[Tag, ...] = field(converter=to_tag_tuple, metadata=member("Tags"))
    """The tags to add or overwrite, each tag key once: keys of 1 to 128 characters, values of 0 to
    256, both case-sensitive. They show up in CloudTrail in clear text, so keep secrets out.
    """


@constructor(TagResourceRequest)
def _new_tag_resource_request(
    self: UnfrozenShape, key_id: object = None, tags: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.tags = tuple_of(Tag, tags)


def _tag_resource_request_to_json(it: TagResourceRequest) -> str:
    """Write a usual `TagResourceRequest` as JSON text."""
    if type(it) is not TagResourceRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Tags":' + list_json([tag_to_json(item) for item in elements_of(it.tags)])
    return json + "}"


TagResourceError: TypeAlias = (
    InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | NotFoundException
    | TagException
    | CommonError
)
"""Errors that `TagResource` can return."""

TagResource: Final[Operation[TagResourceRequest, None, TagResourceError]] = Operation(
    name="TagResource",
    service=SERVICE,
    input=TagResourceRequest,
    output=None,
    errors=(
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        LimitExceededException,
        NotFoundException,
        TagException,
    ),
    to_json=_tag_resource_request_to_json,
)
"""Adds tags to a customer managed key, or changes the values of existing ones."""


async def tag_resource(
    self: AsyncClient, *, key_id: str, tags: Sequence[Tag]
) -> Result[None, TagResourceError]:
    """Adds tags to a customer managed key, or changes the values of existing ones.

    Tags not mentioned stay as they are; a tag key already present gets the new value. AWS allows 50
    tags per KMS key. AWS managed keys, aliases and custom key stores cannot be tagged, and neither
    can a KMS key that is pending deletion.

    Where policies use `aws:ResourceTag`, changing a tag changes who may use the key. It takes up to
    five minutes to count for authorization, though `ListResourceTags` may show it sooner.

    Permission: `kms:TagResource` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN of a customer managed key; aliases are not accepted.
        tags: The tags to add or overwrite, each tag key once: keys of 1 to 128 characters, values
            of 0 to 256, both case-sensitive. They show up in CloudTrail in clear text, so keep
            secrets out.

    Returns:
        `Ok(None)`, or `Err` with `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `LimitExceededException`, `NotFoundException`, `TagException` or
        one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html
    """
    return await TagResource.request(self, _new_tag_resource_request(key_id, tags))


def tag_resource_sync(
    self: SyncClient, *, key_id: str, tags: Sequence[Tag]
) -> Result[None, TagResourceError]:
    """Adds tags to a customer managed key, or changes the values of existing ones.

    Tags not mentioned stay as they are; a tag key already present gets the new value. AWS allows 50
    tags per KMS key. AWS managed keys, aliases and custom key stores cannot be tagged, and neither
    can a KMS key that is pending deletion.

    Where policies use `aws:ResourceTag`, changing a tag changes who may use the key. It takes up to
    five minutes to count for authorization, though `ListResourceTags` may show it sooner.

    Permission: `kms:TagResource` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN of a customer managed key; aliases are not accepted.
        tags: The tags to add or overwrite, each tag key once: keys of 1 to 128 characters, values
            of 0 to 256, both case-sensitive. They show up in CloudTrail in clear text, so keep
            secrets out.

    Returns:
        `Ok(None)`, or `Err` with `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `LimitExceededException`, `NotFoundException`, `TagException` or
        one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html
    """
    return TagResource.request_sync(self, _new_tag_resource_request(key_id, tags))


publish(globals(), "smaws_kms")
