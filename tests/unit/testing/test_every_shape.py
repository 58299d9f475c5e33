"""Each shape and error has an example that is valid, the same in every run, and goes to JSON and back."""

from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.validation import validate
from smaws_kms.testing import example
from tests.property.classes import SHAPES, each

ERRORS: Final[list[type[Any]]] = [
    value
    for value in (getattr(kms, name) for name in dir(kms))
    if isinstance(value, type) and issubclass(value, kms.SmawsError)
]
ENUMS: Final[list[type[Any]]] = [
    value for name in dir(kms) if hasattr(value := getattr(kms, name), "__members__")
]


@each(SHAPES)
def test_shape(cls: type[Any]) -> None:
    """The example satisfies all limits and survives the wire."""
    made: object = example(cls)

    assert type(made) is cls
    assert validate(made, "full") is None
    assert made == example(cls)
    assert made == kms.from_wire(cls, kms.to_wire(made))


@each(ERRORS)
def test_error(cls: type[Any]) -> None:
    """The example has a message and, if the service sent it, a request ID."""
    made: object = example(cls)

    assert type(made) is cls
    assert isinstance(made, kms.SmawsError)
    assert f"an example of {cls.__name__}" == made.message
    if isinstance(made, kms.ServiceError):
        assert isinstance(made.request_id, str)
        assert made.status_code == (500 if made.fault == "server" else 400)


@each(ENUMS)
def test_enum(cls: type[Any]) -> None:
    """The example of an enum is its first member."""
    first, *_ = cls.__members__.values()

    assert first is example(cls)


def test_all_are_tested() -> None:
    """The lists above are not empty by mistake."""
    assert len(SHAPES) > 100
    assert len(ERRORS) > 60
    assert 32 == len(ENUMS)


@pytest.mark.parametrize("operation", [kms.Encrypt, kms.CreateKey, kms.Verify])
def test_request_is_accepted(operation: kms.Operation[Any, Any, Any]) -> None:
    """A request of examples passes the strictest client; only the network is missing."""
    client = kms.KMSClient(
        region="us-east-1",
        credentials=kms.Credentials("AKIDEXAMPLE", "not a secret"),
        endpoint_url="http://127.0.0.1:1",
        validate="full",
        retry=kms.RetryPolicy(mode="off"),
    )

    error = operation.request_sync(client, example(operation.input)).err

    assert isinstance(error, kms.ConnectError)
