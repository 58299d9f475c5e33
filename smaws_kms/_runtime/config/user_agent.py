"""The `User-Agent` header, in version 2.1 of the form that AWS's SDKs share.

<product>/0.1.0 ua/2.1 os/linux#6.8 md/arch#x86_64 lang/python#3.13.1 md/pyimpl#CPython
exec-env/AWS_Lambda_python3.13 m/E,g cfg/retry-mode#standard app/orders
"""

import platform
import re
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Final

from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.version import __version__

_SYSTEMS: Final = {"linux": "linux", "darwin": "macos", "windows": "windows"}

# All but RFC 9110's token characters and ",". "#" separates name and value of a part.
_NOT_IN_PART: Final = r"[^A-Za-z0-9!$%&'*+\-.^_`|~,]"
_MAX_VALUE: Final = 128
_MAX_APP_ID: Final = 50

# Letters for the features of an SDK that a request uses.
PAGINATOR: Final = "C"
GZIP: Final = "L"
ENDPOINT_OVERRIDE: Final = "N"
RETRY_MODES: Final = {"standard": "E", "adaptive": "F", "off": ""}

# By the last words of `Credentials.source`.
_CREDENTIALS: Final = {
    "the environment": ("g",),
    "keys in the credentials file": ("n",),
    "keys in the config file": ("n",),
    "an assumed role": ("i",),
    "a role for a web identity": ("k",),
    "single sign-on": ("r", "s"),
    "a login": ("AC", "AD"),
    "a process": ("v", "w"),
    "the container's metadata service": ("z",),
    "the instance's metadata service": ("0",),
}
_IN_CODE: Final = ("e",)

_used: ContextVar[tuple[str, ...]] = ContextVar("features_in_use", default=())


_PRODUCT: Final = f"{__name__.partition('.')[0].replace('_', '-')}/{__version__}"


class UserAgent(Frozen):
    """The parts of the header that all requests of a client share; each request adds its features."""

    __slots__ = ("before", "after", "features", "_made")  # noqa: RUF023  # the order of `repr`

    before: str
    after: str
    features: tuple[str, ...]
    """Letters of the features that every request uses."""
    _made: dict[tuple[str, ...], str]

    def __init__(
        self, before: str = _PRODUCT, after: str = "", features: tuple[str, ...] = ()
    ) -> None:
        self._set(before=before, after=after, features=features, _made={})

    def text(self, features: tuple[str, ...]) -> str:
        """Return the header for a request that uses these features too."""
        known = self._made.get(features)
        if known is None:
            letters = dict.fromkeys((*self.features, *features))
            part = f" m/{','.join(letters)}" if letters else ""
            self._made[features] = known = f"{self.before}{part}{self.after}"
        return known


def user_agent(
    *,
    product: str,
    app_id: str | None,
    execution_env: str | None,
    retry_mode: str,
    features: tuple[str, ...],
) -> UserAgent:
    """Return the user agent of a client.

    Args:
        product: Name of the client's package in user agents.
        app_id: Name of the application, see `clean_app_id`.
        execution_env: Value of `AWS_EXECUTION_ENV`.
        retry_mode: Mode of the client's retry policy.
        features: Letters of the features that the client's settings turn on for every request.
    """
    place = f" exec-env/{_clean(execution_env)}" if execution_env else ""
    app = f" app/{app_id}" if app_id else ""
    after = f" cfg/retry-mode#{retry_mode}{app}"
    return UserAgent(f"{product}/{__version__} {platform_parts()}{place}", after, features)


def clean_app_id(text: str) -> str | None:
    """Return the name of an application for the header, cut to the 50 characters that AWS allows."""
    return re.sub(_NOT_IN_PART, "-", text)[:_MAX_APP_ID] or None


def _clean(text: str) -> str:
    return re.sub(_NOT_IN_PART, "-", text)[:_MAX_VALUE]


@cache
def platform_parts() -> str:
    """Return the parts for the operating system and Python, which no process changes."""
    system, release = platform.system(), _clean(platform.release())
    name = _SYSTEMS.get(system.lower())
    version = f"#{release}" if release else ""
    # The format has names for some systems only; another one goes into a part of its own.
    os = f"os/{name}{version}" if name else f"os/other md/{_clean(system or 'unknown')}{version}"
    machine = _clean(platform.machine().lower())
    architecture = f" md/arch#{machine}" if machine else ""
    python, implementation = platform.python_version(), platform.python_implementation()
    return (
        f"ua/2.1 {os}{architecture} lang/python#{_clean(python)} md/pyimpl#{_clean(implementation)}"
    )


@contextmanager
def using(feature: str) -> Generator[None]:
    """Add a feature to the user agent of calls that start inside the block."""
    token = _used.set((*_used.get(), feature))
    try:
        yield
    finally:
        _used.reset(token)


def features_in_use() -> tuple[str, ...]:
    """Return the features that surround a call that starts now."""
    return _used.get()


def credential_features(source: str | None) -> tuple[str, ...]:
    """Return the letters for credentials, by their `source`."""
    if source is None or source.startswith("the argument"):
        return _IN_CODE
    return _CREDENTIALS.get(source.rpartition(", ")[2], _IN_CODE)
