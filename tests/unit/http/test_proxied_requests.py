"""Requests through a proxy: their bytes, refusals by the proxy, and its secrets."""

import traceback
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.proxied_senders import check_origin, for_proxy
from smaws_kms._runtime.http11.head_parser import parse_head
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from tests.unit.http.proxy_servers import QUOTED, USER_INFO, http_proxy, silent
from tests.unit.http.single_requests import serving


@pytest.mark.parametrize("asks", [False, True])
async def test_secrets(
    asks: bool,  # noqa: FBT001 - a parameter of pytest
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """User name and password are in no repr, error, traceback or log line."""
    caplog.set_level("DEBUG")
    user, password = USER_INFO[0], "other-s3cret"
    script = http_proxy([], asks=asks) if asks else silent
    with serving(script) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{QUOTED.split(':')[0]}:{password}@{proxy.where}")
        options: dict[str, Any] = {
            "region": "eu-west-1",
            "credentials": kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI"),
            "endpoint_url": "https://kms.test",
            "timeout": kms.Timeout(connect=20 if asks else 0.2),
            "retry": kms.RetryPolicy(max_attempts=1),
        }
        async with kms.AsyncKMSClient(**options) as client:
            error = (await client.list_keys()).err
        with kms.KMSClient(**options) as blocking:
            other = blocking.list_keys().err

    for found in (error, other):
        assert isinstance(found, kms.ConnectError if asks else kms.ConnectTimeoutError)
        text = _with_locals(found) + caplog.text
        for secret in (password, user, "dXMgZXI6b3RoZXItczNjcmV0"):
            assert secret not in text


def test_forwarded_request() -> None:
    """A request without TLS has the whole URL as its target, and the user; the rest is unchanged."""
    request = EncodedRequest(
        b"POST /a HTTP/1.1\r\nHost: h\r\nA: b c\r\n\r\nx y\r\nz", bodiless=True
    )
    plain = Origin(False, "::1", 8080)  # noqa: FBT003 - no TLS
    proxy = Proxy("HTTP_PROXY", "http", "proxy.test", 3128, ("me", "pass"))
    found = for_proxy(request, plain, proxy)

    assert found.bodiless
    assert (
        b"POST http://[::1]:8080/a HTTP/1.1\r\nProxy-Authorization: Basic bWU6cGFzcw==\r\n"
        b"Host: h\r\nA: b c\r\n\r\nx y\r\nz"
    ) == found.data
    default = for_proxy(request, plain._replace(host="h", port=80), Proxy("P", "http", "p", 1))
    assert default.data.startswith(b"POST http://h/a HTTP/1.1\r\nHost: h\r\n")


@pytest.mark.parametrize(
    ("head", "is_refused"),
    [
        (b"200 OK", False),
        (b"403 No", True),
        (b"407 No\r\nContent-Type: text/html", True),
        (b"403 No\r\nContent-type: Application/x-amz-json-1.1", False),
        (b"403 No\r\nX-Amzn-RequestId: 1", False),
        (b"502 No", False),
    ],
)
def test_refusals_without_tls(head: bytes, is_refused: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """403 and 407 are the proxy's unless they carry an AWS error."""
    parsed = parse_head(b"HTTP/1.1 %b\r\nContent-Length: 0\r\n\r\n" % head)
    origin, proxy = Origin(False, "kms.test", 80), Proxy("P", "http", "p", 1)  # noqa: FBT003 - no TLS
    if is_refused:
        with pytest.raises(
            Exception, match=r"the proxy p:1 \(from P\) refused to connect to kms.test:80"
        ):
            check_origin(parsed, origin, proxy)
    else:
        check_origin(parsed, origin, proxy)


def _with_locals(error: BaseException) -> str:
    texts = [repr(error), str(error)]
    seen: BaseException | None = error
    while seen is not None:
        texts += traceback.TracebackException.from_exception(seen, capture_locals=True).format()
        seen = seen.__context__
    return "".join(texts)
