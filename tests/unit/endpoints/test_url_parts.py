"""URLs are split and encoded as by `urllib.parse`, with and without its import."""

from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given, settings, strategies as st

from smaws_kms._runtime.endpoints.url_parts import PlainUrl, percent_encode, split_url

_URLS = [
    "https://kms.eu-west-1.amazonaws.com",
    "https://KMS.example.com/",
    "http://localhost:4566/kms/v1/",
    "http://127.0.0.1:59999",
    "https://[::1]:443/",
    "https://[fe80::1%25eth0]",
    "https://user:password@example.com/",
    "https://example.com:/",
    "https://example.com:65536/",
    "https://example.com:99999/",
    "https://example.com?query#fragment",
    "https://example.com/a b\n",
    "HTTPS://example.com",
    "https://",
    "https:///path",
    "//example.com",
    "example.com:443",
    "",
]
_PARTS = ("scheme", "netloc", "path", "query", "hostname", "port")


def _parts(parts: object) -> list[object]:
    """Return the parts, and for an invalid port that it is one."""
    found: list[object] = []
    for name in _PARTS:
        try:
            found.append(getattr(parts, name))
        except ValueError:
            found.append(ValueError)
    return found


def _are_equal(url: str) -> bool:
    try:
        expected = _parts(urlsplit(url))
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            split_url(url)
        return True
    return expected == _parts(split_url(url))


@pytest.mark.parametrize("url", _URLS)
def test_split(url: str) -> None:
    """The parts are those of `urlsplit`, also where it raises."""
    assert _are_equal(url)


@settings(max_examples=200, deadline=None)
@given(
    st.from_regex(
        r"\A(https?|HTTP|ws)?:?//[A-Za-z.:0-9@\[\]_-]{0,9}(:[0-9]{0,5})?[/A-Z.?#%~-]{0,9}\Z"
    )
)
def test_split_any(url: str) -> None:
    """The same for URLs that nearly are plain."""
    assert _are_equal(url)


def test_plain_urls() -> None:
    """Usual endpoints are split without `urllib.parse`."""
    assert all(isinstance(split_url(url), PlainUrl) for url in _URLS[:4])


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=9), st.sampled_from(["/", "", "-=;:+&[]{}\"',", bytes(range(128)).decode()])
)
def test_percent_encode(text: str, safe: str) -> None:
    """Characters are encoded as by `quote`."""
    assert quote(text, safe, errors="surrogateescape") == percent_encode(
        text, safe, errors="surrogateescape"
    )
