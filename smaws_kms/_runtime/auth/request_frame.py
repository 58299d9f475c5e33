"""The header lines that the signed requests of one operation share for one second, as text."""

from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.auth.sigv4 import SigningFrame
from smaws_kms._runtime.redaction.secret_headers import secret_values

_LINE_END: Final = "\r\n"


class UnsendableError(ValueError):
    """A header has characters that no header can hold. The text shows no value."""


class RequestFrame:
    """The header lines of a request but for body, signature and the headers of one attempt.

    Args:
        signing: The signed headers. The frame holds a session token and a signing key, see `FrameCache`.
        unsigned: Headers that are added after signing.

    Raises:
        UnsendableError: A header has a line break, a NUL or a character outside of ASCII.
    """

    __slots__ = ("_rest", "_secrets", "_signing", "_start")

    def __init__(self, signing: SigningFrame, unsigned: Mapping[str, str]) -> None:
        self._signing = signing
        self._secrets = tuple(secret_values(signing.headers))
        self._start = f"{_lines(signing.headers)}{_line('Authorization', signing.authorization)}"
        self._rest = f"{_LINE_END}{_lines(unsigned)}Content-Length: "

    def lines(self, body: bytes, attempt: str) -> tuple[bytes, tuple[str, ...]]:
        """Return all header lines of one request, each with its line end, and the secrets in them.

        Args:
            body: The body that is signed.
            attempt: The lines of headers that differ between attempts; they are not signed.
        """
        signature = self._signing.signature(body)
        lines = f"{self._start}{signature}{self._rest}{len(body)}{_LINE_END}{attempt}"
        return lines.encode(), (signature, *self._secrets)


def _lines(headers: Mapping[str, str]) -> str:
    return "".join([f"{_line(name, value)}{_LINE_END}" for name, value in headers.items()])


def _line(name: str, value: str) -> str:
    line = f"{name}: {value}"
    # RFC 9112 section 11.1: a line end in a header would allow request smuggling.
    if not line.isascii() or "\r" in line or "\n" in line or "\0" in line:
        raise UnsendableError("a header has a line break, a NUL or a character outside of ASCII")
    return line
