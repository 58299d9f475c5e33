"""Canonical requests: the parts of a URL, and the headers that are sent and signed."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from smaws_kms._runtime.auth.canonical_headers import select_headers
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.values import Credentials
from smaws_kms.signing import sign
from tests.unit.auth.sigv4_examples import KEY, NOON

STAMP = "20150830T123600Z"


@pytest.fixture
def kathmandu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set a local time zone that is not UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Kathmandu")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://kms.test", "kms.test"),
        ("https://kms.test:443", "kms.test"),
        ("https://kms.test:80", "kms.test:80"),
        ("http://kms.test:80", "kms.test"),
        ("http://kms.test:8080", "kms.test:8080"),
        ("https://[::1]", "[::1]"),
        ("https://[::1]:8443", "[::1]:8443"),
    ],
)
def test_hosts(origin: str, host: str) -> None:
    """The signed host has brackets around IPv6, and a port unless it is the scheme's own."""
    assert host == target(origin).host


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("", "/"),
        ("/", "/"),
        ("//", "/"),
        ("/.", "/"),
        ("/..", "/"),
        ("/a", "/a"),
        ("/a/", "/a/"),
        ("/a/b", "/a/b"),
        ("//a//b//", "/a/b/"),
        ("/./a/./b", "/a/b"),
        ("/../a", "/a"),
        ("/a/b/c/../d", "/a/b/d"),
        ("/a/b/../..", "/"),
        ("/a%20b/%2F", "/a%2520b/%252F"),
        ("/\u1234~", "/%E1%88%B4~"),
    ],
)
def test_paths(path: str, canonical: str) -> None:
    """Paths lose dot segments and repeated slashes, and are percent-encoded once more."""
    assert canonical == target(f"https://kms.test{path}").path


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("b=1&a=2", "a=2&b=1"),
        ("b&a", "a=&b="),
        ("a=z&a=b=c", "a=b=c&a=z"),
        ("a=2&a=1", "a=1&a=2"),
    ],
)
def test_queries(query: str, canonical: str) -> None:
    """Parameters are sorted by name and value, and have an equals sign each."""
    assert canonical == target(f"https://kms.test/?{query}").query


def test_url_that_cannot_be_read() -> None:
    """A URL that Python's parser refuses raises an error that does not show it."""
    with pytest.raises(
        ValueError, match=r"such as https://example\.com/, got one that cannot be read$"
    ):
        target("https://me:geheim@[")


@pytest.mark.parametrize("end", ["X", "\xa0"])
def test_ends_of_urls(end: str) -> None:
    """Only a space and control characters are refused at the end of a URL."""
    signed = sign(
        method="GET", url=f"https://kms.test/{end}", headers={}, body=b"", region="eu-west-1",
        service="kms", credentials=KEY, now=NOON,
    )  # fmt: skip

    assert "Authorization" in signed


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        (("AK,ID", "geheim", None), "access_key_id"),
        (("AKID", "geheim", "\u00e9"), "session_token"),
    ],
)
def test_errors_name_the_credential(changes: tuple[str, str, str | None], named: str) -> None:
    """An error about credentials names the part that is wrong."""
    with pytest.raises(ValueError, match=f"^credentials: {named} has characters"):
        sign(
            method="GET", url="https://kms.test/", headers={}, body=b"", region="eu-west-1",
            service="kms", credentials=Credentials(*changes), now=NOON,
        )  # fmt: skip


def test_headers_of_a_request() -> None:
    """Headers keep their order; `Host` is first, the signer's own are last."""
    selected = select_headers({"b": " 1  2 ", "A": "x"}, "kms.test", NOON, STAMP, "to  ken")

    assert [
        ("Host", "kms.test"),
        ("b", " 1  2 "),
        ("A", "x"),
        ("X-Amz-Date", STAMP),
        ("X-Amz-Security-Token", "to  ken"),
    ] == list(selected.sent.items())
    assert {
        "host": "kms.test",
        "b": "1 2",
        "a": "x",
        "x-amz-date": STAMP,
        "x-amz-security-token": "to ken",
    } == selected.signed
    assert selected.payload is None


def test_host_of_the_caller() -> None:
    """A `Host` header of the caller replaces that of the URL, where it is."""
    selected = select_headers({"a": "1", "hOST": "other.test"}, "kms.test", NOON, STAMP, None)

    assert ["a", "hOST", "X-Amz-Date"] == list(selected.sent)
    assert "other.test" == selected.signed["host"]


def test_headers_of_equal_names() -> None:
    """Values of names that differ in case only are joined with commas, in their order."""
    selected = select_headers({"A": "1", "a": "2"}, "kms.test", NOON, STAMP, None)

    assert "1,2" == selected.signed["a"]


@pytest.mark.parametrize("headers", [{"date": "x", "Authorization": "y", "a": "1"}, {"DATE": ""}])
def test_date_of_the_caller(headers: dict[str, str]) -> None:
    """A `Date` header is set to the time of signing, and replaces `X-Amz-Date`."""
    selected = select_headers({**headers, "b": "2"}, "kms.test", NOON, STAMP, None)
    date = "Sun, 30 Aug 2015 12:36:00 -0000"

    assert date == selected.sent["Date"] == selected.signed["date"]
    assert {"x-amz-date", "authorization"}.isdisjoint(selected.signed)
    assert "2" == selected.sent["b"]


def test_old_token() -> None:
    """A token header of the caller is kept unless the credentials have a token."""
    old = {"x-amz-security-token": "old"}
    kept = select_headers(old, "kms.test", NOON, STAMP, None)
    replaced = select_headers(old, "kms.test", NOON, STAMP, "new")

    assert "old" == kept.sent["x-amz-security-token"] == kept.signed["x-amz-security-token"]
    assert ["Host", "X-Amz-Date", "X-Amz-Security-Token"] == list(replaced.sent)


def test_hash_of_the_caller() -> None:
    """The hash in `X-Amz-Content-SHA256` is signed, whatever the body is."""
    headers = {"a": "1", "X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"}
    signed = [
        sign(
            method="PUT", url="https://kms.test/", headers=headers, body=body, region="eu-west-1",
            service="kms", credentials=KEY, now=NOON,
        )
        for body in (b"", b"{}")
    ]  # fmt: skip

    assert "UNSIGNED-PAYLOAD" == select_headers(headers, "kms.test", NOON, STAMP, None).payload
    assert signed[0] == signed[1]


@pytest.mark.usefixtures("kathmandu")
def test_local_time_zone() -> None:
    """A signature has the time in UTC, whatever the local time zone is and that of the argument."""
    zoned = NOON.astimezone()

    assert timedelta(hours=5, minutes=45) == zoned.utcoffset()
    assert [STAMP, STAMP] == [_date(NOON), _date(zoned)]


def _date(now: datetime) -> str:
    return sign(
        method="GET", url="https://kms.test/", headers={}, body=b"", region="eu-west-1",
        service="kms", credentials=KEY, now=now,
    )["X-Amz-Date"]  # fmt: skip
