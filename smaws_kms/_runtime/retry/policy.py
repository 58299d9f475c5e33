"""Numbers of a client's retries, as a value that users pass in.

The defaults are those of the standard that the AWS SDKs share, as of 2026 ("Retries 2.1",
https://aws.amazon.com/blogs/developer/announcing-updated-retry-behavior-for-aws-sdks-and-tools);
`RetryPolicy.legacy_standard` has the earlier ones. `backoff` computes delays from them,
`token_bucket` counts the tokens, `classification` selects the errors.
"""

import math
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from attrs import field, frozen

from smaws_kms._runtime.support.call_arguments import explain_constructor
from smaws_kms._runtime.support.comparable import Comparable
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.support.type_names import name_of

if TYPE_CHECKING:
    from attrs import Attribute

RetryMode: TypeAlias = Literal["standard", "adaptive", "off"]
"""`adaptive` is `standard` with a rate limit for each operation; `off` sends every request once."""


def _check_mode(_: object, __: object, value: object) -> None:
    if value not in get_args(RetryMode):
        raise TypeError(f"RetryPolicy.mode must be 'standard', 'adaptive' or 'off', not {value!r}")


def _check_flag(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if not isinstance(value, bool):
        raise _wrong_type(attribute, "bool", value)


def _check_attempts(_: object, attribute: "Attribute[Any]", value: object) -> None:
    _check_whole(attribute, value, at_least=1)


def _check_cost(_: object, attribute: "Attribute[Any]", value: object) -> None:
    _check_whole(attribute, value, at_least=0)


def _check_retry_tokens(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is not None:
        _check_whole(attribute, value, at_least=0)


def _check_whole(attribute: "Attribute[Any]", value: object, *, at_least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong_type(attribute, "int", value)
    if value < at_least:
        raise ValueError(f"RetryPolicy.{attribute.name} must be {at_least} or more")


def _check_seconds(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong_type(attribute, "float", value)
    if not 0 <= value < math.inf:
        raise ValueError(f"RetryPolicy.{attribute.name} must be 0 or more, and finite")


def _wrong_type(attribute: "Attribute[Any]", expected: str, value: object) -> TypeError:
    return TypeError(f"RetryPolicy.{attribute.name} must be {expected}, not {name_of(value)}")


_ADVICE: Final = {
    "max_retries": "write max_attempts=..., which counts the first attempt too",
    "retries": "write max_attempts=..., which counts the first attempt too",
    "attempts": "write max_attempts=...",
    "total_max_attempts": "write max_attempts=...",
    "retry_mode": "write mode=...",
    "backoff": "write base_delay=... and max_delay=...",
    "base_backoff": "write base_delay=...",
    "max_backoff": "write max_delay=...",
    "quota": "write retry_tokens=...",
    "retry_quota": "write retry_tokens=...",
}
"""Advice by argument that users try."""


@explain_constructor(_ADVICE)
@frozen(kw_only=True, eq=False, repr=False)
class RetryPolicy(Comparable):
    """When a client retries, and after which delay.

    The delay after attempt `n` is random: between 0 and `base * 2 ** (n - 1)` seconds, at most
    `max_delay`. Each retry takes tokens from a bucket that a client shares with its derived clients.
    Successes return tokens; while the bucket is empty, nothing is retried.
    """

    max_attempts: int = field(default=3, validator=_check_attempts)
    """Attempts of a call at most, the first one included."""
    mode: RetryMode = field(default="standard", validator=_check_mode)
    """`standard`; `adaptive`, which also limits each operation's rate when throttled; or `off`."""
    base_delay: float = field(default=0.05, validator=_check_seconds)
    """Seconds that the delays of a call start from."""
    throttling_base_delay: float = field(default=1.0, validator=_check_seconds)
    """Seconds that the delays of a call start from after throttling."""
    max_delay: float = field(default=20.0, validator=_check_seconds)
    """Longest delay in seconds, before `x-amz-retry-after` adds to it."""
    respect_retry_after: bool = field(default=True, validator=_check_flag)
    """Whether the service's `x-amz-retry-after` may add up to 5 seconds to a delay."""
    retry_tokens: int | None = field(default=500, validator=_check_retry_tokens)
    """Tokens that the bucket holds; `None` for no bucket."""
    retry_cost: int = field(default=14, validator=_check_cost)
    """Tokens that a retry takes."""
    timeout_cost: int = field(default=14, validator=_check_cost)
    """Tokens that a retry after a timeout takes."""
    throttling_cost: int = field(default=5, validator=_check_cost)
    """Tokens that a retry after throttling takes; none in adaptive mode."""
    retry_creations: bool = field(default=False, validator=_check_flag)
    """Whether to retry after a lost response even if that may create a second resource."""

    @property
    def attempts(self) -> int:
        """Attempts of a call at most, by `max_attempts` and `mode`."""
        return 1 if self.mode == "off" else self.max_attempts

    @classmethod
    def legacy_standard(
        cls,
        *,
        max_attempts: int = 3,
        mode: RetryMode = "standard",
        retry_creations: bool = False,
    ) -> "RetryPolicy":
        """Return a policy with the numbers of the standard before 2026.

        Args:
            max_attempts: Attempts of a call at most.
            mode: `standard`, `adaptive` or `off`.
            retry_creations: Whether to retry after a lost response even if that may create a
                second resource.
        """
        # Read from botocore 1.43.67, retries/standard.py.
        return cls(
            max_attempts=max_attempts,
            mode=mode,
            base_delay=1.0,
            respect_retry_after=False,
            retry_cost=5,
            timeout_cost=10,
            retry_creations=retry_creations,
        )


publish(globals(), names=("RetryPolicy",))
