"""The depth of JSON is bounded, however its levels are made and whatever its strings contain."""

import json
from random import Random
from typing import Final

import pytest

from smaws_kms._runtime.serde.bounded_json import MAX_DEPTH, MAX_VALUES, TooMuchJson, parse_json

_STRINGS: Final = ["", "]}", "{[", '"', "\\", '\\"', '":{', '"{', ",[", "a" * 150]


def _value_of_depth(depth: int, random: Random) -> object:
    """Return a JSON value of that many levels, with odd strings and shallow values beside each."""
    value: object = []
    for _ in range(depth - 1):
        text = random.choice(_STRINGS)
        value = random.choice(
            [
                [value],
                [text, value],
                [{}, value, text],
                {text: value},
                {text: "", "k": value},
                {"k": [text], text: value, "l": {}},
            ]
        )
    return value


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("seed", range(20))
def test_depth(seed: int, indent: int | None) -> None:
    """A value of the greatest depth is parsed, and one more level is refused."""
    random = Random(seed)  # noqa: S311  # not a secret
    deepest = _value_of_depth(MAX_DEPTH, random)
    deeper = {"member": deepest}

    assert deepest == parse_json(json.dumps(deepest, indent=indent).encode())
    with pytest.raises(TooMuchJson, match="nested more than 100 levels deep"):
        parse_json(json.dumps(deeper, indent=indent).encode())


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
@pytest.mark.parametrize(
    ("opening", "inner", "closing"),
    [
        ('{"k":', "{}", "}"),
        ("[", "[]", "]"),
        ('{"k":[', "{}", "]}"),
        ('[0,{"k":0,"l":', "[]", "}]"),
        (' { "k" : [ "]" , ', ' { "}" : 0 } ', ' , "{" ] } '),
    ],
)
def test_regular_depth(opening: str, inner: str, closing: str, depth: int) -> None:
    """Levels of one kind, or of two kinds in turn, are counted to the last."""
    pairs, odd = divmod(depth - 1, 1 + ("{" in opening and "[" in opening))
    text = opening * pairs + inner + closing * pairs
    body = f'{{"k":{text}}}' if odd else text
    if depth > MAX_DEPTH:
        with pytest.raises(TooMuchJson):
            parse_json(body.encode())
    else:
        assert json.loads(body) == parse_json(body.encode())


def test_objects_within_arrays() -> None:
    """Objects count even if every array opens within the first hundred bytes."""
    arrays = MAX_DEPTH - 1
    fits = b"[" * arrays + b"{}" + b"]" * arrays
    deep = b"[" * arrays + b'{"":{}}' + b"]" * arrays

    assert json.loads(fits) == parse_json(fits)
    with pytest.raises(TooMuchJson):
        parse_json(deep)


def test_shortest_values() -> None:
    """The shortest body with too many brackets and commas is refused, and one with fewer is parsed."""
    fits = b"[" + b"{}," * (MAX_VALUES // 2 - 1) + b"0]"
    many = b"[" + b"{}," * (MAX_VALUES // 2) + b"0]"

    assert json.loads(fits) == parse_json(fits)
    with pytest.raises(TooMuchJson):
        parse_json(many)
