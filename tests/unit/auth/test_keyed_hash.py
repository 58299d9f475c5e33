"""The keyed hash, with the standard library's HMAC as the oracle."""

import hmac

import pytest
from hypothesis import given, strategies as st

from smaws_kms._runtime.auth.keyed_hash import KeyedHash


@given(key=st.binary(max_size=64), parts=st.lists(st.binary(max_size=100), min_size=1, max_size=4))
def test_agrees_with_hmac(key: bytes, parts: list[bytes]) -> None:
    """Any key and message, in any number of parts, have the standard library's HMAC."""
    hashed = KeyedHash(key)
    for part in parts[:-1]:
        hashed = hashed.after(part)
    expected = hmac.digest(key, b"".join(parts), "sha256").hex()

    assert expected == hashed.hexdigest(parts[-1])
    assert expected == hashed.hexdigest(parts[-1])


def test_long_keys() -> None:
    """Keys over the block size, which no signature has, are refused."""
    with pytest.raises(ValueError, match="at most 64 bytes"):
        KeyedHash(bytes(65))


def test_no_key_in_repr() -> None:
    """The repr does not show the key."""
    assert "<KeyedHash>" == repr(KeyedHash(b"secret"))
