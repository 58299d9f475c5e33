# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListKeyPolicies: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
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
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination import AsyncPages, SyncPages
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_strings
from smaws_kms._runtime.serde.json_text import int_json, str_json
from smaws_kms._runtime.serde.json_values import bool_value, list_value, str_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListKeyPoliciesRequest(BaseShape):
    """The KMS key, and paging."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN. Aliases are not accepted."""
    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Largest number of names in one page, 1 to 1,000. Default: 100. Of little use, as a key has
    two policies at most.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to get the
    first page. Tokens are opaque.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListKeyPoliciesResponse(BaseShape):
    """The policy names."""

    policy_names: tuple[str, ...] = field(
        default=(),
        converter=to_strings,
        metadata=member("PolicyNames", Limits(item=Limits(min=1, max=128, pattern=r"^[\w]+$"))),
    )
    """`default`, plus `AWS_RAM` if the key is shared through AWS Resource Access Manager. Each is a
    `policy_name` for `GetKeyPolicy`.
    """
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@constructor(ListKeyPoliciesRequest)
def _new_list_key_policies_request(
    self: UnfrozenShape, key_id: object = None, limit: object = None, marker: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)


def _list_key_policies_request_to_json(it: ListKeyPoliciesRequest) -> str:
    """Write a usual `ListKeyPoliciesRequest` as JSON text."""
    if type(it) is not ListKeyPoliciesRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    return json + "}"


@decoder(ListKeyPoliciesResponse)
def _list_key_policies_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ListKeyPoliciesResponse` from its JSON object."""
    value = data.get("PolicyNames")
    shape.policy_names = (
        () if value is None else tuple([str_value(item) for item in list_value(value)])
    )
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


ListKeyPoliciesError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `ListKeyPolicies` can return."""

ListKeyPolicies: Final[
    PaginatedOperation[ListKeyPoliciesRequest, ListKeyPoliciesResponse, ListKeyPoliciesError]
] = PaginatedOperation(
    name="ListKeyPolicies",
    service=SERVICE,
    input=ListKeyPoliciesRequest,
    output=ListKeyPoliciesResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_list_key_policies_request_to_json,
    from_json=_list_key_policies_response_from_json,
    pagination=Pagination(
        input_token="marker", output_token=("next_marker",), items=("policy_names",)
    ),
)
"""Lists the names of the key policies on a KMS key."""


async def list_key_policies(
    self: AsyncClient, *, key_id: str, limit: int | None = None, marker: str | None = None
) -> Result[ListKeyPoliciesResponse, ListKeyPoliciesError]:
    """Lists the names of the key policies on a KMS key.

    Every key has `default`; a key shared through AWS Resource Access Manager also has `AWS_RAM`.
    There are no other names, so code that wants the ordinary policy can call `GetKeyPolicy`
    straight away.

    Permission: `kms:ListKeyPolicies` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
        limit: Largest number of names in one page, 1 to 1,000. Default: 100. Of little use, as a
            key has two policies at most.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListKeyPoliciesResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html
    """
    return await ListKeyPolicies.request(
        self, _new_list_key_policies_request(key_id, limit, marker)
    )


def list_key_policies_sync(
    self: SyncClient, *, key_id: str, limit: int | None = None, marker: str | None = None
) -> Result[ListKeyPoliciesResponse, ListKeyPoliciesError]:
    """Lists the names of the key policies on a KMS key.

    Every key has `default`; a key shared through AWS Resource Access Manager also has `AWS_RAM`.
    There are no other names, so code that wants the ordinary policy can call `GetKeyPolicy`
    straight away.

    Permission: `kms:ListKeyPolicies` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
        limit: Largest number of names in one page, 1 to 1,000. Default: 100. Of little use, as a
            key has two policies at most.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListKeyPoliciesResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html
    """
    return ListKeyPolicies.request_sync(self, _new_list_key_policies_request(key_id, limit, marker))


class ListKeyPoliciesPages(AsyncPages[ListKeyPoliciesResponse, ListKeyPoliciesError, str]):
    """`ListKeyPolicies` on an async client: one call, all pages, or all items."""

    async def __call__(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Result[ListKeyPoliciesResponse, ListKeyPoliciesError]:
        return await list_key_policies(self.client, key_id=key_id, limit=limit, marker=marker)

    def pages(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> AsyncIterator[Result[ListKeyPoliciesResponse, ListKeyPoliciesError]]:
        return self.walk_pages(
            ListKeyPolicies, _new_list_key_policies_request(key_id, limit, marker)
        )

    def items(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> AsyncIterator[str]:
        return self.walk_items(
            ListKeyPolicies, _new_list_key_policies_request(key_id, limit, marker)
        )


class ListKeyPoliciesPagesSync(SyncPages[ListKeyPoliciesResponse, ListKeyPoliciesError, str]):
    """`ListKeyPolicies` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Result[ListKeyPoliciesResponse, ListKeyPoliciesError]:
        return list_key_policies_sync(self.client, key_id=key_id, limit=limit, marker=marker)

    def pages(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Iterator[Result[ListKeyPoliciesResponse, ListKeyPoliciesError]]:
        return self.walk_pages(
            ListKeyPolicies, _new_list_key_policies_request(key_id, limit, marker)
        )

    def items(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Iterator[str]:
        return self.walk_items(
            ListKeyPolicies, _new_list_key_policies_request(key_id, limit, marker)
        )


publish(globals(), "smaws_kms")
