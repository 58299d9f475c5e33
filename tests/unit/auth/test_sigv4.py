"""Signatures: Amazon's published examples, and the headers of signed requests."""

import gc
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from attrs import evolve

from smaws_kms._runtime.auth.signing_keys import SigningKeys, derive
from smaws_kms._runtime.auth.signing_target import target
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


def test_headers_come_back_as_given() -> None:
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
    """Keys are dropped together with their credentials."""
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
    """The cache is bounded even if all credentials stay alive."""
    keys = SigningKeys()
    tenants = [Credentials("AKIDEXAMPLE", f"secret {number}") for number in range(1000)]
    for credentials in tenants:
        keys.get(credentials, "20150830", "eu-west-1", "kms")

    assert 1 <= len(keys) <= 256


def test_no_secret_in_repr() -> None:
    """The repr of the cache has its size and no key."""
    keys = SigningKeys()
    keys.get(KEY, "20150830", "eu-west-1", "kms")

    assert "<SigningKeys of 1 credentials>" == repr(keys)


_INJECTED = ["a\r\nX: y", "a\n", "a\r", "a\0", "a\x7f", "a\x85", "a\u2028", "\ud800", "\x1b[2J", "\u20ac"]  # fmt: skip


def _sign(**changes: object) -> dict[str, str]:
    arguments: dict[str, object] = {
        "method": "POST",
        "url": "https://kms.eu-west-1.amazonaws.com/",
        "headers": {"X-Extra": "fine"},
        "body": b"",
        "region": "eu-west-1",
        "service": "kms",
        "credentials": KEY,
        "now": NOON,
    }
    return sign(**{**arguments, **changes})  # type: ignore[arg-type]  # what is tested


def _credentials(**changes: Any) -> Credentials:
    return evolve(Credentials("AKIDEXAMPLE", "geheim-key", "geheim-token"), **changes)


_PLACES: Final[list[tuple[str, Callable[[str], dict[str, object]]]]] = [
    ("method", lambda bad: {"method": bad}),
    ("headers", lambda bad: {"headers": {bad: "x"}}),
    ("headers", lambda bad: {"headers": {"X-Key": f"geheim {bad}"}}),
    ("region", lambda bad: {"region": bad}),
    ("service", lambda bad: {"service": bad}),
    ("credentials", lambda bad: {"credentials": _credentials(access_key_id=bad)}),
    ("credentials", lambda bad: {"credentials": _credentials(session_token=f"geheim{bad}")}),
]


@pytest.mark.parametrize("bad", _INJECTED, ids=ascii)
@pytest.mark.parametrize(("named", "changes"), _PLACES)
def test_characters_that_http_does_not_allow(
    named: str, changes: Callable[[str], dict[str, object]], bad: str
) -> None:
    """Characters that headers cannot hold raise an error that names the argument."""
    with pytest.raises(ValueError, match=f"^{named}: ") as caught:
        _sign(**changes(bad))

    text = f"{caught.value}{caught.value.__context__}{caught.value.args}"
    assert "geheim" not in text
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("bad", _INJECTED[:-1], ids=ascii)
def test_characters_that_no_url_has(bad: str) -> None:
    """Control characters in a URL raise: `urlsplit` would drop some, and the signature would differ."""
    for url in (
        f"https://kms.test/{bad}/x",
        f"https://kms.test/?a={bad}b",
        f"{bad}https://kms.test",
    ):
        with pytest.raises(ValueError, match=r"^url: "):
            _sign(url=url)


@pytest.mark.parametrize("bad", ["\r\n", "\0", "\ud800"], ids=ascii)
def test_secret_keys_with_control_characters(bad: str) -> None:
    """A secret key with a line feed raises, since its signatures would be rejected."""
    with pytest.raises(ValueError, match=r"^credentials: secret_access_key has control") as caught:
        _sign(credentials=_credentials(secret_access_key=f"geheim{bad}"))

    assert "geheim" not in f"{caught.value}{caught.value.__context__}"


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PO ST"},
        {"method": ""},
        {"method": "GET /"},
        {"headers": {"": "x"}},
        {"headers": {"a b": "x"}},
        {"headers": {"a:b": "x"}},
        {"headers": {"\u00e9": "x"}},
        {"region": ""},
        {"region": "us east"},
        {"region": "us/east"},
        {"region": "us,east"},
        {"service": ""},
        {"service": "kms/aws4_request"},
        {"credentials": _credentials(access_key_id="AK,ID")},
        {"credentials": _credentials(access_key_id="")},
        {"credentials": _credentials(session_token="\u00e9")},
        {"url": " https://kms.test/"},
        {"url": "https://kms.test/ "},
    ],
)
def test_what_else_is_refused(changes: dict[str, object]) -> None:
    """Spaces, separators and empty texts raise where HTTP or the signature gives them a meaning."""
    with pytest.raises(ValueError, match=f"^{next(iter(changes))}: "):
        _sign(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "get"},
        {"method": "M-SEARCH"},
        {"headers": {"x_y.z~1": "\t caf\u00e9 \xa0\xff"}},
        {"service": "s3-object-lambda"},
        {"region": "*"},
        {"url": "https://kms.test/\u1234 x?\u00e9"},
        {"credentials": _credentials(session_token="a b+/=")},
    ],
)
def test_what_is_unusual_and_signed(changes: dict[str, object]) -> None:
    """All characters that HTTP allows are signed."""
    assert "Authorization" in _sign(**changes)
