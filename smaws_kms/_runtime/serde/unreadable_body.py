"""Texts for successful responses whose body is not the JSON that the protocol promises.

They say what the body looks like and name its content type; they never quote it.
"""

import re
from typing import Final

from smaws_kms._runtime.http.messages import WireResponse

_MEDIA_TYPE: Final = r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}"
_HTML: Final = rb"(?s)(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b"
_LOOKED_AT: Final = 1024
_ORIGIN: Final = (
    "; a proxy, a captive portal or another server seems to have answered instead of the service"
)


def describe_body(response: WireResponse, problem: str) -> str:
    """Return what is wrong with the body of a response.

    Args:
        response: The response.
        problem: What the JSON parser said.
    """
    media_type = _media_type(response)
    shown = f" (content type {media_type})" if media_type else ""
    if kind := _markup(response.body, media_type):
        return f"expected JSON, got {kind}{shown}{_ORIGIN}"
    return f"{problem}{shown if 'json' not in media_type else ''}"


def is_empty(response: WireResponse) -> bool:
    """Return whether a response has no body, not even an empty JSON object."""
    return not response.body.strip()


def is_html(body: bytes) -> bool:
    """Return whether a body starts like an HTML page."""
    return re.match(_HTML, _start_of(body)) is not None


def _start_of(body: bytes) -> bytes:
    return body.removeprefix(b"\xef\xbb\xbf").lstrip()[:_LOOKED_AT].lower()


def _media_type(response: WireResponse) -> str:
    """Return the media type in lower case without parameters, or nothing if it is malformed."""
    found = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return found if re.fullmatch(_MEDIA_TYPE, found) else ""


def _markup(body: bytes, media_type: str) -> str | None:
    if not _start_of(body).startswith(b"<"):
        return None
    return "an HTML page" if is_html(body) or "html" in media_type else "XML"
