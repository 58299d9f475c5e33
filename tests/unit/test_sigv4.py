"""Signatures: Amazon's published ones, and botocore as the oracle for all the rest."""

import gc
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest
from botocore.auth import SIGNED_HEADERS_BLACKLIST, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials
from hypothesis import given, settings, strategies as st

from smaws_kms._runtime import sigv4
from smaws_kms._runtime.signing_keys import SigningKeys, derive
from smaws_kms._runtime.values import Credentials
from smaws_kms.signing import sign

KEY = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
NOON = datetime(2015, 8, 30, 12, 36, tzinfo=UTC)


def lowered(headers: Mapping[str, str]) -> dict[str, list[str]]:
    """Return headers as HTTP sees them: names in any case, equal names in order."""
    values: dict[str, list[str]] = {}
    for name, value in headers.items():
        values.setdefault(name.lower(), []).append(value)
    return values


def signed_by_botocore(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    credentials: Credentials,
    now: datetime,
) -> dict[str, list[str]]:
    """Return the headers of botocore's signed request, with the host that it leaves to urllib3."""
    request = AWSRequest(method=method, url=url, headers=headers, data=body)
    frozen = ReadOnlyCredentials(
        credentials.access_key_id, credentials.secret_access_key, credentials.session_token
    )
    oracle = SigV4Auth(frozen, "kms", "eu-west-1")
    host = oracle.headers_to_sign(request)["host"]
    naive = now.astimezone(UTC).replace(tzinfo=None)
    # `add_auth` takes no time. What it calls to read the clock is replaced in its own module only.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.auth.get_current_datetime", lambda: naive)
        oracle.add_auth(request)
    values: dict[str, list[str]] = {} if "host" in request.headers else {"host": [host]}
    for name, value in request.headers.items():
        values.setdefault(name.lower(), []).append(value)
    return values


TOKEN_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!~"
NAMES = st.one_of(
    st.text(TOKEN_CHARACTERS, min_size=1, max_size=12),
    st.sampled_from(
        [
            *SIGNED_HEADERS_BLACKLIST,
            *("User-Agent", "Content-Type", "X-Amz-Target", "content-type", "Host", "host", "Date"),
            *("x-amz-date", "X-Amz-Date", "Authorization", "X-Amz-Security-Token", "date"),
            *("X-Amz-Content-SHA256", "x-amz-content-sha256"),
        ]
    ),
)
VALUES = st.one_of(
    st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S", "Zs"]), max_size=20),
    st.text(" \tab,;\"'", max_size=12),
)
HOSTS = st.sampled_from(
    [
        *("kms.eu-west-1.amazonaws.com", "KMS.Example.COM", "localhost", "127.0.0.1", "a_b.test"),
        *("[::1]", "[2001:db8::1]", "[FE80::1%25eth0]", "xn--bcher-kva.test", "trailing.dot."),
    ]
)
PORTS = st.sampled_from(["", ":80", ":443", ":8443", ":4566", ":"])
SEGMENTS = st.one_of(
    st.sampled_from(
        ["", ".", "..", "...", "a", "%20", "%2F", "~", "*", "a b", "é", "a:b", "+", "="]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_characters="/?#[]@\\")),
)
QUERIES = st.one_of(
    st.just(""),
    st.lists(
        st.sampled_from(
            ["a=1", "a=", "a", "b=2", "A=1", "a=0", "a=1=2", "", "%41=x", "%C3%A9=x", "a+b=~"]
        )
    ).map(lambda pairs: "?" + "&".join(pairs)),
)


@st.composite
def urls(draw: st.DrawFn) -> str:
    """Draw what endpoint rules and users come up with, and some that nobody does."""
    path = "".join(f"/{segment}" for segment in draw(st.lists(SEGMENTS, max_size=5)))
    scheme = draw(st.sampled_from(["http", "https"]))
    fragment = draw(st.sampled_from(["", "#part"]))
    return f"{scheme}://{draw(HOSTS)}{draw(PORTS)}{path}{draw(QUERIES)}{fragment}"


CREDENTIALS = st.builds(
    Credentials,
    access_key_id=st.text(TOKEN_CHARACTERS, min_size=1, max_size=20),
    secret_access_key=st.text(min_size=1, max_size=40),
    session_token=st.none() | st.just("") | st.text(TOKEN_CHARACTERS + "/+= ", max_size=60),
)
ZONES = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-9))]
)
TIMES = st.datetimes(datetime(1971, 1, 2), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - bounds are naive by Hypothesis' contract


@settings(max_examples=700, deadline=None)
@given(
    method=st.sampled_from(["POST", "GET", "post", "PUT", "DELETE"]),
    url=urls(),
    headers=st.dictionaries(NAMES, VALUES, max_size=8),
    body=st.binary(max_size=64),
    credentials=CREDENTIALS,
    now=TIMES,
)
def test_agrees_with_botocore(
    *,
    method: str,
    url: str,
    headers: dict[str, str],
    body: bytes,
    credentials: Credentials,
    now: datetime,
) -> None:
    """Any request gets the headers that botocore gives it, to the byte."""
    expected = signed_by_botocore(
        method=method, url=url, headers=headers, body=body, credentials=credentials, now=now
    )

    assert expected == lowered(
        sign(
            method=method,
            url=url,
            headers=headers,
            body=body,
            region="eu-west-1",
            service="kms",
            credentials=credentials,
            now=now,
        )
    )


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
