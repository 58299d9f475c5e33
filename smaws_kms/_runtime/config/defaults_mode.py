"""The connect timeout that `AWS_DEFAULTS_MODE` selects.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html
"""

from collections.abc import Callable
from typing import Final

from smaws_kms._runtime.config.sources import Found, MisconfiguredError, Sources

# All modes except `legacy` also select the standard retry mode, which is the default here.
_CONNECT_TIMEOUTS: Final = {
    "legacy": None,
    "standard": 3.1,
    "in-region": 1.1,
    "cross-region": 3.1,
    "mobile": 30.0,
}
_AUTO: Final = "auto"


def default_connect_timeout(
    sources: Sources, region: str, find_region: Callable[[], str | None]
) -> tuple[float | None, Found | None]:
    """Return the mode's seconds, `None` for the client's default, and the setting of the mode.

    Args:
        sources: Environment and profile.
        region: The Region of the client.
        find_region: Returns the Region of this machine. It may block; only the mode `auto` calls it.
    """
    found = sources.configured("defaults_mode")
    if found is None:
        return None, None
    mode = found.value.lower()
    if mode == _AUTO:
        mode = _mode_of_place(region, _place(sources) or find_region())
    if mode not in _CONNECT_TIMEOUTS:
        expected = ", ".join((*_CONNECT_TIMEOUTS, _AUTO))
        raise MisconfiguredError(f"{found.source}: expected one of {expected}, got {found.value!r}")
    return _CONNECT_TIMEOUTS[mode], Found(mode, found.source)


def _place(sources: Sources) -> str | None:
    """Return the Region of an execution environment that AWS set up, such as Lambda."""
    if sources.environment("AWS_EXECUTION_ENV") is None:
        return None
    found = sources.environment("AWS_REGION", "AWS_DEFAULT_REGION")
    return found.value if found else None


def _mode_of_place(region: str, place: str | None) -> str:
    if place is None:
        return "standard"
    return "in-region" if place == region else "cross-region"
