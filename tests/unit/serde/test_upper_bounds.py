"""What `validate` checks of upper bounds, for the members of KMS."""

import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.validation import validate
from smaws_kms._runtime.values import Validate

TOO_LARGE: list[object] = [
    kms.EncryptRequest(key_id="k", plaintext=bytes(4097)),
    kms.EncryptRequest(key_id="k" * 2049, plaintext=b"p"),
    kms.EncryptRequest(key_id="k", plaintext=b"p", grant_tokens=["t"] * 11),
    kms.ListKeysRequest(limit=1001),
    kms.PutKeyPolicyRequest(key_id="k", policy="p" * 131_073),
    kms.GenerateRandomRequest(number_of_bytes=1025),
]


@pytest.mark.parametrize("large", TOO_LARGE)
def test_upper_bounds(large: object) -> None:
    """`basic` leaves them to KMS, which may have raised them since this version; `full` checks them."""
    modes: list[Validate] = ["basic", "off"]

    assert [None, None] == [validate(large, mode) for mode in modes]
    assert validate(large, "full") is not None


def test_lower_bounds() -> None:
    """`basic` refuses what is empty."""
    error = validate(kms.EncryptRequest(key_id="k", plaintext=b""), "basic")

    assert error is not None
    assert "plaintext" == error.member
