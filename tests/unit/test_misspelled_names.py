"""Names that the package does not export."""

import pytest

import smaws_kms as kms


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("EncryptRequst", ": did you mean EncryptRequest?"),
        ("NotFoundExcepton", ": did you mean NotFoundException?"),
        ("kms_client", ": did you mean KMSClient?"),
        ("something_else_entirely", ""),
        ("_private", ""),
    ],
)
def test_near_name(name: str, advice: str) -> None:
    """The error suggests an exported name that is spelled or looks like it."""
    with pytest.raises(AttributeError) as caught:
        getattr(kms, name)

    assert f"module 'smaws_kms' has no attribute {name!r}{advice}" == str(caught.value)
