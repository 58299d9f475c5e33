# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Converters of list members, which accept any sequence and keep a tuple."""

from collections.abc import Mapping, Sequence

from smaws_kms._runtime.serde.fields import map_values, to_bytes, to_tuple, to_tuple_of
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.values import Blob
from tests.codegen.golden.expected.enums import Color


def to_optional_bytes_map(value: Mapping[str, Blob] | None) -> Mapping[str, bytes] | None:
    """Convert the values of a mapping, and keep `None`."""
    return None if value is None else map_values(value, to_bytes)


def to_optional_sparse_float_tuple_tuple(
    value: Sequence[Sequence[float | None]] | None,
) -> tuple[tuple[float | None, ...], ...] | None:
    """Convert a sequence and the sequences in it to tuples, and keep `None`."""
    return None if value is None else to_tuple_of(value, to_tuple)


def to_optional_sparse_str_tuple_by_color_map(
    value: Mapping[Color | UnknownValue, Sequence[str] | None] | None,
) -> Mapping[Color | UnknownValue, tuple[str, ...] | None] | None:
    """Convert the values of a mapping, and keep `None`."""
    return (
        None
        if value is None
        else map_values(value, lambda item: None if item is None else to_tuple(item))
    )
