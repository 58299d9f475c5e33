"""The parts of a canonical request that depend on the URL alone: host, canonical URI and query string."""

from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.endpoints.url_authority import problem_of_authority
from smaws_kms._runtime.endpoints.url_parts import PlainUrl, percent_encode, split_url
from smaws_kms._runtime.support.record import Record

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_ASCII: Final = bytes(range(128)).decode()

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class Target(Record):
    """The parts of the canonical request that depend on the URL alone."""

    __slots__ = ()

    host: str
    """Value of the `Host` header."""
    path: str
    """The canonical URI."""
    query: str
    """The canonical query string."""


def target(url: str) -> Target:
    """Return the signed parts of `url`; raise `ValueError` for an invalid host or port."""
    parts = _split(url)
    problem = problem_of_authority(parts.netloc) if parts else "that cannot be read"
    if parts is None or problem is not None:
        raise ValueError(
            f"url: expected an absolute URL such as https://example.com/, got one {problem}"
        )
    return Target(
        host=_host(parts.scheme, parts.hostname or "", parts.port),
        path=_canonical_uri(parts.path),
        query=_canonical_query(parts.query),
    )


def _split(url: str) -> "PlainUrl | SplitResult | None":
    # Errors of `urlsplit` quote the URL, which may hold a password.
    try:
        return split_url(url)
    except ValueError:
        return None


def _host(scheme: str, hostname: str, port: int | None) -> str:
    host = f"[{hostname}]" if ":" in hostname else hostname
    return host if port is None or port == _DEFAULT_PORTS.get(scheme) else f"{host}:{port}"


def _canonical_uri(path: str) -> str:
    """Return the path without dot segments and repeated slashes, then percent-encoded.

    Services other than S3 percent-encode an encoded path again: `%` becomes `%25`.
    """
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in {"", "."}:
            segments.append(segment)
    trailing = "/" if path.endswith("/") and segments else ""
    return percent_encode(f"/{'/'.join(segments)}{trailing}")


def _canonical_query(query: str) -> str:
    """Return the parameters sorted by name and then value. They are expected to be percent-encoded.

    Characters outside of ASCII are encoded here, as the HTTP client will encode them.
    """
    if not query:
        return ""
    if not query.isascii():
        query = percent_encode(query, safe=_ASCII)
    pairs = [pair.partition("=") for pair in query.split("&")]
    return "&".join([f"{name}={value}" for name, _, value in sorted(pairs)])
