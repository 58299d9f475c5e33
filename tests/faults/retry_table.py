"""The part of the page of faults that is about retries."""

from itertools import groupby
from typing import Final

from tests.faults.case import OWN
from tests.faults.retry_case import QUICK, Failure, RetryCase
from tests.faults.retry_cases import RETRY_GROUPS
from tests.faults.rows import row_of

_INTRODUCTION: Final = f"""\
## With retries

The same with retries, as they are by default; only waits begin at {QUICK.base_delay} s, after throttling too, so that a test can afford them.
`tests/faults` sees the attempts in the metadata, with their errors and waits; that each is one request, of the same call, with its number in `amz-sdk-request`; that a wait is no more than it may be, or just what the service asked for; and that the next three calls succeed over one connection.
Calls are `Encrypt`, and `CreateKey` where a new key is asked for.
After a clock was corrected, the client's next calls are right at once, and another client goes by its own clock.
"""
_HEAD: Final = """\
| The server | The call ends in | Requests | AttemptTimeouts | Attempts that fail |
|---|---|---|---|---|"""


def render_retries() -> str:
    """Return it."""
    parts = [_INTRODUCTION]
    for heading, cases in RETRY_GROUPS.items():
        parts.append(f"### {heading}\n")
        parts.append("\n".join((_HEAD, *map(_row, cases))) + "\n")
    return "\n".join(parts)


def _row(case: RetryCase) -> str:
    return row_of(
        case.name,
        _end(case),
        str(case.requests),
        ", ".join(map(str, case.waits)),
        _in_short(case.failures),
    )


def _end(case: RetryCase) -> str:
    if case.end == OWN:
        return f"`{OWN}`"
    last = f" with the last error `{case.last_error}`" if case.last_error else ""
    sent = f', `sent` "{case.sent}"' if case.sent else ""
    return f"`{case.end}`{last}{sent}"


def _in_short(failures: tuple[Failure, ...]) -> str:
    """Say what the attempts end in, the same only once."""
    runs = [(failure, len([*run])) for failure, run in groupby(failures)]
    return ", ".join(
        f"{count} times {_said(failure)}" if count > 1 else _said(failure)
        for failure, count in runs
    )


def _said(failure: Failure) -> str:
    return f"`{failure.error}`" + (f" ({failure.status})" if failure.status else "")
