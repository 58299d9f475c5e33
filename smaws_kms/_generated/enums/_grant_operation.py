# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum GrantOperation."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class GrantOperation(StrEnum):
    """What a grant can allow its grantee to do.

    The operations must suit the KMS key: no `Sign` for a symmetric key, no `GenerateDataKey` for an
    asymmetric one. `CreateGrant` and `RetireGrant` concern grants rather than data.
    """

    Decrypt = "Decrypt"
    """Decrypt with the key, which covers encrypted data keys too."""
    Encrypt = "Encrypt"
    """Encrypt data under the key."""
    GenerateDataKey = "GenerateDataKey"
    """Have data keys generated, in plaintext and encrypted."""
    GenerateDataKeyWithoutPlaintext = "GenerateDataKeyWithoutPlaintext"
    """Have data keys generated, encrypted copy only."""
    ReEncryptFrom = "ReEncryptFrom"
    """Use the key as source in `ReEncrypt`."""
    ReEncryptTo = "ReEncryptTo"
    """Use the key as destination in `ReEncrypt`."""
    Sign = "Sign"
    """Sign with an asymmetric key."""
    Verify = "Verify"
    """Have KMS check signatures of the key."""
    GetPublicKey = "GetPublicKey"
    """Download the public half of an asymmetric key."""
    CreateGrant = "CreateGrant"
    """Pass permissions on through further grants, none of them wider than this one."""
    RetireGrant = "RetireGrant"
    """Give up this grant when no longer needed."""
    DescribeKey = "DescribeKey"
    """Read the key's metadata; encryption context constraints do not apply."""
    GenerateDataKeyPair = "GenerateDataKeyPair"
    """Have data key pairs generated, private key in plaintext and encrypted."""
    GenerateDataKeyPairWithoutPlaintext = "GenerateDataKeyPairWithoutPlaintext"
    """Have data key pairs generated, private key encrypted only."""
    GenerateMac = "GenerateMac"
    """Compute MACs with an HMAC key."""
    VerifyMac = "VerifyMac"
    """Have KMS check MACs of the key."""
    DeriveSharedSecret = "DeriveSharedSecret"
    """Run ECDH key agreement with the key's private half."""
    Encapsulate = "Encapsulate"
    """Create shared secrets for an ML-KEM key."""
    Decapsulate = "Decapsulate"
    """Recover shared secrets with an ML-KEM key."""


publish(globals(), "smaws_kms")
