"""AWS's signature test suite: one directory per case, with the raw request."""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from tests.published.archive import SIGNATURES, files


@frozen
class SignatureCase:
    """A request and its expected `Authorization`."""

    id: str
    method: str
    url: str
    headers: dict[str, str]
    body: bytes
    session_token: str | None
    authorization: str


def signature_cases() -> Iterator[SignatureCase]:
    """Yield every case; none if the suite was not downloaded."""
    for path in files(SIGNATURES, "**/*.req"):
        yield _case(path)


def _case(path: Path) -> SignatureCase:
    head, _, body = path.read_bytes().partition(b"\n\n")
    line, _, rest = head.decode().partition("\n")
    method, _, target = line.removesuffix(" HTTP/1.1").partition(" ")
    headers = _headers(rest)
    token = re.search("^x-amz-security-token:(.*)$", _text(path, ".creq"), re.MULTILINE)
    return SignatureCase(
        id=path.stem,
        method=method,
        url=f"https://{headers['Host']}{target}",
        headers=headers,
        body=body,
        session_token=token[1] if token else None,
        authorization=_text(path, ".authz"),
    )


def _headers(text: str) -> dict[str, str]:
    """Parse header lines: unfold continuation lines, and join equal names with a comma."""
    headers: dict[str, str] = {}
    for line in re.sub(r"\n\s+", " ", text).splitlines():
        name, _, value = line.partition(":")
        headers[name] = f"{headers[name]},{value}" if name in headers else value
    return headers


def _text(path: Path, suffix: str) -> str:
    return path.with_suffix(suffix).read_text("utf-8")
