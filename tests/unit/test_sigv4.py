"""Signatures: Amazon's published ones, and what a user can expect of the headers."""

import gc
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from smaws_kms._runtime import sigv4
from smaws_kms._runtime.signing_keys import SigningKeys, derive
from smaws_kms._runtime.values import Credentials
from smaws_kms.signing import sign

KEY = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
NOON = datetime(2015, 8, 30, 12, 36, tzinfo=UTC)


@pytest.mark.parametrize(
    ("method", "signature"),
    [
        ("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    ],
)
def test_amazons_vanilla_requests(method: str, signature: str) -> None:
    """The plainest requests of Amazon's own test suite get Amazon's signatures."""
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
    """The key derived in Amazon's documentation comes out."""
    key = derive(KEY.secret_access_key, "20150830", "us-east-1", "iam")

    assert "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9" == key.hex()


def test_headers_come_back_as_given() -> None:
    """Names and values that are sent stay as they are; only what is signed is normalised."""
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
    """Signing what was signed gives the same headers: a retry needs no cleaning up."""
    token = Credentials("AKIDEXAMPLE", "secret", "token")
    once = sign_kms({"X-Amz-Target": "Service.Do"}, credentials=token)

    assert once == sign_kms(once, credentials=token)


def test_naive_time() -> None:
    """A naive time would be taken for some zone, so it is refused."""
    with pytest.raises(ValueError, match="now: expected an aware datetime"):
        sign_kms({}, now=datetime(2015, 8, 30))  # noqa: DTZ001 - what is tested


@pytest.mark.parametrize("url", ["/", "kms.eu-west-1.amazonaws.com", "https://", "https:///x"])
def test_url_without_host(url: str) -> None:
    """Without a host there is nothing to sign for."""
    with pytest.raises(ValueError, match="url: expected an absolute URL"):
        sigv4.target(url)


def test_query_that_is_not_ascii() -> None:
    """What no URL can carry is signed as it is sent, percent-encoded, and what is encoded stays."""
    url = "https://kms.eu-west-1.amazonaws.com/"

    assert "%20=1&%E1%88%B4=%C3%A9" == sigv4.target(f"{url}?ሴ=é&%20=1").query


@pytest.mark.parametrize("body", [b"{}", bytearray(b"{}"), memoryview(b"{}")])
def test_any_bytes_are_a_body(body: bytes | bytearray | memoryview) -> None:
    """What holds bytes is signed as these bytes."""
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


def test_key_is_derived_once() -> None:
    """The same day, region and service get the same key object."""
    keys = SigningKeys()

    first = keys.get(KEY, "20150830", "eu-west-1", "kms")

    assert first is keys.get(KEY, "20150830", "eu-west-1", "kms")
    assert first != keys.get(KEY, "20150831", "eu-west-1", "kms")
    assert first != keys.get(KEY, "20150830", "eu-west-2", "kms")
    assert first != keys.get(KEY, "20150830", "eu-west-1", "sts")
    assert 4 == len(keys)


def test_keys_go_with_their_credentials() -> None:
    """Nothing is left of credentials that nobody holds."""
    keys = SigningKeys()
    credentials = Credentials("AKIDEXAMPLE", "rotated")
    keys.get(credentials, "20150830", "eu-west-1", "kms")
    del credentials
    gc.collect()

    assert 0 == len(keys)


def test_keys_of_one_credentials_are_bounded() -> None:
    """A client that runs for years does not keep a key per day."""
    keys = SigningKeys()
    for day in range(1000):
        keys.get(KEY, f"{day:08}", "eu-west-1", "kms")

    assert len(keys) <= 8


def test_credentials_are_bounded() -> None:
    """Credentials that somebody else keeps alive do not make the cache grow without end."""
    keys = SigningKeys()
    tenants = [Credentials("AKIDEXAMPLE", f"secret {number}") for number in range(1000)]
    for credentials in tenants:
        keys.get(credentials, "20150830", "eu-west-1", "kms")

    assert 1 <= len(keys) <= 256


def test_no_secret_in_repr() -> None:
    """The cache says how much it holds, not what."""
    keys = SigningKeys()
    keys.get(KEY, "20150830", "eu-west-1", "kms")

    assert "<SigningKeys of 1 credentials>" == repr(keys)
