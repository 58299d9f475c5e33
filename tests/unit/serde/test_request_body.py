"""When the generated encoder writes a request, and when cattrs does."""

import signal
from collections.abc import Iterator
from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.custom_hooks import CUSTOM_HOOKS
from smaws_kms._runtime.serde.request_body import encode_checked
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms._runtime.values import Validate

_REQUEST: Final = kms.DescribeKeyRequest(key_id="key")
_GENERAL: Final = b'{"KeyId":"key"}'


def _mark(_: object) -> str:
    return "by the encoder"


_MARKED: Final = evolve(kms.DescribeKey, to_json=_mark)


@pytest.fixture(autouse=True)
def no_custom_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin without hooks of users, and forget those of the test."""
    monkeypatch.setattr(CUSTOM_HOOKS, "registered", False)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("basic", b"by the encoder"), ("off", b"by the encoder"), ("full", _GENERAL)],
)
def test_modes(mode: Validate, expected: bytes) -> None:
    """The encoder checks lower bounds only, so it is not used if all limits are to be checked."""
    assert expected == encode_checked(_MARKED, _REQUEST, mode)


def test_operation_without_encoder() -> None:
    """Cattrs writes the request of an operation that has no encoder."""
    assert _GENERAL == encode_checked(evolve(kms.DescribeKey, to_json=None), _REQUEST, "basic")


def test_lower_bound() -> None:
    """A request below a minimum is an error in `basic`, and sent in `off`."""
    request = kms.DescribeKeyRequest(key_id="")
    error = encode_checked(kms.DescribeKey, request, "basic")

    assert isinstance(error, kms.RequestValidationError)
    assert "key_id must have 1 to 2048 characters, got 0" == error.message
    assert b'{"KeyId":""}' == encode_checked(kms.DescribeKey, request, "off")


def test_integer_of_too_many_digits() -> None:
    """Python refuses to write it, which is an error without the value."""
    request = kms.ListKeysRequest(limit=10**5000)
    error = encode_checked(kms.ListKeys, request, "basic")

    assert isinstance(error, kms.RequestValidationError)
    assert "the request cannot be written as JSON (ValueError)" == error.message


def test_hook_of_a_user() -> None:
    """From the first hook on the public converter on, cattrs writes all requests."""

    class Unrelated:
        pass

    before = encode_checked(_MARKED, _REQUEST, "basic")
    kms.converter.copy().register_unstructure_hook(Unrelated, repr)
    with_hook_of_a_copy = encode_checked(_MARKED, _REQUEST, "basic")
    kms.converter.register_unstructure_hook(Unrelated, repr)

    assert b"by the encoder" == before == with_hook_of_a_copy
    assert _GENERAL == encode_checked(_MARKED, _REQUEST, "basic")


@pytest.mark.parametrize(
    "register",
    [name for name in dir(kms.converter) if name.startswith("register_")],
)
def test_every_kind_of_hook(register: str) -> None:
    """All methods that register hooks of users are noticed."""
    with pytest.raises(TypeError):
        getattr(kms.converter, register)(1, 2, 3, 4)

    assert CUSTOM_HOOKS.registered


@pytest.fixture
def interrupted() -> Iterator[None]:
    """Have SIGUSR1 raise an exception, as handlers of users do."""

    def handler(*_: object) -> None:
        raise ValueError("time is up")

    before = signal.signal(signal.SIGUSR1, handler)
    yield
    signal.signal(signal.SIGUSR1, before)


@pytest.mark.usefixtures("interrupted")
def test_exception_of_a_signal_handler() -> None:
    """The exception of a signal handler leaves the call, and does not count as unusual."""

    def interrupt(_: object) -> Any:
        signal.raise_signal(signal.SIGUSR1)

    with pytest.raises(ValueError, match="time is up"):
        encode_checked(evolve(kms.DescribeKey, to_json=interrupt), _REQUEST, "basic")
