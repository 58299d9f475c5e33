"""Recognizes headers with secret values by their names."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

_SECRET: Final = r"(?i)auth|cookie|credential|jwt|key|password|proxy-|secret|session|token"  # noqa: S105  # a pattern


@lru_cache(maxsize=256)
def carries_secret(name: str) -> bool:
    """Return whether a header of this name usually carries a secret.

    `X-Api-Key`, `Cookie`, `X-Vault-Token` and `Proxy-Authorization` do. Unclear names count as
    secret, `X-Monkey` for example.
    """
    return re.search(_SECRET, name) is not None


def secret_values(headers: Mapping[str, str]) -> Iterator[str]:
    """Yield the values of headers with secrets, without empty ones."""
    for name, value in headers.items():
        if value and carries_secret(name):
            yield value
