"""Proxies of the system's settings, on systems that have such settings."""

import urllib.request

import pytest

from smaws_kms._runtime.http.proxy_environment import system_proxies

PROXIES = {"https": "http://proxy.test:3128"}


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", {}), ("freebsd14", {}), ("darwin", PROXIES), ("win32", PROXIES)],
)
def test_platforms(
    platform: str, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only macOS and Windows are asked; elsewhere the variables, which are read first, are all there is."""
    monkeypatch.setattr(urllib.request, "getproxies", lambda: PROXIES)

    assert expected == system_proxies(platform)
