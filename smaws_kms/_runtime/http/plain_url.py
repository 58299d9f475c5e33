"""Reads the plain URLs that nearly all endpoints have, without httpx."""

import re
from functools import lru_cache
from typing import Final

from smaws_kms._runtime.endpoints.url_authority import problem_of_authority
from smaws_kms._runtime.http11.request_encoder import Origin

# No characters that httpx would encode, no query, and no segment that begins with a dot, which it may
# remove.
_PLAIN: Final = re.compile(
    r"(?P<scheme>https?)://(?P<authority>[A-Za-z0-9._:\[\]-]+)(?P<path>(?:/(?!\.)[A-Za-z0-9._~-]*)*)"
)
_AUTHORITY: Final = re.compile(r"\[?(?P<host>.*?)\]?(?::(?P<port>[0-9]*))?")


@lru_cache(maxsize=64)
def read_plain_url(url: str) -> tuple[Origin, bytes] | None:
    """Return origin and request target as httpx would; `None` for a URL that only httpx should read."""
    parts = _PLAIN.fullmatch(url)
    if parts is None or problem_of_authority(parts["authority"]) is not None:
        return None
    authority = _AUTHORITY.fullmatch(parts["authority"])
    if authority is None:  # pragma: no cover - `problem_of_authority` has found it
        return None
    secure = parts["scheme"] == "https"
    host, port = authority["host"], authority["port"]
    host = host if ":" in host else host.lower()
    origin = Origin(secure, host, int(port) if port else 443 if secure else 80)
    return origin, (parts["path"] or "/").encode("ascii")
