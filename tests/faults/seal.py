"""What makes every answer different, so that nobody can get another's unnoticed."""

from hashlib import sha256


def sealed(plaintext: bytes) -> bytes:
    """Return the ciphertext that belongs to a plaintext, and to no other."""
    return b"sealed:" + sha256(plaintext).hexdigest().encode()
