"""Where a client's requests go, worked out once and on the first call."""

import os
import platform
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from attrs import field, frozen

from smaws_kms._runtime import botocore_source
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.forks import mend_after_fork
from smaws_kms._runtime.insecure import warn_if_insecure
from smaws_kms._runtime.service import Service
from smaws_kms._runtime.settings import Options, Settings, resolve_settings
from smaws_kms._runtime.sigv4 import Target, target
from smaws_kms._runtime.version import __version__
from smaws_kms._runtime.worker import NoThreadError, in_daemon_thread

_OURS: Final = frozenset(
    {
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "transfer-encoding",
        "user-agent",
        "x-amz-date",
        "x-amz-security-token",
        "x-amz-target",
        "x-amzn-query-mode",
    }
)
"""Headers that a request gets from its call; another value would break it."""


@frozen
class Destination:
    """Settings, worked out, and what every request of the client has in common."""

    settings: Settings
    url: str
    """Where requests are sent, with the path that they have."""
    target: Target
    headers: Mapping[str, str] = field(repr=False)
    """What every request carries beside the headers of protocol and signature."""


class DestinationSource:
    """Works out the destination once. A failure is not kept: the next call looks again."""

    def __init__(self, service: Service, options: Options, headers: Mapping[str, str]) -> None:
        self._service = service
        self._options = options
        self._headers = headers
        self._found: Destination | None = None
        self._flight: Future[Destination | ConfigurationError] | None = None
        self._lock = threading.Lock()
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Forget what a thread of the parent was at."""
        self._lock = threading.Lock()
        self._flight = None

    def get(
        self, *, or_here: bool = False
    ) -> "Destination | Future[Destination | ConfigurationError]":
        """Return it, or the future of a thread that reads the environment and the profile.

        `or_here` reads in the calling thread where no thread can be started.
        """
        if self._found is not None:
            return self._found
        with self._lock:
            if self._flight is None or self._flight.done():
                self._flight = in_daemon_thread(self._resolve, or_here=or_here, failed=_unreadable)
            return self._flight

    def _resolve(self) -> Destination | ConfigurationError:
        problem = _problem_of_headers(self._headers)
        if problem is not None:
            return ConfigurationError(problem)
        settings = resolve_settings(
            self._options, service=self._service, environ=os.environ, load_profile=self._profile
        )
        if isinstance(settings, ConfigurationError):
            return settings
        warn_if_insecure(settings.endpoint_url)
        headers = {**self._headers, "User-Agent": _user_agent(settings.app_id)}
        url = _below(settings.endpoint_url)
        self._found = Destination(settings, url, target(url), headers)
        return self._found

    def _profile(self) -> Mapping[str, str] | ConfigurationError:
        return botocore_source.load_profile(self._options.profile, self._service.settings_key)


def _unreadable(error: Exception) -> ConfigurationError:
    # The text of an exception that nothing here expects may hold a value of a setting.
    detail = f": {error}" if isinstance(error, NoThreadError) else ""
    return ConfigurationError(f"the settings cannot be read: {type(error).__qualname__}{detail}")


def _below(url: str) -> str:
    """Return the URL of requests: every one is for `/`, below the path of the endpoint if it has one."""
    return f"{url}/" if urlsplit(url).path and not url.endswith("/") else url


def _problem_of_headers(headers: Mapping[str, str]) -> str | None:
    if len({name.lower() for name in headers}) < len(headers):
        return "headers: two names differ in upper and lower case only"
    for name, value in headers.items():
        if name.lower() in _OURS:
            return f"headers: {name} is set by the client itself"
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            return f"headers: expected names of letters, digits, - and _, got {name!r}"
        if not value.isascii() or not value.isprintable() or value != value.strip():
            return f"headers: the value of {name} has characters that no header can hold"
    return None


def _user_agent(app_id: str | None) -> str:
    return f"{_product()} app/{app_id}" if app_id else _product()


@cache
def _product() -> str:
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    return f"smaws-kms/{__version__} ua/2.1 os/{system} lang/python#{platform.python_version()}"
