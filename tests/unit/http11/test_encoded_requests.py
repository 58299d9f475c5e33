"""What is known of an encoded request, and how its origin is named."""

import pytest

from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin, encode_request


@pytest.mark.parametrize(("host", "text"), [("kms.test", "kms.test:443"), ("::1", "[::1]:443")])
def test_origin(host: str, text: str) -> None:
    """An origin is named by host and port, with brackets around IPv6."""
    assert text == str(Origin(secure=True, host=host, port=443))


@pytest.mark.parametrize(("method", "bodiless"), [(b"HEAD", True), (b"POST", False)])
def test_bodiless(method: bytes, bodiless: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """Only the response to HEAD has no body."""
    assert bodiless is encode_request(method, b"/", [], b"").bodiless
    assert EncodedRequest(b"").bodiless is False
