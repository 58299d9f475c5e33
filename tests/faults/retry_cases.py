"""Every fault with retries: the attempts, the delays between them, and the outcome."""

from typing import Final

from attrs import evolve

from tests.faults.messages import then
from tests.faults.retry_case import SHORT_DELAYS, Delay, Failure, RetryCase

_AT_ONCE: Final = Delay(0.0, 0.0)
_SHORT: Final = Delay(0.0, 0.01)
_LONGER: Final = Delay(0.0, 0.02)
_REQUESTED: Final = Delay(0.05, 0.05)

_THROTTLED: Final = Failure("ThrottlingException", 400)
_TOO_MANY: Final = Failure("UnmodeledServiceError", 429)
_SLOW_DOWN: Final = Failure("ThrottlingException", 503)
_BARE_502: Final = Failure("UnmodeledServiceError", 502)
_BARE_503: Final = Failure("UnmodeledServiceError", 503)
_INTERNAL: Final = Failure("KMSInternalException", 500)
_DEPENDENCY: Final = Failure("DependencyTimeoutException", 503)
_UNAVAILABLE: Final = Failure("KeyUnavailableException", 500)
_DISABLED: Final = Failure("DisabledException", 400)
_LIMIT: Final = Failure("UnmodeledServiceError", 400)
_KEY_LIMIT: Final = Failure("LimitExceededException", 400)
_LOST: Final = Failure("ConnectionLostError")
_BROKEN: Final = Failure("ProtocolError")
_SLOW: Final = Failure("AttemptTimeoutError")
_UNREADABLE: Final = Failure("ResponseParseError", 200)
_EXPIRED: Final = Failure("RequestExpiredException", 400)
_SIGNATURE: Final = Failure("InvalidSignatureException", 400)


def _once(command: str) -> str:
    return then(command, "echo")


THROTTLING: Final = (
    RetryCase("throttles once", _once("throttled"), (_THROTTLED,), (_SHORT,)),
    RetryCase("throttles twice", then("throttled", "throttled", "echo"), (_THROTTLED, _THROTTLED), (_SHORT, _LONGER)),
    RetryCase("throttles every time", "throttled", (_THROTTLED,) * 3, (_SHORT, _LONGER), end="ThrottlingException"),
    RetryCase("throttles once with `x-amz-retry-after: 50`", _once("throttled-50"), (_THROTTLED,), (_REQUESTED,)),
    RetryCase("throttles every time with `x-amz-retry-after: 50`", "throttled-50", (_THROTTLED,) * 3, (_REQUESTED,) * 2, end="ThrottlingException"),
    RetryCase("sends `x-amz-retry-after: 50` to a client with `respect_retry_after=False`", _once("throttled-50"), (_THROTTLED,), (_SHORT,), policy=evolve(SHORT_DELAYS, respect_retry_after=False)),
    RetryCase("asks for a delay of a minute (5 s count), the deadline is in 4 s", _once("throttled-minute"), (_THROTTLED,), end="DeadlineExceededError", last_error="ThrottlingException", sent="maybe", within=4.0),
    RetryCase("asks for a delay of 5,000 digits, the deadline is in 4 s", _once("throttled-digits"), (_THROTTLED,), end="DeadlineExceededError", last_error="ThrottlingException", sent="maybe", within=4.0),
    RetryCase("asks for a delay of -50 ms", _once("throttled-negative"), (_THROTTLED,), (_SHORT,)),
    RetryCase("asks for a delay of half a millisecond", _once("throttled-fraction"), (_THROTTLED,), (_SHORT,)),
    RetryCase("asks for a delay of `soon`", _once("throttled-soon"), (_THROTTLED,), (_SHORT,)),
    RetryCase("asks for 30 seconds in the standard `Retry-After`", _once("throttled-http"), (_THROTTLED,), (_SHORT,)),
    RetryCase("responds 429 with an empty body, once", _once("too-many"), (_TOO_MANY,), (_SHORT,)),
    RetryCase("responds 503 `SlowDown`, once", _once("slow-down"), (_SLOW_DOWN,), (_SHORT,)),
    RetryCase("throttles once, on `CreateKey`", _once("throttled"), (_THROTTLED,), (_SHORT,), creates=True),
    RetryCase("throttles a client whose token bucket is almost empty", _once("throttled"), (_THROTTLED,), end="ThrottlingException", policy=evolve(SHORT_DELAYS, retry_tokens=4)),
    RetryCase("reports an exhausted quota", _once("limit"), (_LIMIT,), end="UnmodeledServiceError"),
    RetryCase("reports the exhausted quota of keys", _once("limit"), (_KEY_LIMIT,), end="LimitExceededException", creates=True),
)  # fmt: skip

FAILING: Final = (
    RetryCase("fails once", _once("internal"), (_INTERNAL,), (_SHORT,)),
    RetryCase("fails every time", "internal", (_INTERNAL,) * 3, (_SHORT, _LONGER), end="KMSInternalException"),
    RetryCase("reports once that a dependency timed out", _once("dependency"), (_DEPENDENCY,), (_SHORT,)),
    RetryCase("reports once that the key is unavailable", _once("unavailable"), (_UNAVAILABLE,), (_SHORT,)),
    RetryCase("responds 503 with an empty body, once", _once("empty-503"), (_BARE_503,), (_SHORT,)),
    RetryCase("responds 502 with HTML, once", _once("html-502"), (_BARE_502,), (_SHORT,)),
    RetryCase("fails once, on `CreateKey`", _once("internal"), (_INTERNAL,), (_SHORT,), creates=True),
    RetryCase("responds 502 with HTML, on `CreateKey`", _once("html-502"), (_BARE_502,), end="UnmodeledServiceError", creates=True),
    RetryCase("fails, throttles, then closes the connection", then("internal", "throttled", "fin-unanswered"), (_INTERNAL, _THROTTLED, _LOST), (_SHORT, _LONGER), end="ConnectionLostError", sent="maybe"),
    RetryCase("refuses the request", _once("modelled-error"), (_DISABLED,), end="DisabledException"),
    RetryCase("responds with truncated JSON", _once("half-json"), (_UNREADABLE,), end="ResponseParseError"),
)  # fmt: skip

LOSING: Final = (
    RetryCase("closes the connection instead of responding, once", _once("fin-unanswered"), (_LOST,), (_SHORT,)),
    RetryCase("resets the connection instead of responding, once", _once("reset-unanswered"), (_LOST,), (_SHORT,)),
    RetryCase("resets the connection instead of responding, every time", "reset-unanswered", (_LOST,) * 3, (_SHORT, _LONGER), end="ConnectionLostError", sent="maybe"),
    RetryCase("closes the connection in the middle of the body, once", _once("fin-in-body"), (_LOST,), (_SHORT,)),
    RetryCase("sends junk before its response, once", _once("junk-before"), (_BROKEN,), (_SHORT,)),
    RetryCase("sends a body of 10 MB, once", _once("large-body"), (_BROKEN,), (_SHORT,)),
    RetryCase("does not respond in time, once", _once("silence"), (_SLOW,), (_SHORT,), attempt=0.3),
    RetryCase("never responds in time", "silence", (_SLOW,) * 3, (_SHORT, _LONGER), end="AttemptTimeoutError", sent="maybe", attempt=0.3),
    RetryCase("closes the connection instead of responding, on `CreateKey`", _once("fin-unanswered"), (_LOST,), end="ConnectionLostError", sent="maybe", creates=True),
    RetryCase("resets the connection instead of responding, on `CreateKey`", _once("reset-unanswered"), (_LOST,), end="ConnectionLostError", sent="maybe", creates=True),
    RetryCase("does not respond in time, on `CreateKey`", _once("silence"), (_SLOW,), end="AttemptTimeoutError", sent="maybe", attempt=0.3, creates=True),
    RetryCase("closes the connection once, on `CreateKey` with `retry_creations=True`", _once("fin-unanswered"), (_LOST,), (_SHORT,), creates=True, policy=evolve(SHORT_DELAYS, retry_creations=True)),
)  # fmt: skip

TIMES: Final = (
    RetryCase("has a clock 3 hours ahead, and sends `RequestExpired`", "ahead", (_EXPIRED,), (_AT_ONCE,)),
    RetryCase("has a clock 3 hours behind, and sends `RequestInTheFuture`", "behind", (_EXPIRED,), (_AT_ONCE,)),
    RetryCase("has a clock 3 hours ahead, and sends `InvalidSignatureException`", "ahead-unsaid", (_SIGNATURE,), (_AT_ONCE,)),
    RetryCase("sends `RequestExpired` every time, with a `Date` 3 hours ahead", "expired", (_EXPIRED,) * 2, (_AT_ONCE,), end="RequestExpiredException"),
    RetryCase("sends `InvalidSignatureException` with a correct `Date`", "wrong-key", (_SIGNATURE,), end="InvalidSignatureException"),
    RetryCase("sends `RequestExpired` without `Date`", "no-date", (_EXPIRED,), end="RequestExpiredException"),
    RetryCase("sends `RequestExpired` with an invalid `Date`", "junk-date", (_EXPIRED,), end="RequestExpiredException"),
    RetryCase("sends `RequestExpired` with a `Date` of 1066", "far-date", (_EXPIRED,), end="RequestExpiredException"),
)  # fmt: skip

RETRY_GROUPS: Final = {
    "Throttling": THROTTLING,
    "Server errors": FAILING,
    "Lost responses": LOSING,
    "Clock skew": TIMES,
}
RETRY_CASES: Final = tuple(case for cases in RETRY_GROUPS.values() for case in cases)
