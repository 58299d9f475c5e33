"""Compressed request bodies, for the operations whose model allows them.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html
"""

import gzip
from collections.abc import Mapping, Sequence
from typing import Final

_HEADER: Final = "content-encoding"


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
