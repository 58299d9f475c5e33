# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""PutThing: request, response, errors and operation."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Creation
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.absent import WITHHELD
from smaws_kms._runtime.serde.absent_members import leave_out_withheld
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import (
    Limits,
    member,
    members,
    to_bytes,
    to_optional_bytes,
    to_optional_strings,
    to_strings,
)
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
from smaws_kms._runtime.serde.json_values import (
    bytes_value,
    entries_value,
    enum_value,
    int_value,
    list_value,
    str_value,
)
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob
from tests.codegen.golden.expected.enums import Color
from tests.codegen.golden.expected.errors import BrokenException, BusyException, FullException
from tests.codegen.golden.expected.lists import to_optional_sparse_str_tuple_by_color_map
from tests.codegen.golden.expected.service import SERVICE
from tests.codegen.golden.expected.structures import (
    Tag,
    Thing,
    tag_to_json,
    thing_from_json,
    to_optional_tag_tuple,
)


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class PutThingRequest(BaseShape):
    """Input of `PutThing`."""

    color: Color | UnknownValue | None = field(default=None, metadata=member("Color"))
    """`Color`, of type `Color`."""
    name: str = field(metadata=member("Name", Limits(min=1, max=9, pattern=r"^\w+$")))
    """`Name`, a string."""
    secret: bytes | None = field(
        default=None, converter=to_optional_bytes, metadata=member("Secret", sensitive=True)
    )
    """`Secret`, binary data."""
    tags: tuple[Tag, ...] | None = field(
        default=None, converter=to_optional_tag_tuple, metadata=member("Tags", Limits(max=50))
    )
    """`Tags`, a list."""
    words: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("Words", Limits(unique=True, item=Limits(min=1, max=9, pattern=r"^\w+$"))),
    )
    """`Words`, a list."""
    attributes: Mapping[Color | UnknownValue, tuple[str, ...] | None] | None = field(
        default=None,
        converter=to_optional_sparse_str_tuple_by_color_map,
        metadata=member(
            "Attributes",
            Limits(value=Limits(unique=True, item=Limits(min=1, max=9, pattern=r"^\w+$"))),
        ),
    )
    """`Attributes`, a map."""
    force: bool | None = field(default=None, metadata=member("Force"))
    """`Force`, a flag."""
    old_name: str | None = field(default=None, metadata=member("OldName"))
    """Deprecated since 2019: use `name`. `OldName`, a string."""


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class PutThingResponse(BaseShape):
    """Output of `PutThing`."""

    thing: Thing = field(metadata=member("Thing"))
    """`Thing`, of type `Thing`."""
    color: Color | UnknownValue = field(metadata=member("Color", always_sent=True))
    """`Color`, of type `Color`."""
    words: tuple[str, ...] = field(
        converter=to_strings,
        metadata=member(
            "Words",
            Limits(unique=True, item=Limits(min=1, max=9, pattern=r"^\w+$")),
            always_sent=True,
        ),
    )
    """`Words`, a list."""
    counts: Mapping[str, int] = field(metadata=member("Counts", always_sent=True))
    """`Counts`, a map."""
    receipt: bytes = field(
        default=WITHHELD,
        converter=to_bytes,
        metadata=member("Receipt", sensitive=True, replaced_by="sealed"),
    )
    """`Receipt`, binary data."""
    notes: tuple[str, ...] = field(
        default=WITHHELD,
        converter=to_strings,
        metadata=member(
            "Notes",
            Limits(unique=True, item=Limits(min=1, max=9, pattern=r"^\w+$")),
            replaced_by="sealed",
        ),
    )
    """`Notes`, a list."""
    sealed: bytes | None = field(
        default=None, converter=to_optional_bytes, metadata=member("Sealed", sensitive=True)
    )
    """`Sealed`, binary data."""
    str_: str | None = field(default=None, metadata=member("str"))
    """`str`, a string."""

    def __attrs_post_init__(self) -> None:
        leave_out_withheld(self)


@constructor(PutThingRequest)
def _new_put_thing_request(
    self: UnfrozenShape,
    color: object = None,
    name: object = None,
    secret: object = None,
    tags: object = None,
    words: object = None,
    attributes: object = None,
    force: object = None,
    old_name: object = None,
) -> None:
    self.color = None if color is None else exactly(Color, color)
    self.name = exactly(str, name)
    self.secret = None if secret is None else exactly(bytes, secret)
    self.tags = None if tags is None else tuple_of(Tag, tags)
    self.words = None if words is None else tuple_of(str, words)
    if attributes is not None:
        raise Unusual
    self.attributes = None
    self.force = None if force is None else exactly(bool, force)
    self.old_name = None if old_name is None else exactly(str, old_name)


def _put_thing_request_to_json(it: PutThingRequest) -> str:
    """Write a usual `PutThingRequest` as JSON text."""
    if type(it) is not PutThingRequest:
        raise Unusual
    json = '{"Name":' + str_json(it.name, 1)
    if it.color is not None:
        json += ',"Color":' + enum_json(Color, it.color)
    if it.secret is not None:
        json += ',"Secret":' + bytes_json(it.secret)
    if it.tags is not None:
        json += ',"Tags":' + list_json([tag_to_json(item) for item in elements_of(it.tags)])
    if it.words is not None:
        json += ',"Words":' + list_json([str_json(item, 1) for item in elements_of(it.words)])
    if it.attributes is not None:
        json += ',"Attributes":' + map_json(
            {
                enum_json(Color, key): "null"
                if item is None
                else list_json([str_json(item_1, 1) for item_1 in elements_of(item)])
                for key, item in entries_of(it.attributes)
            }
        )
    if it.force is not None:
        json += ',"Force":' + bool_json(it.force)
    if it.old_name is not None:
        json += ',"OldName":' + str_json(it.old_name)
    return json + "}"


@decoder(PutThingResponse)
def _put_thing_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `PutThingResponse` from its JSON object."""
    shape.thing = thing_from_json(data["Thing"])
    shape.color = enum_value(Color, data["Color"])
    shape.words = tuple([str_value(item) for item in list_value(data["Words"])])
    shape.counts = {key: int_value(item) for key, item in entries_value(data["Counts"])}
    value = data.get("Receipt")
    shape.receipt = WITHHELD if value is None else bytes_value(value)
    value = data.get("Notes")
    shape.notes = (
        WITHHELD if value is None else tuple([str_value(item) for item in list_value(value)])
    )
    value = data.get("Sealed")
    shape.sealed = None if value is None else bytes_value(value)
    shape.str_ = value = data.get("str")
    if value is not None and type(value) is not str:
        raise Unusual


PutThingError: TypeAlias = BrokenException | BusyException | FullException | CommonError
"""Errors that `PutThing` can return."""

PutThing: Final[Operation[PutThingRequest, PutThingResponse, PutThingError]] = Operation(
    name="PutThing",
    service=SERVICE,
    input=PutThingRequest,
    output=PutThingResponse,
    errors=(BrokenException, BusyException, FullException),
    to_json=_put_thing_request_to_json,
    from_json=_put_thing_response_from_json,
    creates=Creation(idempotency_member="name"),
    already_done_errors=(FullException,),
)
"""Calls `PutThing`."""


async def put_thing(
    self: AsyncClient,
    *,
    name: str,
    color: Color | UnknownValue | None = None,
    secret: Blob | None = None,
    tags: Sequence[Tag] | None = None,
    words: Sequence[str] | None = None,
    attributes: Mapping[Color | UnknownValue, Sequence[str] | None] | None = None,
    force: bool | None = None,
    old_name: str | None = None,
) -> Result[PutThingResponse, PutThingError]:
    """Calls `PutThing`.

    Args:
        name: `Name`, a string.
        color: `Color`, of type `Color`.
        secret: `Secret`, binary data.
        tags: `Tags`, a list.
        words: `Words`, a list.
        attributes: `Attributes`, a map.
        force: `Force`, a flag.
        old_name: Deprecated since 2019: use `name`. `OldName`, a string.

    Returns:
        `Ok` with the `PutThingResponse`, or `Err` with `BrokenException`, `BusyException`,
        `FullException` or one of `CommonError`.
    """
    try:
        request = _new_put_thing_request(
            color, name, secret, tags, words, attributes, force, old_name
        )
    finally:
        del secret
    return await PutThing.request(self, request)


def put_thing_sync(
    self: SyncClient,
    *,
    name: str,
    color: Color | UnknownValue | None = None,
    secret: Blob | None = None,
    tags: Sequence[Tag] | None = None,
    words: Sequence[str] | None = None,
    attributes: Mapping[Color | UnknownValue, Sequence[str] | None] | None = None,
    force: bool | None = None,
    old_name: str | None = None,
) -> Result[PutThingResponse, PutThingError]:
    """Calls `PutThing`.

    Args:
        name: `Name`, a string.
        color: `Color`, of type `Color`.
        secret: `Secret`, binary data.
        tags: `Tags`, a list.
        words: `Words`, a list.
        attributes: `Attributes`, a map.
        force: `Force`, a flag.
        old_name: Deprecated since 2019: use `name`. `OldName`, a string.

    Returns:
        `Ok` with the `PutThingResponse`, or `Err` with `BrokenException`, `BusyException`,
        `FullException` or one of `CommonError`.
    """
    try:
        request = _new_put_thing_request(
            color, name, secret, tags, words, attributes, force, old_name
        )
    finally:
        del secret
    return PutThing.request_sync(self, request)


publish(globals(), "tests.codegen.golden.expected")
