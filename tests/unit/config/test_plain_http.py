"""Warnings about plain HTTP."""

import pytest

from smaws_kms._runtime.config.resolved import warn_if_plain_http


@pytest.mark.parametrize(
    "url",
    [
        "https://kms.eu-west-1.amazonaws.com",
        "http://localhost:4566",
        "http://kms.localhost",
        "http://127.0.0.1:5000",
        "http://127.1.2.3",
        "http://[::1]:5000",
    ],
)
def test_encrypted_or_local(url: str, caplog: pytest.LogCaptureFixture) -> None:
    """No warning for TLS, nor for requests that stay on this machine."""
    warn_if_plain_http(url, "smaws_kms")

    assert [] == caplog.records


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://kms.example.com/path", "kms.example.com"),
        ("http://10.0.0.1:4566", "10.0.0.1"),
        ("http://notlocalhost", "notlocalhost"),
        ("http://[2001:db8::1]", "2001:db8::1"),
    ],
)
def test_remote(url: str, host: str, caplog: pytest.LogCaptureFixture) -> None:
    """Plain HTTP to another machine logs one warning that names the host."""
    warn_if_plain_http(url, "smaws_kms")

    assert [("smaws_kms", "WARNING")] == [(r.name, r.levelname) for r in caplog.records]
    assert f"endpoint {host} uses plain HTTP: " in caplog.text
