"""The table of faults with retries: what is sent again, after which wait, and how the call ends."""

from typing import Final

from attrs import evolve

from tests.faults.retry_case import QUICK, Failure, RetryCase, Wait
from tests.faults.wire import then

_AT_ONCE: Final = Wait(0.0, 0.0)
_SHORT: Final = Wait(0.0, 0.01)
_LONGER: Final = Wait(0.0, 0.02)
_AS_ASKED: Final = Wait(0.05, 0.05)

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
_LIMIT_OF_KEYS: Final = Failure("LimitExceededException", 400)
_LOST: Final = Failure("ConnectionLostError")
_BROKEN: Final = Failure("ProtocolError")
_SLOW: Final = Failure("AttemptTimeoutError")
_UNREADABLE: Final = Failure("ResponseParseError", 200)
_EXPIRED: Final = Failure("RequestExpiredException", 400)
_SIGNATURE: Final = Failure("InvalidSignatureException", 400)


def _again(command: str) -> str:
    return then(command, "echo")


THROTTLING: Final = (
    RetryCase("throttles once", _again("throttled"), (_THROTTLED,), (_SHORT,)),
    RetryCase("throttles twice", then("throttled", "throttled", "echo"), (_THROTTLED, _THROTTLED), (_SHORT, _LONGER)),
    RetryCase("throttles every time", "throttled", (_THROTTLED,) * 3, (_SHORT, _LONGER), end="ThrottlingException"),
    RetryCase("throttles once and asks for 50 ms", _again("throttled-50"), (_THROTTLED,), (_AS_ASKED,)),
    RetryCase("throttles every time and asks for 50 ms", "throttled-50", (_THROTTLED,) * 3, (_AS_ASKED,) * 2, end="ThrottlingException"),
    RetryCase("asks for 50 ms of a client that does not obey", _again("throttled-50"), (_THROTTLED,), (_SHORT,), policy=evolve(QUICK, respect_retry_after=False)),
    RetryCase("asks for a minute, of which five seconds count, of a call with two", _again("throttled-minute"), (_THROTTLED,), end="DeadlineExceededError", last_error="ThrottlingException", sent="maybe", within=2.0),
    RetryCase("asks for a number of 5,000 digits, of a call with two seconds", _again("throttled-digits"), (_THROTTLED,), end="DeadlineExceededError", last_error="ThrottlingException", sent="maybe", within=2.0),
    RetryCase("asks for -50 ms", _again("throttled-negative"), (_THROTTLED,), (_SHORT,)),
    RetryCase("asks for half a millisecond", _again("throttled-fraction"), (_THROTTLED,), (_SHORT,)),
    RetryCase("asks for `soon`", _again("throttled-soon"), (_THROTTLED,), (_SHORT,)),
    RetryCase("asks for 30 seconds in HTTP's own `Retry-After`", _again("throttled-http"), (_THROTTLED,), (_SHORT,)),
    RetryCase("answers 429 with nothing, once", _again("too-many"), (_TOO_MANY,), (_SHORT,)),
    RetryCase("answers 503 `SlowDown`, once", _again("slow-down"), (_SLOW_DOWN,), (_SHORT,)),
    RetryCase("throttles once, asked for a new key", _again("throttled"), (_THROTTLED,), (_SHORT,), creates=True),
    RetryCase("throttles a client whose bucket holds too few tokens", _again("throttled"), (_THROTTLED,), end="ThrottlingException", policy=evolve(QUICK, quota=4)),
    RetryCase("says that a quota is used up", _again("limit"), (_LIMIT,), end="UnmodeledServiceError"),
    RetryCase("says that the quota of keys is used up", _again("limit"), (_LIMIT_OF_KEYS,), end="LimitExceededException", creates=True),
)  # fmt: skip

FAILING: Final = (
    RetryCase("fails once", _again("internal"), (_INTERNAL,), (_SHORT,)),
    RetryCase("fails every time", "internal", (_INTERNAL,) * 3, (_SHORT, _LONGER), end="KMSInternalException"),
    RetryCase("says once that a system behind it is too slow", _again("dependency"), (_DEPENDENCY,), (_SHORT,)),
    RetryCase("says once that the key cannot be reached", _again("unavailable"), (_UNAVAILABLE,), (_SHORT,)),
    RetryCase("answers 503 with nothing, once", _again("empty-503"), (_BARE_503,), (_SHORT,)),
    RetryCase("answers 502 with HTML, once", _again("html-502"), (_BARE_502,), (_SHORT,)),
    RetryCase("fails once, asked for a new key", _again("internal"), (_INTERNAL,), (_SHORT,), creates=True),
    RetryCase("answers 502 with HTML, asked for a new key", _again("html-502"), (_BARE_502,), end="UnmodeledServiceError", creates=True),
    RetryCase("fails, throttles, loses the connection", then("internal", "throttled", "fin-unanswered"), (_INTERNAL, _THROTTLED, _LOST), (_SHORT, _LONGER), end="ConnectionLostError", sent="maybe"),
    RetryCase("refuses", _again("modelled-error"), (_DISABLED,), end="DisabledException"),
    RetryCase("answers with half of the JSON", _again("half-json"), (_UNREADABLE,), end="ResponseParseError"),
)  # fmt: skip

LOSING: Final = (
    RetryCase("closes the connection instead of answering, once", _again("fin-unanswered"), (_LOST,), (_SHORT,)),
    RetryCase("resets the connection instead of answering, once", _again("reset-unanswered"), (_LOST,), (_SHORT,)),
    RetryCase("resets the connection instead of answering, every time", "reset-unanswered", (_LOST,) * 3, (_SHORT, _LONGER), end="ConnectionLostError", sent="maybe"),
    RetryCase("closes the connection within the body, once", _again("fin-in-body"), (_LOST,), (_SHORT,)),
    RetryCase("sends junk before its answer, once", _again("junk-before"), (_BROKEN,), (_SHORT,)),
    RetryCase("sends a body of 10 MB, once", _again("large-body"), (_BROKEN,), (_SHORT,)),
    RetryCase("does not answer in time, once", _again("silence"), (_SLOW,), (_SHORT,), attempt=0.3),
    RetryCase("never answers in time", "silence", (_SLOW,) * 3, (_SHORT, _LONGER), end="AttemptTimeoutError", sent="maybe", attempt=0.3),
    RetryCase("closes the connection instead of answering, asked for a new key", _again("fin-unanswered"), (_LOST,), end="ConnectionLostError", sent="maybe", creates=True),
    RetryCase("resets the connection instead of answering, asked for a new key", _again("reset-unanswered"), (_LOST,), end="ConnectionLostError", sent="maybe", creates=True),
    RetryCase("does not answer in time, asked for a new key", _again("silence"), (_SLOW,), end="AttemptTimeoutError", sent="maybe", attempt=0.3, creates=True),
    RetryCase("closes the connection once, asked for a new key by a client that repeats creations", _again("fin-unanswered"), (_LOST,), (_SHORT,), creates=True, policy=evolve(QUICK, retry_creations=True)),
)  # fmt: skip

TIMES: Final = (
    RetryCase("has a clock that is 3 hours ahead, and says so", "ahead", (_EXPIRED,), (_AT_ONCE,)),
    RetryCase("has a clock that is 3 hours behind, and says so", "behind", (_EXPIRED,), (_AT_ONCE,)),
    RetryCase("has a clock that is 3 hours ahead, and calls the signature wrong", "ahead-unsaid", (_SIGNATURE,), (_AT_ONCE,)),
    RetryCase("calls the request expired every time, with a `Date` 3 hours ahead", "expired", (_EXPIRED,) * 2, (_AT_ONCE,), end="RequestExpiredException"),
    RetryCase("calls the signature wrong, with a `Date` that is right", "wrong-key", (_SIGNATURE,), end="InvalidSignatureException"),
    RetryCase("calls the request expired, without `Date`", "no-date", (_EXPIRED,), end="RequestExpiredException"),
    RetryCase("calls the request expired, with a `Date` that is none", "junk-date", (_EXPIRED,), end="RequestExpiredException"),
    RetryCase("calls the request expired, with a `Date` of 1066", "far-date", (_EXPIRED,), end="RequestExpiredException"),
)  # fmt: skip

RETRY_GROUPS: Final = {
    "Throttling": THROTTLING,
    "Failing": FAILING,
    "Losing answers": LOSING,
    "Wrong clocks": TIMES,
}
RETRY_CASES: Final = tuple(case for cases in RETRY_GROUPS.values() for case in cases)
