# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Structures that are part of others, or of several operations."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from attrs import field, frozen

from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import (
    DateTimeText,
    Document,
    HttpDate,
    Limits,
    member,
    members,
    resolve,
    to_tuple,
)
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.json_values import (
    bytes_value,
    datetime_value,
    decimal_value,
    document_value,
    entries_value,
    enum_value,
    float_value,
    int_enum_value,
    int_value,
    list_value,
)
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from tests.codegen.golden.expected.enums import Color, Level
from tests.codegen.golden.expected.lists import (
    to_optional_bytes_map,
    to_optional_sparse_float_tuple_tuple,
)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class Tag(BaseShape):
    """The structure `Tag`."""

    key: str = field(metadata=member("Key", Limits(min=1)))
    """`Key`, a string."""


def to_optional_tag_tuple(value: Sequence[Tag] | None) -> tuple[Tag, ...] | None:
    """Convert a sequence of `Tag` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_optional_thing_tuple(value: "Sequence[Thing] | None") -> "tuple[Thing, ...] | None":
    """Convert a sequence of `Thing` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class Thing(BaseShape):
    """The structure `Thing`."""

    made: datetime | None = field(default=None, metadata=member("Made"))
    """`Made`, a timestamp."""
    sold: DateTimeText | None = field(default=None, metadata=member("Sold"))
    """`Sold`, a timestamp."""
    seen: HttpDate | None = field(default=None, metadata=member("Seen"))
    """`Seen`, a timestamp."""
    level: Level | int = field(default=Level.LOW, metadata=member("Level"))
    """`Level`, of type `Level`."""
    color: Color | UnknownValue = field(default=Color.RED, metadata=member("Color"))
    """`Color`, of type `Color`."""
    ratio: float = field(default=1.5, metadata=member("Ratio"))
    """`Ratio`, a number."""
    price: Decimal | None = field(default=None, metadata=member("Price"))
    """`Price`, a decimal number."""
    extra: Document | None = field(default=None, metadata=member("Extra"))
    """`Extra`, any JSON value."""
    matrix: tuple[tuple[float | None, ...], ...] | None = field(
        default=None, converter=to_optional_sparse_float_tuple_tuple, metadata=member("Matrix")
    )
    """`Matrix`, a list."""
    chunks: Mapping[str, bytes] | None = field(
        default=None, converter=to_optional_bytes_map, metadata=member("Chunks", sensitive=True)
    )
    """`Chunks`, a map."""
    parts: "tuple[Thing, ...] | None" = field(
        default=None, converter=to_optional_thing_tuple, metadata=member("Parts")
    )
    """`Parts`, a list."""
    whole: "Thing | None" = field(default=None, metadata=member("Whole"))
    """`Whole`, of type `Thing`."""


def to_thing_tuple(value: Sequence[Thing]) -> tuple[Thing, ...]:
    """Convert a sequence of `Thing` to a tuple."""
    return to_tuple(value)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class Rest(BaseShape):
    """The structure `Rest`."""

    next: str | None = field(default=None, metadata=member("Next"))
    """`Next`, a string."""


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ThingPage(BaseShape):
    """The structure `ThingPage`."""

    things: tuple[Thing, ...] = field(
        default=(), converter=to_thing_tuple, metadata=member("Things")
    )
    """`Things`, a list."""
    counts: Mapping[str, int] = field(factory=dict[str, int], metadata=member("Counts"))
    """`Counts`, a map."""
    rest: Rest | None = field(default=None, metadata=member("Rest"))
    """`Rest`, of type `Rest`."""


resolve(globals(), to_optional_thing_tuple, Thing)


@constructor(Tag)
def _new_tag(self: UnfrozenShape, key: object = None) -> None:
    self.key = exactly(str, key)


def tag_to_json(it: Tag) -> str:
    """Write a usual `Tag` as JSON text."""
    if type(it) is not Tag:
        raise Unusual
    json = '{"Key":' + str_json(it.key, 1)
    return json + "}"


@decoder(Thing)
def thing_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `Thing` from its JSON object."""
    value = data.get("Made")
    shape.made = None if value is None else datetime_value(value)
    value = data.get("Sold")
    shape.sold = None if value is None else datetime_value(value)
    value = data.get("Seen")
    shape.seen = None if value is None else datetime_value(value)
    value = data.get("Level")
    shape.level = Level.LOW if value is None else int_enum_value(Level, value)
    value = data.get("Color")
    shape.color = Color.RED if value is None else enum_value(Color, value)
    value = data.get("Ratio")
    shape.ratio = 1.5 if value is None else float_value(value)
    value = data.get("Price")
    shape.price = None if value is None else decimal_value(value)
    value = data.get("Extra")
    shape.extra = None if value is None else document_value(value)
    value = data.get("Matrix")
    shape.matrix = (
        None
        if value is None
        else tuple(
            [
                tuple(
                    [None if item_1 is None else float_value(item_1) for item_1 in list_value(item)]
                )
                for item in list_value(value)
            ]
        )
    )
    value = data.get("Chunks")
    shape.chunks = (
        None if value is None else {key: bytes_value(item) for key, item in entries_value(value)}
    )
    value = data.get("Parts")
    shape.parts = (
        None if value is None else tuple([thing_from_json(item) for item in list_value(value)])
    )
    value = data.get("Whole")
    shape.whole = None if value is None else thing_from_json(value)


@decoder(Rest)
def rest_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `Rest` from its JSON object."""
    shape.next = value = data.get("Next")
    if value is not None and type(value) is not str:
        raise Unusual


@decoder(ThingPage)
def thing_page_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ThingPage` from its JSON object."""
    value = data.get("Things")
    shape.things = (
        () if value is None else tuple([thing_from_json(item) for item in list_value(value)])
    )
    value = data.get("Counts")
    shape.counts = (
        {} if value is None else {key: int_value(item) for key, item in entries_value(value)}
    )
    value = data.get("Rest")
    shape.rest = None if value is None else rest_from_json(value)


publish(globals(), "tests.codegen.golden.expected")
