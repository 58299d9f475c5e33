"""Signatures: Amazon's published examples, and the headers of signed requests."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from smaws_kms._runtime.auth.signing_keys import derive
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.values import Credentials
from smaws_kms.signing import sign
from tests.unit.auth.sigv4_examples import KEY, NOON


@pytest.mark.parametrize(
    ("method", "signature"),
    [
        ("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    ],
)
def test_amazons_vanilla_requests(method: str, signature: str) -> None:
    """The simplest requests of Amazon's test suite have Amazon's signatures."""
    headers = sign(
        method=method,
        url="https://example.amazonaws.com/",
        headers={},
        body=b"",
        region="us-east-1",
        service="service",
        credentials=KEY,
        now=NOON,
    )

    assert {
        "Host": "example.amazonaws.com",
        "X-Amz-Date": "20150830T123600Z",
        "Authorization": (
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
            f"SignedHeaders=host;x-amz-date, Signature={signature}"
        ),
    } == headers


def test_amazons_signing_key() -> None:
    """The derived key is that of Amazon's documentation."""
    key = derive(KEY.secret_access_key, "20150830", "us-east-1", "iam")

    assert "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9" == key.hex()


def test_sent_headers_are_unchanged() -> None:
    """Sent names and values are unchanged; only the signed ones are normalised."""
    headers = sign_kms({"X-Amz-Target": "Service.Do", "x-spaced": "  a   b ", "user-agent": "me"})

    assert [
        "Host",
        "X-Amz-Target",
        "x-spaced",
        "user-agent",
        "X-Amz-Date",
        "Authorization",
    ] == list(headers)
    assert "  a   b " == headers["x-spaced"]
    assert "SignedHeaders=host;x-amz-date;x-amz-target;x-spaced," in headers["Authorization"]


def test_given_headers_are_left_alone() -> None:
    """The mapping that was passed does not change."""
    given_headers = {"authorization": "old", "Date": "old"}
    sign_kms(given_headers)

    assert {"authorization": "old", "Date": "old"} == given_headers


def test_a_signed_request_can_be_signed_again() -> None:
    """Signing a signed request gives the same headers, so that retries need no cleanup."""
    token = Credentials("AKIDEXAMPLE", "secret", "token")
    once = sign_kms({"X-Amz-Target": "Service.Do"}, credentials=token)

    assert once == sign_kms(once, credentials=token)


def test_naive_time() -> None:
    """A naive time raises, since its time zone would be a guess."""
    with pytest.raises(ValueError, match="now: expected an aware datetime"):
        sign_kms({}, now=datetime(2015, 8, 30))  # noqa: DTZ001 - what is tested


@pytest.mark.parametrize("url", ["/", "kms.eu-west-1.amazonaws.com", "https://", "https:///x"])
def test_url_without_host(url: str) -> None:
    """A URL without a host raises."""
    with pytest.raises(ValueError, match="url: expected an absolute URL"):
        target(url)


def test_query_that_is_not_ascii() -> None:
    """Characters outside of ASCII are signed percent-encoded; encoded ones stay."""
    url = "https://kms.eu-west-1.amazonaws.com/"

    assert "%20=1&%E1%88%B4=%C3%A9" == target(f"{url}?ሴ=é&%20=1").query


@pytest.mark.parametrize("body", [b"{}", bytearray(b"{}"), memoryview(b"{}")])
def test_any_bytes_are_a_body(body: bytes | bytearray | memoryview) -> None:
    """All types of bytes have the same signature."""
    assert sign_kms({}) == sign(
        method="POST",
        url="https://kms.eu-west-1.amazonaws.com",
        headers={},
        body=body,
        region="eu-west-1",
        service="kms",
        credentials=KEY,
        now=NOON,
    )


def sign_kms(
    headers: Mapping[str, str], *, credentials: Credentials = KEY, now: datetime = NOON
) -> dict[str, str]:
    """Sign a small KMS request."""
    return sign(
        method="POST",
        url="https://kms.eu-west-1.amazonaws.com/",
        headers=headers,
        body=b"{}",
        region="eu-west-1",
        service="kms",
        credentials=credentials,
        now=now,
    )
