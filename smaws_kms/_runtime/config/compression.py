"""The minimum size of requests that are compressed.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html
"""

import re
from typing import Final

from smaws_kms._runtime.config.sources import MisconfiguredError, Sources, parse_flag

DEFAULT_SIZE: Final = 10_240
_MAX_SIZE: Final = 10_485_760
# Bounded, since `int` raises for thousands of digits.
_SIZE: Final = r"0*[0-9]{1,8}"


def compress_from(sources: Sources) -> int | None:
    """Return the minimum size in bytes of bodies that are compressed, `None` for never."""
    off = sources.configured("disable_request_compression")
    if off is not None and parse_flag(off):
        return None
    size = sources.configured("request_min_compression_size_bytes")
    if size is None:
        return DEFAULT_SIZE
    if not re.fullmatch(_SIZE, size.value) or int(size.value) > _MAX_SIZE:
        raise MisconfiguredError(
            f"{size.source}: expected a number of bytes from 0 to {_MAX_SIZE}, got {size.value!r}"
        )
    return int(size.value)
