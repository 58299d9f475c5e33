"""The keyed hash, with the standard library's HMAC as the oracle."""

import hmac

import pytest
from hypothesis import given, strategies as st

from smaws_kms._runtime.auth.keyed_hash import KeyedHash


@given(key=st.binary(max_size=100), parts=st.lists(st.binary(max_size=100), min_size=1, max_size=4))
def test_agrees_with_hmac(key: bytes, parts: list[bytes]) -> None:
    """Any key and message, in any number of parts, have the standard library's HMAC."""
    hashed = KeyedHash(key)
    for part in parts[:-1]:
        hashed = hashed.after(part)
    expected = hmac.digest(key, b"".join(parts), "sha256").hex()

    assert expected == hashed.hexdigest(parts[-1])
    assert expected == hashed.hexdigest(parts[-1])


@pytest.mark.parametrize("size", [0, 32, 63, 64, 65, 1000])
def test_sizes_of_keys(size: int) -> None:
    """Keys around and over the size of a block are hashed as RFC 2104 has it."""
    key = bytes(range(256)) * 4

    assert hmac.digest(key[:size], b"", "sha256").hex() == KeyedHash(key[:size]).hexdigest(b"")


def test_no_key_in_repr() -> None:
    """The repr does not show the key."""
    assert "secret" not in repr(KeyedHash(b"secret"))
