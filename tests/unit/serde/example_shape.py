"""A shape with members of all kinds."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import IntEnum

from attrs import field, frozen, resolve_types

from smaws_kms import KeySpec, UnknownValue, from_wire
from smaws_kms._runtime.serde.fields import DateTimeText, Document, HttpDate, member, members


class Level(IntEnum):
    """An integer enum."""

    LOW = 1


@frozen(kw_only=True, field_transformer=members)
class Node:
    """One member for each kind of type; only the first is required."""

    name: str = field(metadata=member("Name"))
    flag: bool | None = field(default=None, metadata=member("Flag"))
    number: int | None = field(default=None, metadata=member("Number"))
    ratio: float | None = field(default=None, metadata=member("Ratio"))
    exact: Decimal | None = field(default=None, metadata=member("Exact"))
    blob: bytes | None = field(default=None, metadata=member("Blob"))
    at: datetime | None = field(default=None, metadata=member("At"))
    at_text: DateTimeText | None = field(default=None, metadata=member("AtText"))
    at_http: HttpDate | None = field(default=None, metadata=member("AtHttp"))
    spec: KeySpec | UnknownValue | None = field(default=None, metadata=member("Spec"))
    level: Level | int | None = field(default=None, metadata=member("Level"))
    dense: tuple[str, ...] | None = field(default=None, metadata=member("Dense"))
    sparse: tuple[str | None, ...] | None = field(default=None, metadata=member("Sparse"))
    labels: Mapping[str, str] | None = field(default=None, metadata=member("Labels"))
    holes: Mapping[str, int | None] | None = field(default=None, metadata=member("Holes"))
    document: Document = field(default=None, metadata=member("Document"))
    next: "Node | None" = field(default=None, metadata=member("Next"))
    kids: "tuple[Node, ...] | None" = field(default=None, metadata=member("Kids"))
    by_name: "Mapping[str, Node] | None" = field(default=None, metadata=member("ByName"))


resolve_types(Node, globals())

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SECONDS = int(AT.timestamp())


def read(**members_: object) -> Node:
    """Read a node with these members from JSON."""
    return from_wire(Node, {"Name": "n", **members_})
