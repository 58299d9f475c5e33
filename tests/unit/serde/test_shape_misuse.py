"""Shapes that are used like dicts, or constructed with Amazon's names."""

import copy
import inspect
import pickle
from typing import Any

import attrs
import pytest
from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import member, members
from smaws_kms._runtime.serde.shape_misuse import ShapeMisuse


@frozen(kw_only=True, field_transformer=members)
class Key(ShapeMisuse):
    """A shape with two members."""

    key_id: str = field(metadata=member("KeyId"))
    key_arn: str | None = field(default=None, metadata=member("KeyArn"))


@frozen(kw_only=True, field_transformer=members)
class Empty(ShapeMisuse):
    """A shape without members."""


KEY: Any = Key(key_id="geheim")
KMS: Any = kms
ENCRYPTED: Any = kms.from_wire(
    kms.EncryptResponse,
    {"CiphertextBlob": "aGk=", "KeyId": "k", "EncryptionAlgorithm": "SYMMETRIC_DEFAULT"},
)
PARTIAL: Any = kms.from_wire(kms.KeyMetadata, {"KeyId": "geheim", "Enabled": True})


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("KeyId", "did you mean the attribute key_id?"),
        ("key_Arn", "did you mean the attribute key_arn?"),
        ("get", "its attributes are key_id, key_arn"),
        ("ResponseMetadata", "the result that it came in has `metadata`"),
    ],
)
def test_attributes(name: str, advice: str) -> None:
    """Amazon's names and methods of dicts lead to the attributes; no value is shown or kept."""
    with pytest.raises(AttributeError) as caught:
        getattr(KEY, name)

    assert f"'Key' object has no attribute {name!r}: {advice}" == str(caught.value)
    assert caught.value.obj is None


@pytest.mark.parametrize(
    ("use", "text"),
    [
        (lambda: KEY["KeyId"], "'Key' object has no items: did you mean the attribute key_id?"),
        (lambda: KEY["x"], "'Key' object has no items: its attributes are key_id, key_arn"),
        (lambda: list(KEY),
         "'Key' object has no items and is not iterable: its attributes are key_id, key_arn"),
        (lambda: list(cast_any(Empty())),
         "'Empty' object has no items and is not iterable: it has no members"),
    ],
)  # fmt: skip
def test_items(use: Any, text: str) -> None:
    """Subscription and iteration lead to the attributes."""
    with pytest.raises(TypeError) as caught:
        use()

    assert text == str(caught.value)


def cast_any(value: Any) -> Any:
    """Hide a value from type checkers."""
    return value


def test_constructor() -> None:
    """Amazon's names and positional arguments lead to the arguments."""
    unchecked: Any = Key
    with pytest.raises(TypeError, match=r"Key\(\) got unexpected keyword arguments 'KeyId', 'KeyA"):
        unchecked(KeyId="geheim", KeyArn="geheim")
    with pytest.raises(TypeError, match=r"^Key\(\) takes keyword arguments only, but got 1 posit"):
        unchecked("geheim")
    with pytest.raises(TypeError, match=r"^Key\(\) missing 1 required keyword-only argument: 'key"):
        unchecked()

    assert ["key_id", "key_arn"] == list(inspect.signature(Key).parameters)


def test_tools() -> None:
    """`hasattr`, `copy`, `pickle`, attrs and patterns work as for any attrs class."""
    assert not hasattr(KEY, "KeyId")
    assert KEY == copy.copy(KEY) == copy.deepcopy(KEY) == pickle.loads(pickle.dumps(KEY))  # noqa: S301 - our own
    assert Key(key_id="other") == attrs.evolve(KEY, key_id="other")
    match KEY:
        case Key(unknown=_):  # type: ignore[misc]  # what is tested
            raise AssertionError
        case Key(key_id=found):
            assert "geheim" == found
        case _:
            raise AssertionError


@pytest.mark.parametrize(
    ("use", "text"),
    [
        (
            lambda: ENCRYPTED.KeyId,
            "'EncryptResponse' object has no attribute 'KeyId': did you mean",
        ),
        (
            lambda: ENCRYPTED["KeyId"],
            "'EncryptResponse' object has no items: did you mean the attri",
        ),
        (
            lambda: ENCRYPTED.get("KeyId"),
            "'EncryptResponse' object has no attribute 'get': its attr",
        ),
        (
            lambda: PARTIAL.keys,
            (
                "'KeyMetadata' object has no attribute 'keys': its attributes are "
                "aws_account_id, key_id, arn, creation_date, enabled, description, key_usage, key_state, ..."
            ),
        ),
        (lambda: PARTIAL.Enabled, "'KeyMetadata' object has no attribute 'Enabled': did you mean"),
        (lambda: PARTIAL["KeyId"], "'KeyMetadata' object has no items: did you mean the attribute"),
        (
            lambda: KMS.EncryptRequest(KeyId="k"),
            "EncryptRequest() got an unexpected keyword argument",
        ),
        (lambda: KMS.KeyListEntry(KeyId="k"), "KeyListEntry.__init__() got an unexpected keyword"),
        (
            lambda: KMS.Tag(TagKey="k"),
            "Tag() got an unexpected keyword argument 'TagKey': did you m",
        ),
        (
            lambda: KMS.Tag("k", "v"),
            "Tag() takes keyword arguments only, but got 2 positional: write",
        ),
    ],
)
def test_generated(use: Any, text: str) -> None:
    """Generated shapes have these texts, those that lack members included."""
    with pytest.raises((AttributeError, TypeError)) as caught:
        use()

    assert str(caught.value).startswith(text)
