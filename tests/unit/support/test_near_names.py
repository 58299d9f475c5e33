"""The name that was probably meant."""

import pytest

from smaws_kms._runtime.support.near_names import nearest_name

NAMES = ("key_id", "ciphertext_blob", "encryption_context", "encryption_algorithm", "limit")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("KeyId", "key_id"),
        ("KEY_ID", "key_id"),
        ("keyid", "key_id"),
        ("key_ids", "key_id"),
        ("ciphertext", "ciphertext_blob"),
        ("context", "encryption_context"),
        ("encryption", None),
        ("max_items", None),
        ("id", None),
        ("_", None),
        ("x" * 100_000, None),
    ],
)
def test_nearest(name: str, near: str | None) -> None:
    """Another spelling, a typing error or a part of one name leads to it; a part of two does not."""
    assert near == nearest_name(name, NAMES)
