"""Sizes in bytes that bound what is read and written, shared with httpx's transports."""

from typing import Final

MAX_HEAD: Final = 64 * 1024
"""All heads of one response and, separately, its trailers. curl and nginx allow far less."""
MAX_BODY: Final = 8 * 1024 * 1024
MAX_LINE: Final = 4096
"""A line before a chunk: its size and extensions, which no known server sends."""
PIECE: Final = 64 * 1024
"""Read, written or handed out at a time: asyncio's own limit for a full write buffer."""
