"""Features of AWS SDKs that requests say they used, as letters for the user agent."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

PAGINATOR: Final = "C"
GZIP: Final = "L"
ENDPOINT_OVERRIDE: Final = "N"
RETRY_MODES: Final = {"standard": "E", "adaptive": "F", "off": ""}

# By the end of the words that say where credentials come from.
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

_used: ContextVar[tuple[str, ...]] = ContextVar(__name__, default=())


@contextmanager
def using(feature: str) -> Generator[None]:
    """Have the calls that are made meanwhile say so."""
    token = _used.set((*_used.get(), feature))
    try:
        yield
    finally:
        _used.reset(token)


def features_in_use() -> tuple[str, ...]:
    """Return what a call that is made now is part of."""
    return _used.get()


def credential_features(source: str | None) -> tuple[str, ...]:
    """Return the letters for credentials that come from where the words of their `source` say."""
    if source is None or source.startswith("the argument"):
        return _IN_CODE
    return _CREDENTIALS.get(source.rpartition(", ")[2], _IN_CODE)
