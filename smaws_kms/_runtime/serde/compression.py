"""Compressed request bodies, for the operations whose model allows them.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html
"""

import gzip
import re
from collections.abc import Mapping, Sequence
from typing import Final

from smaws_kms._runtime.config.sources import MisconfiguredError, Sources, parse_flag

DEFAULT_SIZE: Final = 10_240
_MAX_SIZE: Final = 10_485_760
# `int` refuses thousands of digits.
_SIZE: Final = re.compile(r"0*[0-9]{1,8}", re.ASCII)
_HEADER: Final = "content-encoding"


def compress_from(sources: Sources) -> int | None:
    """Return the size in bytes from which bodies are compressed, `None` for never."""
    off = sources.configured("disable_request_compression")
    if off is not None and parse_flag(off):
        return None
    size = sources.configured("request_min_compression_size_bytes")
    if size is None:
        return DEFAULT_SIZE
    if not _SIZE.fullmatch(size.value) or int(size.value) > _MAX_SIZE:
        raise MisconfiguredError(
            f"{size.source}: expected a number of bytes from 0 to {_MAX_SIZE}, got {size.value!r}"
        )
    return int(size.value)


def compress(
    body: bytes, headers: Mapping[str, str], encodings: Sequence[str], threshold: int | None
) -> tuple[bytes, Mapping[str, str]]:
    """Return the body and the headers to send.

    Args:
        body: The body as the protocol has it.
        headers: The headers so far; an encoding that they name already was there before ours.
        encodings: What the operation allows.
        threshold: The size from which bodies are compressed, `None` for never.
    """
    if "gzip" not in encodings or threshold is None or len(body) < threshold:
        return body, headers
    before = [value for name, value in headers.items() if name.lower() == _HEADER]
    others = {name: value for name, value in headers.items() if name.lower() != _HEADER}
    # Without a time in it, the same body always gives the same bytes.
    return gzip.compress(body, mtime=0), {**others, _HEADER: ", ".join([*before, "gzip"])}
