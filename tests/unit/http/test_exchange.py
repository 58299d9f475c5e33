"""Requests and responses as httpx sends and receives them."""

import httpx
import pytest

from smaws_kms import ProtocolError
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.http.http_fakes import REQUEST, TIMEOUTS, URL, by_both, responding


async def test_request() -> None:
    """The request is sent unchanged: httpx adds no header, and gets the timeouts."""
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200)

    await by_both(httpx.MockTransport(handle))

    for request in seen:
        assert ("POST", URL) == (request.method, str(request.url))
        assert b"secret plaintext" == request.content
        assert [(b"Host", b"kms.test"), (b"Authorization", b"secret")] == request.headers.raw
        assert {"connect": 3.0, "pool": 3.0, "read": 7.5, "write": 7.5} == (
            request.extensions["timeout"]
        )
    assert 2 == len(seen)


async def test_response() -> None:
    """Status, headers in lower case and the complete body are returned, and the response is closed."""
    transport, bodies = responding(b"a", b"", b"bc", **{"X-Amzn-RequestId": "id-1"})

    for found in await by_both(transport):
        assert WireResponse(200, {"x-amzn-requestid": "id-1"}, b"abc") == found
    assert [True, True] == [body.closed for body in bodies]


async def test_repeated_header() -> None:
    """Repeated headers are one list, so an encoding beside `identity` is found."""
    transport = httpx.MockTransport(
        lambda _: httpx.Response(
            200,
            headers=[("Content-Encoding", "identity"), ("Content-Encoding", "gzip")],
            stream=httpx.ByteStream(b"abc"),
        )
    )

    for found in await by_both(transport):
        assert isinstance(found, ProtocolError)
        assert "'identity, gzip'" in found.message


@pytest.mark.parametrize("user_client", [False, True])
async def test_redirects(user_client: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """A redirect is returned and not followed, even if the user's client follows redirects."""
    seen: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(307, headers={"Location": "https://other.test/"})

    mock = httpx.MockTransport(handle)
    own = httpx.AsyncClient(transport=mock, follow_redirects=True) if user_client else mock
    own_sync = httpx.Client(transport=mock, follow_redirects=True) if user_client else mock
    outcomes = [
        await AsyncHttp(own).send(REQUEST, TIMEOUTS),
        SyncHttp(own_sync).send(REQUEST, TIMEOUTS),
    ]

    assert [307, 307] == [a.status_code for a in outcomes if isinstance(a, WireResponse)]
    assert [URL, URL] == seen
