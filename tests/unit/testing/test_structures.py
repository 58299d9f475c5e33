"""Examples of structures that KMS has none of: recursive ones, unions, lists with a minimum."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import IntEnum
from typing import ClassVar

import pytest
from attrs import field, frozen

from smaws_kms._runtime.errors import ErrorMember, ServiceError
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
from smaws_kms._runtime.serde.unknown_values import UnknownMember
from smaws_kms._runtime.serde.validation import validate
from smaws_kms.testing import example


class Level(IntEnum):
    """An enum of integers."""

    LOW = 7


@frozen(kw_only=True, field_transformer=members)
class Tree:
    """A structure that contains itself in each way that can end."""

    name: str = field(metadata=member("Name"))
    left: "Tree | None" = field(default=None, metadata=member("Left"))
    branches: "tuple[Tree, ...]" = field(converter=to_tuple, metadata=member("Branches"))
    by_name: "Mapping[str, Tree]" = field(metadata=member("ByName"))


@frozen(field_transformer=members)
class Node:
    """A union's member that leads back to the union."""

    value: "Node | Leaf | UnknownMember" = field(metadata=member("Node"))


@frozen(field_transformer=members)
class Leaf:
    """A union's member that ends it."""

    value: str = field(metadata=member("Leaf"))


@frozen(field_transformer=members)
class Loop:
    """A union's member that leads back to it through a list."""

    value: "tuple[Loop | UnknownMember, ...]" = field(metadata=member("Loop"))


resolve(globals(), Tree, Node, Loop)


@frozen(kw_only=True, field_transformer=members)
class Wide:
    """Members of every type that KMS lacks, and lists with a minimum."""

    level: Level | int = field(metadata=member("Level"))
    choice: Node | Leaf | UnknownMember = field(metadata=member("Choice"))
    price: Decimal = field(metadata=member("Price", Limits(min=2.5)))
    ratio: float = field(metadata=member("Ratio", Limits(max=-1)))
    extra: Document = field(metadata=member("Extra"))
    flag: bool = field(metadata=member("Flag"))
    text_date: DateTimeText = field(metadata=member("TextDate"))
    http_date: HttpDate = field(metadata=member("HttpDate"))
    words: tuple[str, ...] = field(
        metadata=member("Words", Limits(min=3, unique=True, item=Limits(pattern="^[a-z]+$")))
    )
    short: tuple[str, ...] = field(metadata=member("Short", Limits(min=2, item=Limits(max=1))))
    blobs: tuple[bytes, ...] = field(metadata=member("Blobs", Limits(min=2, unique=True)))
    flags: tuple[bool, ...] = field(metadata=member("Flags", Limits(min=2, unique=True)))
    dates: tuple[datetime, ...] = field(metadata=member("Dates", Limits(min=2, unique=True)))
    levels: tuple[Level | int, ...] = field(metadata=member("Levels", Limits(min=2)))
    none: tuple[str, ...] = field(metadata=member("None", Limits(max=0)))
    sparse: tuple[str | None, ...] = field(metadata=member("Sparse"))
    pairs: Mapping[str, int] = field(
        metadata=member(
            "Pairs", Limits(min=2, key=Limits(pattern="^k-"), value=Limits(min=5, max=6))
        )
    )
    defaulted: int = field(default=4, metadata=member("Defaulted"))


class CrowdedException(ServiceError):
    """An error with members."""

    member_names: ClassVar[tuple[str, ...]] = ("message", "seats", "since")
    wire_members: ClassVar[Mapping[str, ErrorMember]] = {
        "seats": ErrorMember("Seats", int),
        "since": ErrorMember("Since", datetime),
    }

    def __init__(
        self,
        message: str | None = None,
        *,
        seats: int | None = None,
        since: datetime | None = None,
        request_id: str | None = None,
        status_code: int = 400,
    ) -> None:
        super().__init__(message, request_id=request_id, status_code=status_code)
        self.seats = seats
        self.since = since


def test_recursive() -> None:
    """A structure inside its own class is left out, and so are lists and maps of it."""
    assert Tree(name="example", branches=(), by_name={}) == example(Tree)


def test_union() -> None:
    """The first member of a union that comes to an end is taken."""
    assert Node(Leaf("example")) == example(Node)
    assert Loop(()) == example(Loop)


def test_every_type() -> None:
    """All values are within the limits, and differ where they must."""
    wide = example(Wide)

    assert validate(wide, "full") is None
    assert (Level.LOW, Node(Leaf("example"))) == (wide.level, wide.choice)
    assert (Decimal("2.5"), -1.0, "example", True) == (
        wide.price,
        wide.ratio,
        wide.extra,
        wide.flag,
    )
    assert datetime(2026, 1, 1, tzinfo=UTC) == wide.text_date == wide.http_date
    assert (3, 2, 2) == (len(set(wide.words)), len(wide.short), len(set(wide.blobs)))
    assert (True, False) == wide.flags
    assert (Level.LOW, Level.LOW) == wide.levels
    assert ((), ("example",)) == (wide.none, wide.sparse)
    assert [5, 6] == list(wide.pairs.values())
    assert 4 == wide.defaulted


def test_members_of_errors() -> None:
    """Modelled members of an error have values too."""
    error = example(CrowdedException, seats=3)

    assert {
        "message": "an example of CrowdedException",
        "seats": 3,
        "since": datetime(2026, 1, 1, tzinfo=UTC),
    } == error.members()


@pytest.mark.parametrize("most", [1, 4])
def test_full_range(most: int) -> None:
    """Numbers stay below a maximum."""

    @frozen(field_transformer=members)
    class Counts:
        value: tuple[int, ...] = field(
            metadata=member("Value", Limits(min=5, item=Limits(min=0, max=most)))
        )

    assert most == max(example(Counts).value)
