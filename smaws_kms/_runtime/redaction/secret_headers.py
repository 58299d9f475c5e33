"""Tells by a header's name whether its value is a secret."""

import re
from functools import lru_cache
from typing import Final

_SECRET: Final = re.compile(
    r"auth|cookie|credential|jwt|key|password|proxy-|secret|session|token", re.IGNORECASE
)


@lru_cache(maxsize=256)
def carries_secret(name: str) -> bool:
    """Return whether a header of this name usually carries a secret.

    The search errs on the side of secrecy: `X-Api-Key`, `Cookie`, `X-Vault-Token` and
    `Proxy-Authorization` do, and `X-Monkey` counts as well.
    """
    return _SECRET.search(name) is not None
