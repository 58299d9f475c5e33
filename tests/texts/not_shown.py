"""Literals in the source that are no texts for users, or that no case can produce."""

from typing import Final

NOT_SHOWN: Final = {
    # Parts of other programs' texts, which are looked for and not shown.
    "still expired": "a part of botocore's text, which is replaced",
    "No closing quotation": "a part of Python's text, which is replaced",
    "No credentials found in credential_source": "a part of botocore's text, which is replaced",
    "Signature not yet current": "a part of AWS's text",
    "has no role ARN configured": "a part of botocore's text, which is replaced",
    "is invalid": "the end of botocore's text, which is replaced",
    "Unsupported host": "a part of botocore's text, which is replaced",
    "Auth token value": "a part of botocore's text, which is replaced",
    "Parser must be": "a part of dateutil's text",
    "Enter MFA code for ": "a part of botocore's text, which is taken out",
    "Server disconnected": "the start of httpx's text",
    "peer closed connection": "the start of httpx's text",
    "NO ACCEPTABLE METHODS": "the end of httpcore's text",
    "Unterminated string": "the start of a text of the module json",
    # Headers.
    "{} Credential={}/{}, SignedHeaders={}, Signature=": "the header Authorization",
    "amz-sdk-invocation-id: {}\r\namz-sdk-request: attempt={}; max={}\r\n": "headers of an attempt",
    "a header has a line break, a NUL or a character outside of ASCII": "settings and keys are checked before",
    "os/other md/{}{}": "the header User-Agent, on unusual systems",
    "ua/2.1 {}{} lang/python#{} md/pyimpl#{}": "the header User-Agent",
    # Elsewhere.
    "the peer has ended TLS": "TLS in TLS; a connection that is lost before a request is sent says so",
    "bytes after the head": "the error for a proxy replaces it",
    "no head of HTTP": "the error for a proxy replaces it",
    "the proxy closed the connection": "the error for a proxy replaces it",
    "{} may not be read": "not for root; tests/unit/auth/test_chain_texts.py",
    "select cannot take this descriptor: {}": "only on systems without poll; tests/unit/http11/test_polling.py",
    "{}.{} cannot be set or deleted": "of an internal object; tests/unit/support/test_frozen.py",
    "not JSON that can be read ({})": "only with a recursion limit below 100, which the test would share",
}
"""Why a literal is in no text of the snapshot, by the literal with `{}` for each expression."""

PATTERNS: Final = ("[ _-]?", "(?:", "(?s)")
"""Parts that only regular expressions have."""
