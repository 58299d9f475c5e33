"""Fixtures for every test: no settings, credentials, proxies or trust roots of the machine it runs on."""

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from hypothesis import settings

from tests.loops import backend_of

# `make fuzz` chooses `long`. The quick one draws the same examples in every run: tests never flake.
settings.register_profile("ci", max_examples=15, derandomize=True, deadline=None)
settings.register_profile("long", max_examples=500, deadline=None, print_blob=True)
settings.load_profile("ci")

# sentry-sdk imports it where it is installed, and from then on it warns of itself and of every fork.
sys.modules.setdefault("eventlet", cast("ModuleType", None))

_PROXIES = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"}
_ROOTS = {"SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "SSLKEYLOGFILE"}


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that is not there."""
    return tmp_path_factory.getbasetemp() / "nowhere"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, nowhere: Path) -> None:
    """Leave nothing in `os.environ` that a client would look at."""
    for name in tuple(os.environ):
        if name.startswith("AWS_") or name.upper() in _PROXIES | _ROOTS:
            monkeypatch.delenv(name)
    # Without these, botocore would read the home directory and ask the metadata service.
    monkeypatch.setenv("AWS_CONFIG_FILE", str(nowhere / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(nowhere / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture(scope="session")
def anyio_backend(request: pytest.FixtureRequest) -> tuple[str, dict[str, object]]:
    """Run async tests on asyncio's own loop, or on the one that the test's parameter names."""
    return backend_of(getattr(request, "param", "asyncio"))
