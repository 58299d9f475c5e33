"""Warnings about plain HTTP."""

import pytest

from smaws_kms._runtime.config.insecure import warn_if_insecure


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
def test_private(url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is said about TLS and about requests that stay on the machine."""
    warn_if_insecure(url, "smaws_kms")

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
def test_public(url: str, host: str, caplog: pytest.LogCaptureFixture) -> None:
    """One warning names the host."""
    warn_if_insecure(url, "smaws_kms")

    assert [("smaws_kms", "WARNING")] == [(r.name, r.levelname) for r in caplog.records]
    assert f"requests go to {host} over plain HTTP" in caplog.text
