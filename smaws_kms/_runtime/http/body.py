"""Reader of the body of an httpx response, within bounds and without decompression.

Requests accept the content encoding `identity` only, and a response with another one is rejected before
its body is read.
"""

from typing import cast

from smaws_kms._runtime.errors import ProtocolError, TransportError
from smaws_kms._runtime.http.httpx_api import (
    ByteStream,
    Response,
    ResponseNotRead,
    class_in_httpx,
)
from smaws_kms._runtime.http.httpx_sources import is_from_httpx
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.http.response_checks import problem_of_encoding, too_large
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD


class Body:
    """Collects the chunks of one response's body.

    Args:
        response: Its body may be unread, or already read by an event hook or a mock.
    """

    def __init__(self, response: Response) -> None:
        self._status = response.status_code
        self._headers = dict(response.headers.items())
        self._chunks: list[bytes] = []
        self._size = 0
        self._problem = _problem_of_head(self._headers)
        self.ended = self._problem is not None
        """Whether iteration is unnecessary: the body is here already, or will not be accepted."""
        if not self.ended:
            self._take_available(response)

    def takes(self, chunk: bytes) -> bool:
        """Keep a chunk and return whether to read on."""
        self._size += len(chunk)
        if self._size > MAX_BODY:
            self._problem = too_large(f"a body over {MAX_BODY} bytes")
            self._chunks.clear()
        else:
            self._chunks.append(chunk)
        return self._problem is None

    def result(self) -> WireResponse | TransportError:
        """Return the complete response, or the error that it was rejected with."""
        if self._problem is not None:
            return self._problem
        return WireResponse(self._status, self._headers, b"".join(self._chunks))

    def _take_available(self, response: Response) -> None:
        stream = response.stream
        if response.is_stream_consumed or response.is_closed:
            self.ended = True
            self._take_content(response)
        elif is_from_httpx(stream, "ByteStream"):
            # As from http11. Iteration through httpx would cost more than signing.
            self.ended = True
            self.takes(b"".join(cast("ByteStream", stream)))

    def _take_content(self, response: Response) -> None:
        try:
            self.takes(response.content)
        except Exception as error:
            if class_in_httpx(type(error)) is not ResponseNotRead:
                raise
            self._problem = ProtocolError(
                "an event hook of your httpx client consumed the response body; "
                "call response.read() in it to keep the body"
            )


def _problem_of_head(headers: dict[str, str]) -> ProtocolError | None:
    if sum(map(len, headers)) + sum(map(len, headers.values())) > MAX_HEAD:
        return too_large(f"headers over {MAX_HEAD} bytes")
    return problem_of_encoding(headers.get("content-encoding", ""))
