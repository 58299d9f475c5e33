"""Placeholder for members that a shape lacks; `absent_members` removes it from new shapes."""

from typing import Any, Final, final


@final
class _Absent:
    """Stands for the value of an absent member while a shape is constructed."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<absent>"

    def __reduce__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()

WITHHELD: Final[Any] = ABSENT
"""Default of a member that another one may replace; it fits a field of any type."""
