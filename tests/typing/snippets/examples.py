"""`example` returns an instance of the class that it is given."""

from typing import assert_type

import smaws_kms as kms
from smaws_kms.testing import example


def right() -> kms.Result[kms.DescribeKeyResponse, kms.DescribeKeyError]:
    """Make shapes, errors and values of enums."""
    metadata = example(kms.KeyMetadata, key_id="mine", enabled=False)
    assert_type(metadata, kms.KeyMetadata)
    assert_type(example(kms.KeySpec), kms.KeySpec)
    error = example(kms.NotFoundException)
    assert_type(error, kms.NotFoundException)
    if metadata.enabled:
        return kms.Err(error)
    return kms.Ok(example(kms.DescribeKeyResponse, key_metadata=metadata))


def wrong() -> kms.EncryptResponse:
    """Give a name or an instance, or expect another class."""
    example("KeyMetadata")  # E: mypy pyright
    example(example(kms.KeyMetadata))  # E: mypy pyright
    return example(kms.DecryptResponse)  # E: mypy pyright
