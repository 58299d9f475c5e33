# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyLastUsageTrackingOperation."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyLastUsageTrackingOperation(StrEnum):
    """Cryptographic operations that count as use of a KMS key.

    Only success counts. Metadata calls such as `DescribeKey` and `GetPublicKey` are not recorded
    here.
    """

    Decrypt = "Decrypt"
    """The key decrypted data or a data key."""
    DeriveSharedSecret = "DeriveSharedSecret"
    """The key took part in an ECDH key agreement."""
    Encrypt = "Encrypt"
    """The key encrypted data."""
    GenerateDataKey = "GenerateDataKey"
    """The key encrypted a new data key, which was also returned in plaintext."""
    GenerateDataKeyPair = "GenerateDataKeyPair"
    """The key encrypted the private half of a new data key pair."""
    GenerateDataKeyPairWithoutPlaintext = "GenerateDataKeyPairWithoutPlaintext"
    """As `GenerateDataKeyPair`, without returning the plaintext private key."""
    GenerateDataKeyWithoutPlaintext = "GenerateDataKeyWithoutPlaintext"
    """The key encrypted a new data key, returned in no other form."""
    GenerateMac = "GenerateMac"
    """The key computed a MAC."""
    ReEncrypt = "ReEncrypt"
    """The key was the source or the destination of a re-encryption."""
    Sign = "Sign"
    """The key signed a message."""
    Verify = "Verify"
    """The key verified a signature."""
    VerifyMac = "VerifyMac"
    """The key verified a MAC."""
    Encapsulate = "Encapsulate"
    """The key's public half encapsulated a shared secret."""
    Decapsulate = "Decapsulate"
    """The key's private half recovered a shared secret."""


publish(globals(), "smaws_kms")
