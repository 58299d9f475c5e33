"""Every shape that may lack members works without any of them."""

import copy
import json
import pickle
from typing import Any

import attrs
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._runtime.serde.absent_members import members_that_may_be_absent
from tests.property.classes import SHAPES, each
from tests.property.sameness import same
from tests.property.values import instances

_ALL: Any = SHAPES
PARTIAL = [cls for cls in _ALL if members_that_may_be_absent(cls)]


@st.composite
def partial(draw: st.DrawFn, cls: Any) -> tuple[Any, Any, set[str]]:
    """Draw a complete shape, the same without some members, and the names of these."""
    known = members_that_may_be_absent(cls)
    gone = draw(st.sets(st.sampled_from(sorted(known)), min_size=1))
    replacements = {it.replaced_by for name in gone if (it := known[name]).replaced_by}
    shape = draw(
        instances(cls).filter(
            lambda it: type(it) is cls and all(getattr(it, name) for name in replacements)
        )
    )
    wire = {
        name: value
        for name, value in json.loads(json.dumps(kms.to_wire(shape))).items()
        if name not in {known[it].wire_name for it in gone}
    }
    return shape, kms.from_wire(cls, wire), gone


@each(PARTIAL)
@given(data=st.data())
def test_members(cls: Any, data: st.DataObject) -> None:
    """Members that came have their values; the others raise, and nothing shows them."""
    complete, shape, gone = data.draw(partial(cls))
    names = [field.name for field in attrs.fields(cls)]
    came = [name for name in names if name not in gone]
    known = members_that_may_be_absent(cls)

    assert isinstance(shape, cls)
    assert gone == {name for name in names if not hasattr(shape, name)}
    assert all(same(getattr(complete, name), getattr(shape, name)) for name in came)
    assert came == list(attrs.asdict(shape, recurse=False))
    assert not {known[name].wire_name for name in gone} & kms.to_wire(shape).keys()


@each(PARTIAL)
@given(data=st.data())
def test_copies(cls: Any, data: st.DataObject) -> None:
    """A copy lacks the same members, and with them it is the complete shape."""
    complete, shape, gone = data.draw(partial(cls))
    protocol = data.draw(st.integers(0, pickle.HIGHEST_PROTOCOL))
    copies = [
        copy.copy(shape),
        copy.deepcopy(shape),
        pickle.loads(pickle.dumps(shape, protocol)),  # noqa: S301  # our own
        kms.from_wire(cls, json.loads(json.dumps(kms.to_wire(shape)))),
    ]

    assert all(same(shape, again) for again in copies)
    assert all(not hasattr(again, name) for again in copies for name in gone)
    evolved = attrs.evolve(shape, **{name: getattr(complete, name) for name in gone})
    assert cls is type(evolved)
    assert same(complete, evolved)
