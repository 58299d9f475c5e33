"""The headers of a response, which outlive its body: the metadata of a call keeps them."""

from collections.abc import Mapping

from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.redaction.external_text import MAX_VALUE, escape_text


class ResponseHead:
    """Headers by name in lower case. Its repr does not show them.

    Args:
        headers: The headers, or a head that they are read from when they are asked for.
    """

    __slots__ = ("_by_name", "_source")

    def __init__(self, headers: Mapping[str, str] | Head) -> None:
        self._source = headers
        self._by_name: Mapping[str, str] | None = None

    def __repr__(self) -> str:
        return "<ResponseHead>"

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; repeated ones are joined with a comma, as in httpx."""
        if self._by_name is None:
            source = self._source
            self._by_name = _by_name(source) if isinstance(source, Head) else source
        return self._by_name

    @property
    def plain_text(self) -> str | None:
        """The lines of the head, if they are ASCII and have no control characters but line ends.

        `None` also if only the headers are known.
        """
        source = self._source
        if not isinstance(source, Head):
            return None
        raw = source.raw
        if b"\t" in raw or not raw.isascii():
            return None  # the parser lets no other control characters through
        return raw.decode("ascii")

    @property
    def request_id(self) -> str | None:
        """The service's ID of the request."""
        found = self.headers.get("x-amzn-requestid") or self.headers.get("x-amz-request-id")
        return escape_text(found, MAX_VALUE) if found else None


def _by_name(head: Head) -> dict[str, str]:
    pairs = head.headers
    encoding = "ascii" if head.ascii else _encoding_of([value for _, value in pairs])
    headers: dict[str, str] = {}
    for raw_name, raw_value in pairs:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode(encoding)
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _encoding_of(values: list[bytes]) -> str:
    """Return the encoding that httpx finds: UTF-8 if all values are valid in it."""
    try:
        for value in values:
            value.decode("utf-8")
    except UnicodeDecodeError:
        return "iso-8859-1"
    return "utf-8"
