"""A `match` over an enum has to allow for values that this version does not know."""

from typing import assert_never, assert_type

import smaws_kms as kms


def with_unknown(metadata: kms.KeyMetadata) -> str:
    """Handle every origin, the unknown ones too."""
    origin = metadata.origin
    assert_type(origin, kms.OriginType | kms.UnknownValue)
    match origin:
        case kms.OriginType.AWS_KMS:
            return "KMS"
        case kms.OriginType.EXTERNAL | kms.OriginType.EXTERNAL_KEY_STORE:
            return "outside"
        case kms.OriginType.AWS_CLOUDHSM:
            return "HSM"
        case kms.UnknownValue() as new:
            return new.lower()
        case _:
            assert_never(origin)


def without_unknown(metadata: kms.KeyMetadata) -> None:
    """Forget the unknown ones."""
    match metadata.origin:
        case kms.OriginType():
            pass
        case _:
            assert_never(metadata.origin)  # E: mypy pyright


def without_a_member(metadata: kms.KeyMetadata) -> None:
    """Forget a known one."""
    match metadata.origin:
        case kms.UnknownValue():
            pass
        case kms.OriginType.AWS_KMS | kms.OriginType.EXTERNAL | kms.OriginType.AWS_CLOUDHSM:
            pass
        case _:
            assert_never(metadata.origin)  # E: mypy pyright


def sent(client: kms.KMSClient) -> None:
    """Send a member or an unknown value, but no plain string."""
    client.create_key(key_spec=kms.KeySpec.ECC_NIST_P256).unwrap()
    client.create_key(key_spec=kms.UnknownValue("NEW_SPEC")).unwrap()
    client.create_key(key_spec="ECC_NIST_P256").unwrap()  # E: mypy pyright
    client.create_key(key_spec=kms.KeyUsageType.SIGN_VERIFY).unwrap()  # E: mypy pyright
