"""Shapes without members that their types promise."""

import copy
import inspect
import pickle
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from attrs import validators

import smaws_kms as kms
from smaws_kms._runtime.serde.absent import ABSENT
from smaws_kms._runtime.serde.absent_members import PartialShape

KEY = {"KeyId": "k", "Arn": "arn", "Description": ""}

COPIES: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    attrs.evolve,
    lambda shape: pickle.loads(pickle.dumps(shape, 0)),  # noqa: S301  # our own
    lambda shape: pickle.loads(pickle.dumps(shape)),  # noqa: S301  # our own
    lambda shape: kms.from_wire(kms.KeyMetadata, kms.to_wire(shape)),
]


def key(**members: object) -> Any:
    """Return the metadata of a key, as an incomplete stand-in for KMS sends it."""
    return kms.from_wire(kms.KeyMetadata, KEY | members)


def make(cls: Any, **members: object) -> Any:
    """Call a constructor, unseen by type checkers."""
    return cls(**members)


def test_reading_an_absent_member() -> None:
    """The error says what the service did not send, and does not hold the shape."""
    with pytest.raises(AttributeError, match=r"service did not send KeyMetadata\.origin") as caught:
        key().origin  # noqa: B018  # reading it is the test

    assert ("origin", None) == (caught.value.name, caught.value.obj)
    assert not hasattr(key(), "origin")
    assert "none" == getattr(key(), "origin", "none")


def test_null_is_absent() -> None:
    """`null` in JSON means that the service did not send the member."""
    assert not hasattr(key(Origin=None), "origin")


def test_the_other_members_are_there() -> None:
    """Only what was not sent is absent: others have their values, or are None."""
    shape = key()

    assert ("k", "arn", "", False) == (shape.key_id, shape.arn, shape.description, shape.enabled)
    assert shape.deletion_date is None


def test_a_misspelt_name() -> None:
    """A name that is no member leads to the one that was meant, which may be absent itself."""
    with pytest.raises(
        AttributeError, match=r"^'KeyMetadata' object has no attribute 'orign': did you "
    ):
        key().orign  # noqa: B018  # reading it is the test


def test_it_is_a_shape_of_its_class() -> None:
    """`isinstance` and names hold, and a complete shape is of the class itself."""
    complete = kms.KeyListEntry(key_id="k", key_arn="a")

    assert isinstance(key(), kms.KeyMetadata)
    assert ("KeyMetadata", "smaws_kms") == (type(key()).__name__, type(key()).__module__)
    assert kms.KeyListEntry is type(complete)
    assert complete == kms.from_wire(kms.KeyListEntry, kms.to_wire(complete))


def test_it_is_frozen() -> None:
    """An absent member cannot be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        key().origin = kms.OriginType.AWS_KMS


def test_class_pattern() -> None:
    """A pattern that names an absent member does not match; others do."""
    match key():
        case kms.KeyMetadata(origin=_):
            found = "origin"
        case kms.KeyMetadata(arn="arn"):
            found = "arn"
        case _:
            found = "nothing"

    assert "arn" == found


def test_repr() -> None:
    """Absent members and those that are None do not show."""
    assert "KeyMetadata(key_id='k', arn='arn', enabled=False, description='')" == repr(key())


def test_asdict() -> None:
    """`attrs.asdict` and `attrs.astuple` leave absent members out, also of nested shapes."""
    response = kms.DescribeKeyResponse(key_metadata=key())

    found = attrs.asdict(response)["key_metadata"]

    assert "arn" in found
    assert "origin" not in found
    assert len(found) == len(attrs.astuple(key()))


def test_to_wire() -> None:
    """JSON has the members that are there, also of nested shapes."""
    response = kms.DescribeKeyResponse(key_metadata=key())

    assert {"KeyMetadata": KEY | {"Enabled": False}} == kms.to_wire(response)


@pytest.mark.parametrize("duplicate", COPIES)
def test_copies(duplicate: Callable[[Any], Any]) -> None:
    """A copy lacks the same members, is equal, and has the same hash."""
    again = duplicate(key())

    assert key() == again
    assert hash(key()) == hash(again)
    assert not hasattr(again, "origin")


def test_equality() -> None:
    """Shapes are equal if they lack the same members and the others are equal."""
    assert key() == key()
    assert key() != key(Arn="other")
    assert hash(key()) != hash(key(Arn="other"))
    assert key() != key(Origin="AWS_KMS")
    assert key(Origin="AWS_KMS") != key()
    assert kms.KeyListEntry(key_id="k", key_arn="a") != kms.from_wire(
        kms.KeyListEntry, {"KeyId": "k"}
    )
    without_any: list[object] = [
        kms.from_wire(cls, {}) for cls in (kms.KeyListEntry, kms.AliasListEntry)
    ]
    assert without_any[0] != without_any[1]


def test_evolve_adds_a_member() -> None:
    """A member that is given is there, and a shape with all members is of the class itself."""
    entry = kms.from_wire(kms.KeyListEntry, {"KeyId": "k"})

    assert "arn" == attrs.evolve(entry, key_arn="arn").key_arn
    assert kms.KeyListEntry is type(attrs.evolve(entry, key_arn="arn"))
    assert "k2" == attrs.evolve(entry, key_id="k2").key_id


def test_evolve_checks_types() -> None:
    """A wrong type is a TypeError, as in the constructor."""
    with pytest.raises(TypeError, match=r"KeyMetadata\.arn must be str, not int"):
        attrs.evolve(key(), arn=3)


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is new in Python 3.13")
def test_replace() -> None:
    """`copy.replace` does what `attrs.evolve` does."""
    replace: Any = getattr(copy, "replace")  # noqa: B009  # typeshed asks for 3.13
    assert "b" == replace(key(), arn="b").arn


def test_a_wrong_type_in_json() -> None:
    """The path leads to the wrong value, although other members are absent."""
    with pytest.raises(kms.ResponseParseError, match=r"\$\.KeyMetadata\.Arn: expected a string"):
        kms.from_wire(kms.DescribeKeyResponse, {"KeyMetadata": {"KeyId": "k", "Arn": 3}})


def test_a_required_member() -> None:
    """A response without what the operation is for is an error, as ever."""
    with pytest.raises(kms.ResponseParseError, match=r"\$\.CiphertextBlob: missing"):
        kms.from_wire(kms.EncryptResponse, {"KeyId": "k"})


def test_made_by_hand() -> None:
    """The constructor demands what the type promises."""
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'key_arn'"):
        make(kms.KeyListEntry, key_id="k")

    parameters = inspect.signature(kms.DecryptResponse).parameters
    assert inspect.Parameter.empty is parameters["key_id"].default
    assert "<absent>" == repr(parameters["plaintext"].default)


def test_without_validators() -> None:
    """Absent members stay absent in a program that has switched attrs' validators off."""
    with validators.disabled():
        assert not hasattr(key(), "origin")
        assert not hasattr(
            kms.from_wire(kms.DecryptResponse, {"CiphertextForRecipient": ""}), "plaintext"
        )
        assert not hasattr(attrs.evolve(key(), arn="b"), "origin")


def test_a_subclass_of_a_users() -> None:
    """A subclass can lack members as well."""

    class Mine(kms.KeyListEntry):
        pass

    entry = kms.from_wire(Mine, {"KeyId": "k"})

    assert isinstance(entry, Mine)
    assert isinstance(entry, PartialShape)
    assert {"KeyId": "k"} == kms.to_wire(entry)


def test_the_placeholder_is_one_object() -> None:
    """Copies and pickles of the default of a withheld member are the placeholder itself."""
    default: object = attrs.fields(kms.DecryptResponse).plaintext.default

    assert ABSENT is default
    assert ABSENT is copy.deepcopy(ABSENT)
    assert ABSENT is pickle.loads(pickle.dumps(ABSENT))  # noqa: S301  # our own
