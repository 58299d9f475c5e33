"""Bounds of a response. Responses of awsJson services come nowhere near them."""

from typing import Final

MAX_HEAD: Final = 64 * 1024
"""Bytes of all heads of one response and, separately, of its trailers. curl and nginx allow far less."""
MAX_BODY: Final = 8 * 1024 * 1024
