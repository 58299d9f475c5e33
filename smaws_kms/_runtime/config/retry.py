"""The retry policy of environment and profile, for clients without the argument `retry`.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
"""

import re
from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.config.sources import Found, MisconfiguredError, Sources, origins
from smaws_kms._runtime.retry.policy import RetryMode, RetryPolicy

# botocore's oldest mode has its own list of errors and no retry tokens. It is mostly set because it was
# the default, so it selects the standard mode here, with the attempts of that mode.
_MODES: Final[Mapping[str, RetryMode]] = {
    "legacy": "standard",
    "standard": "standard",
    "adaptive": "adaptive",
}
# Bounded, since `int` raises for thousands of digits.
_ATTEMPTS: Final = r"0*[1-9][0-9]{0,8}"


def retry_policy(
    given: RetryPolicy | None, sources: Sources
) -> tuple[RetryPolicy, Mapping[str, str]]:
    """Return the policy, and the source of each of its settings."""
    if given is not None:
        return given, {"retry": "the argument retry"}
    mode, attempts = sources.configured("retry_mode"), sources.configured("max_attempts")
    policy = RetryPolicy(
        mode=_read_mode(mode) if mode else "standard",
        max_attempts=_read_attempts(attempts) if attempts else 3,
    )
    return policy, _origins(mode, attempts)


def _read_mode(found: Found) -> RetryMode:
    mode = _MODES.get(found.value.lower())
    if mode is None:
        expected = ", ".join(_MODES)
        raise MisconfiguredError(f"{found.source}: expected one of {expected}, got {found.value!r}")
    return mode


def _read_attempts(found: Found) -> int:
    text = found.value.strip()
    if not re.fullmatch(_ATTEMPTS, text):
        raise MisconfiguredError(
            f"{found.source}: expected a whole number of attempts, 1 or more, got {found.value!r}"
        )
    return int(text)


def _origins(mode: Found | None, attempts: Found | None) -> Mapping[str, str]:
    found = origins({"retry mode": mode, "max attempts": attempts})
    if mode and mode.value.lower() == "legacy":
        found["retry mode"] += " (legacy, which is standard here)"
    return found
