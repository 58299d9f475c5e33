"""Lists, maps and unions in JSON: paths of failures, `null` elements, unknown members."""

import pytest

from smaws_kms._runtime.serde.containers import FailedAt, list_reader, map_reader, union_reader
from smaws_kms._runtime.serde.scalars import WrongValue, read_integer, read_string
from smaws_kms._runtime.serde.unknown_values import UnknownMember

_read_union = union_reader({"a": lambda data: ("a", data), "b": lambda data: ("b", data)})


def test_list() -> None:
    """`null` is dropped unless the list is sparse, and the path counts it."""
    read = list_reader(read_integer, sparse=False)

    assert (1, 2) == read([1, None, 2])
    with pytest.raises(FailedAt) as caught:
        read([1, None, "x"])
    assert ("[2]", WrongValue) == (caught.value.step, type(caught.value.reason))
    assert "[2]" == str(caught.value)
    with pytest.raises(WrongValue, match=r"^expected an array, got an object$"):
        read({})
    with pytest.raises(FailedAt):
        list_reader(read_integer, sparse=True)([None])


def test_map() -> None:
    """`null` is dropped unless the map is sparse; names are read too."""
    read = map_reader(read_string, read_integer, sparse=False)

    assert {"a": 1, "c": 2} == read({"a": 1, "b": None, "c": 2})
    with pytest.raises(FailedAt) as caught:
        read({"a": 1, "b": "x"})
    assert (".b", WrongValue) == (caught.value.step, type(caught.value.reason))
    with pytest.raises(WrongValue, match=r"^expected an object, got an array$"):
        read([])
    with pytest.raises(FailedAt):
        map_reader(read_string, read_integer, sparse=True)({"a": None})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"a": 1}, ("a", {"a": 1})),
        ({"a": None, "b": 2}, ("b", {"b": 2})),
        ({"a": 1, "__type": "x"}, ("a", {"a": 1})),
        ({"new": [1]}, UnknownMember("new", [1])),
    ],
)
def test_union(data: object, expected: object) -> None:
    """The only member is read; `null` and `__type` do not count."""
    assert expected == _read_union(data)


def test_union_with_a_member_named_type() -> None:
    """`__type` counts if the union has such a member."""
    read = union_reader({"__type": lambda data: data})

    assert {"__type": "x"} == read({"__type": "x"})


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ([], "expected an object, got an array"),
        ({}, "expected an object with exactly one member, got an object"),
        ({"a": None}, "expected an object with exactly one member, got an object"),
        ({"a": 1, "b": 2}, "expected an object with exactly one member, got an object"),
    ],
)
def test_no_union(data: object, text: str) -> None:
    """No member, several or another type are an error."""
    with pytest.raises(WrongValue) as caught:
        _read_union(data)

    assert text == str(caught.value)
