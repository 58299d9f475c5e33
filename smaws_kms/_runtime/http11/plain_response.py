"""Parse the usual response: complete in one piece, with one Content-Length that fits.

Heads match a strict subset of what `head_parser` accepts, at a tenth of its cost. Anything else is
left to the full parser, which also finds the words for what is wrong.
"""

import re
from typing import Final

from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD

# Possessive, so that matching takes linear time. Framing headers match by their own alternatives only.
_OTHER_LINES: Final = (
    rb"(?:(?!(?i:content-length|transfer-encoding|connection):)"
    rb"[!#$%&'*+.^_`|~0-9A-Za-z-]++:[\t -~]*+\r\n"
    rb"|(?i:connection: ?keep-alive)\r\n)*+"
)
_HEAD: Final = re.compile(
    rb"HTTP/1\.1 ([2-5][0-9]{2}) ([\t -~]*+)\r\n"
    rb"%b(?i:content-length): ?([0-9]{1,7})\r\n%b\r\n" % (_OTHER_LINES, _OTHER_LINES)
)
_WITHOUT_BODY: Final = frozenset({b"204", b"304"})


def parse_plain_response(data: bytes) -> tuple[Head, bytes] | None:
    """Return head and body of a complete response after which the connection is kept, or `None`."""
    found = _HEAD.match(data)
    if found is None:
        return None
    status, reason, digits = found.groups()
    length, size = int(digits), found.end()
    is_plain = size + length == len(data) and size <= MAX_HEAD and length <= MAX_BODY
    if not is_plain or status in _WITHOUT_BODY:
        return None
    return Head(data[:size], int(status), reason, length), data[size:]
