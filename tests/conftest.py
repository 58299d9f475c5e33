"""Fixtures for every test: no settings, credentials, proxies or trust roots of the machine are used."""

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from hypothesis import settings

from tests.loops import backend_of

# `make fuzz` chooses `long`. `ci` draws the same examples in every run, so that tests are reproducible.
settings.register_profile("ci", max_examples=15, derandomize=True, deadline=None)
settings.register_profile("long", max_examples=500, deadline=None, print_blob=True)
settings.load_profile("ci")

# sentry-sdk would import eventlet, which then warns about itself and about every fork.
sys.modules.setdefault("eventlet", cast("ModuleType", None))

_PROXIES = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"}
_ROOTS = {"SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "SSLKEYLOGFILE"}


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that does not exist."""
    return tmp_path_factory.getbasetemp() / "nowhere"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, nowhere: Path) -> None:
    """Remove everything that a client reads from `os.environ`."""
    for name in tuple(os.environ):
        if name.startswith("AWS_") or name.upper() in _PROXIES | _ROOTS:
            monkeypatch.delenv(name)
    # Without these, botocore would read the home directory and query the metadata service.
    monkeypatch.setenv("AWS_CONFIG_FILE", str(nowhere / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(nowhere / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.fixture(scope="session")
def anyio_backend(request: pytest.FixtureRequest) -> tuple[str, dict[str, object]]:
    """Run async tests on asyncio's own loop, or on the one that the test's parameter names."""
    return backend_of(getattr(request, "param", "asyncio"))
