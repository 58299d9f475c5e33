"""gzip compression of request bodies, for operations with the trait `requestCompression`.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html
"""

from collections.abc import Mapping, Sequence
from typing import Final

from smaws_kms._runtime.support.fork_guard import import_whole

_HEADER: Final = "content-encoding"


def compress(
    body: bytes, headers: Mapping[str, str], encodings: Sequence[str], threshold: int | None
) -> tuple[bytes, Mapping[str, str]]:
    """Return the body and the headers to send.

    Args:
        body: The uncompressed body.
        headers: The headers so far; gzip is appended to a `content-encoding` among them.
        encodings: The encodings that the operation allows.
        threshold: The smallest size in bytes to compress, `None` for never.
    """
    if "gzip" not in encodings or threshold is None or len(body) < threshold:
        return body, headers
    before = [value for name, value in headers.items() if name.lower() == _HEADER]
    others = {name: value for name, value in headers.items() if name.lower() != _HEADER}
    # A fixed mtime makes the output depend on the body only.
    compressed: bytes = import_whole("gzip").compress(body, mtime=0)
    return compressed, {**others, _HEADER: ", ".join([*before, "gzip"])}
