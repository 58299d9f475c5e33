"""Shortens access key IDs for errors and log lines."""

import re
from typing import Final

# Characters of each end: enough to recognize a key, too few to reveal a short one.
_SHOWN: Final = 4
# AWS allows 128 characters and uses 20 or 21; secrets, which may be passed in the ID's place, have 40.
_LONGEST: Final = 32
_PLAIN: Final = r"[\w-]*"


def is_key_id(text: str) -> bool:
    """Return whether a text may be a key ID, and not a secret in its place."""
    return len(text) <= _LONGEST and re.fullmatch(_PLAIN, text) is not None


def mask_key_id(access_key_id: str) -> str:
    """Return the ends of a key ID, for example `AKIA...MPLE`; `***` unless it is long enough for that."""
    if len(access_key_id) < 3 * _SHOWN or not is_key_id(access_key_id):
        return "***"
    return f"{access_key_id[:_SHOWN]}...{access_key_id[-_SHOWN:]}"
