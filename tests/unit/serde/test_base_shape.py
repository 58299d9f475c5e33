"""The `repr` of shapes."""

import pytest

import smaws_kms as kms


@pytest.mark.parametrize(
    ("expected", "shape"),
    [
        (
            "EncryptRequest(key_id='k', plaintext=<redacted>)",
            kms.EncryptRequest(key_id="k", plaintext=b"secret"),
        ),
        ("GrantConstraints()", kms.GrantConstraints()),
        (
            "GrantConstraints(encryption_context_equals={}, source_arn='')",
            kms.GrantConstraints(encryption_context_equals={}, source_arn=""),
        ),
        ("ListKeysResponse(keys=(), truncated=False)", kms.ListKeysResponse()),
        (
            "ListKeysResponse(keys=(KeyListEntry(key_id='k'),), truncated=False)",
            kms.from_wire(kms.ListKeysResponse, {"Keys": [{"KeyId": "k"}]}),
        ),
    ],
)
def test_none_is_left_out(expected: str, shape: object) -> None:
    """Members that are `None` do not show; empty and false ones do, and secrets are redacted."""
    assert expected == repr(shape)


def test_a_subclass() -> None:
    """A subclass shows its own name."""

    class Mine(kms.KeyListEntry):
        pass

    assert "test_a_subclass.<locals>.Mine(key_id='k', key_arn='a')" == repr(
        Mine(key_id="k", key_arn="a")
    )
