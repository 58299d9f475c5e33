"""The `User-Agent` header, in version 2.1 of the form that AWS's SDKs share.

<product>/0.1.0 ua/2.1 os/linux#6.8 md/arch#x86_64 lang/python#3.13.1 md/pyimpl#CPython
exec-env/AWS_Lambda_python3.13 m/E,g cfg/retry-mode#standard app/orders
"""

import platform
import re
from functools import cache
from typing import Final

from attrs import field, frozen

from smaws_kms._runtime.version import __version__

_SYSTEMS: Final = {"linux": "linux", "darwin": "macos", "windows": "windows"}

# What RFC 9110 calls a token. "#" separates name and value of a part.
_NOT_IN_PART: Final = re.compile(r"[^A-Za-z0-9!$%&'*+\-.^_`|~,]")
_MAX_VALUE: Final = 128
_MAX_APP_ID: Final = 50


@frozen
class UserAgent:
    """All that a client says of itself; what features a request uses is added to each."""

    before: str = f"{__name__.partition('.')[0].replace('_', '-')}/{__version__}"
    after: str = ""
    features: tuple[str, ...] = ()
    """Letters of what every request uses."""
    _made: dict[tuple[str, ...], str] = field(
        factory=dict[tuple[str, ...], str], init=False, eq=False, repr=False
    )

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
        features: Letters of what the client's settings make every request use.
    """
    place = f" exec-env/{_clean(execution_env)}" if execution_env else ""
    app = f" app/{app_id}" if app_id else ""
    after = f" cfg/retry-mode#{retry_mode}{app}"
    return UserAgent(f"{product}/{__version__} {platform_parts()}{place}", after, features)


def clean_app_id(text: str) -> str | None:
    """Return the name of an application as a header can hold it, in the 50 characters AWS allows."""
    return _NOT_IN_PART.sub("-", text)[:_MAX_APP_ID] or None


def _clean(text: str) -> str:
    return _NOT_IN_PART.sub("-", text)[:_MAX_VALUE]


@cache
def platform_parts() -> str:
    """Return what stays the same as long as the process lives: system and Python."""
    system, release = platform.system(), _clean(platform.release())
    name = _SYSTEMS.get(system.lower())
    version = f"#{release}" if release else ""
    # A system that the form does not list is named in a part of its own.
    os = f"os/{name}{version}" if name else f"os/other md/{_clean(system or 'unknown')}{version}"
    machine = _clean(platform.machine().lower())
    architecture = f" md/arch#{machine}" if machine else ""
    python, implementation = platform.python_version(), platform.python_implementation()
    return (
        f"ua/2.1 {os}{architecture} lang/python#{_clean(python)} md/pyimpl#{_clean(implementation)}"
    )
