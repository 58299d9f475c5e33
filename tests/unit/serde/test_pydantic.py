"""Enums and classes of this package as fields of pydantic models."""

import json
import subprocess
import sys
from typing import Any, cast

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

import smaws_kms as kms


class Key(BaseModel):
    """A model with enums that may have unknown values."""

    spec: kms.KeySpec | kms.UnknownValue
    usages: list[kms.KeyUsageType | kms.UnknownValue] = []
    state: kms.KeyState | kms.UnknownValue | None = None


class StrictKey(Key):
    """The same model in strict mode."""

    model_config = ConfigDict(strict=True)


KNOWN, NEW = "RSA_2048", "RSA_9999"


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (kms.KeySpec.RSA_2048, KNOWN),
        (kms.KeySpec.RSA_2048, kms.KeySpec.RSA_2048),
        (kms.UnknownValue(NEW), NEW),
        (kms.UnknownValue(NEW), kms.UnknownValue(NEW)),
    ],
)
def test_values(expected: str, value: str) -> None:
    """Known values become the enum, others `UnknownValue`, from Python and from JSON."""
    for key in (Key(spec=value), Key.model_validate_json(json.dumps({"spec": value}))):  # type: ignore[arg-type]  # text is converted
        assert expected == key.spec
        assert type(expected) is type(key.spec)


@pytest.mark.parametrize("model", [Key, StrictKey])
@pytest.mark.parametrize("spec", [KNOWN, NEW])
def test_round_trip(model: type[Key], spec: str) -> None:
    """Models are written to JSON and read back, also in strict mode."""
    text = json.dumps({"spec": spec, "usages": ["SIGN_VERIFY", "DANCE"], "state": None})
    key = model.model_validate_json(text)

    assert json.loads(text) == json.loads(key.model_dump_json()) == key.model_dump(mode="json")
    assert key == model.model_validate_json(key.model_dump_json())
    assert key == model.model_validate(key.model_dump())
    assert [kms.KeyUsageType.SIGN_VERIFY, kms.UnknownValue("DANCE")] == key.usages
    assert [kms.KeyUsageType, kms.UnknownValue] == [type(usage) for usage in key.usages]


@pytest.mark.parametrize("value", [5, None, b"\xff", ["RSA_2048"]])
def test_wrong_types(value: Any) -> None:
    """Values other than text are refused, and text is too in strict mode."""
    with pytest.raises(ValidationError):
        Key(spec=value)
    with pytest.raises(ValidationError):
        StrictKey(spec=KNOWN)  # type: ignore[arg-type]  # wrong on purpose


def test_json_schema() -> None:
    """The schema lists the known values and allows any text."""
    schema = Key.model_json_schema()
    spec = schema["properties"]["spec"]["anyOf"]

    assert {"type": "string"} in spec
    assert KNOWN in schema["$defs"]["KeySpec"]["enum"]


def test_all_enums() -> None:
    """Every enum of the package accepts its own values and unknown ones."""
    for name in dir(kms):
        enum: Any = getattr(kms, name)
        if type(enum) is not type(kms.KeySpec):
            continue
        adapter: TypeAdapter[Any] = TypeAdapter(cast("Any", enum | kms.UnknownValue))

        assert list(enum) == [adapter.validate_python(str(value)) for value in enum]
        assert isinstance(adapter.validate_python("of the future"), kms.UnknownValue)


class Job(BaseModel):
    """A model with classes that pydantic accepts only as instances."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    request: kms.EncryptRequest
    credentials: kms.Credentials
    timeout: kms.Timeout = kms.Timeout()
    retry: kms.RetryPolicy | None = None


def test_other_classes() -> None:
    """Instances are kept, other values are refused, and no secret is shown."""
    request = kms.EncryptRequest(key_id="k", plaintext=b"s3cret")
    job = Job(request=request, credentials=kms.Credentials("AKID", "s3cret"))

    assert request is job.request
    assert "s3cret" not in repr(job)
    with pytest.raises(ValidationError):
        Job(request={}, credentials=job.credentials)  # type: ignore[arg-type]  # wrong on purpose


def test_pydantic_is_not_imported() -> None:
    """Importing the package and its enums does not import pydantic."""
    program = (
        "import smaws_kms as kms, sys; kms.UnknownValue('x'); print('pydantic_core' in sys.modules)"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "False" == done.stdout.strip()
