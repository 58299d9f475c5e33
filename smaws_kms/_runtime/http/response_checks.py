"""Checks of a response's head that hold for every way it may have come."""

from typing import Final

from smaws_kms._runtime.errors import ProtocolError
from smaws_kms._runtime.redaction.external_text import quote_value

_NO_ENCODING: Final = frozenset({"", "identity"})


def problem_of_encoding(encoding: str) -> ProtocolError | None:
    """Return the error for a Content-Encoding header, which no request accepts.

    1.8 KB of nested gzip would decompress to gigabytes. Repeated headers are joined with a comma, as
    RFC 9110 section 5.3 reads them.
    """
    if any(part.strip().lower() not in _NO_ENCODING for part in encoding.split(",")):
        return ProtocolError(
            f"the response has Content-Encoding {quote_value(encoding)}; "
            "the request accepts identity only, so a proxy or gateway may have compressed it",
            retryable=False,
        )
    return None


def too_large(what: str) -> ProtocolError:
    """Return the error for a response that exceeds a bound."""
    return ProtocolError(f"the response is too large: {what}")
