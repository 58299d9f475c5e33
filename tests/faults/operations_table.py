"""Tables for the page about retries: which operation is retried after which failure."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import smaws_kms as kms
from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.retry.idempotency import mark_lost_response
from tests.faults.case import retry_after
from tests.faults.transports import AnyOperation
from tests.unit.redaction.secret_programs import OPERATIONS

PAGE: Final = Path(__file__).parents[2] / "docs" / "explanation" / "retries.md"
_BEGIN: Final = "<!-- Written by `make faults` -->\n"
_END: Final = "<!-- Until here -->\n"

_DEFAULTS: Final = """\
Whether a client with default settings retries after a failed first attempt, and the longest delay before the retry; computed for every operation:"""
_ALREADY_DONE: Final = """\
If a response is lost, the retry may find that the first attempt has done the work; its error then has `maybe_done`:"""

FAILURES: Final[Mapping[str, SmawsError]] = {
    "no connection": kms.ConnectError("", sent="no"),
    "the response lost, or not HTTP": kms.ConnectionLostError(""),
    "no response within `Timeout.attempt`": kms.AttemptTimeoutError(""),
    "a bare 500, 502, 503 or 504": kms.UnmodeledServiceError(status_code=502),
    "`KMSInternalException`, `DependencyTimeoutException`, `KeyUnavailableException`": (
        kms.KMSInternalException(status_code=500)
    ),
    "throttling": kms.ThrottlingException(),
    "an exhausted quota": kms.LimitExceededException(),
    "an unreadable response": kms.ResponseParseError(""),
    "any other service error": kms.NotFoundException(),
}
"""The failures of an attempt, with an error for each."""


def verdicts(operation: AnyOperation, *, idempotent: bool = False) -> tuple[str, ...]:
    """Return for each failure whether the operation is retried, and the longest delay.

    Args:
        operation: The operation that is called.
        idempotent: Whether the request sets the operation's idempotency member.
    """
    member = operation.creates and operation.creates.idempotency_member
    request = SimpleNamespace(**({member: "set" if idempotent else None} if member else {}))
    return tuple(_verdict(error, operation, request) for error in FAILURES.values())


def _verdict(error: SmawsError, operation: AnyOperation, request: object) -> str:
    decision = retry_after(error, operation, request)
    return "no" if decision is None else f"after up to {decision.delay} s"


def classes() -> Mapping[tuple[str, ...], list[str]]:
    """Group the operations by their verdicts."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, idempotent, operation in _forms():
        found.setdefault(verdicts(operation, idempotent=idempotent), []).append(name)
    return found


def _forms() -> Iterator[tuple[str, bool, AnyOperation]]:
    """Yield every operation, with and without its idempotency member if it has one."""
    for name, operation in sorted(OPERATIONS.items()):
        member = operation.creates and operation.creates.idempotency_member
        if member:
            yield f"`{name}` without `{member}`", False, operation
            yield f"`{name}` with `{member}`", True, operation
        else:
            yield f"`{name}`", False, operation


def already_done_errors() -> Iterator[tuple[str, list[str]]]:
    """Yield the operations whose retries may find the work done, and the errors that report it."""
    for name, operation in sorted(OPERATIONS.items()):
        marked = (mark_lost_response(error(), operation) for error in operation.errors)
        names = [
            f"`{type(error).__name__}`" for error in marked if getattr(error, "maybe_done", False)
        ]
        if names:
            yield name, names


def row_of(*cells: str) -> str:
    """Return a table row in Markdown."""
    return f"| {' | '.join(cell.replace('|', r'&#124;') for cell in cells)} |"


def render_operations() -> str:
    """Return the tables in Markdown."""
    most, *others = sorted(classes().items(), key=lambda pair: -len(pair[1]))
    conditional = [name for name in most[1] if " " in name]
    plain = f"{len(most[1]) - len(conditional)} operations"
    heads = [", ".join((plain, *conditional)), *(", ".join(it[1]) for it in others)]
    ends = zip(FAILURES, most[0], *(it[0] for it in others), strict=True)
    lines = [
        _DEFAULTS,
        "",
        row_of("the attempt ends in", *heads),
        row_of(*["---"] * (len(heads) + 1)),
        *(row_of(*cells) for cells in ends),
        "",
        _ALREADY_DONE,
        "",
        row_of("operation", "error that an earlier attempt may have caused"),
        row_of("---", "---"),
        *(row_of(f"`{name}`", ", ".join(names)) for name, names in already_done_errors()),
    ]
    return "\n".join(lines) + "\n"


def page_with(text: str) -> str:
    """Return the page with its tables replaced."""
    before, _, rest = text.partition(_BEGIN)
    _, found, after = rest.partition(_END)
    assert found
    return f"{before}{_BEGIN}\n{render_operations()}\n{_END}{after}"
