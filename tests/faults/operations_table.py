"""What is repeated, by operation: a part of the page about retries, asked of rules and facts."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import smaws_kms as kms
from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.retry.idempotency import mark_lost_response
from tests.faults.kinds import AnyOperation
from tests.faults.repeats import repeat_after
from tests.faults.rows import row_of
from tests.unit.redaction.secret_programs import OPERATIONS

PAGE: Final = Path(__file__).parents[2] / "docs" / "explanation" / "retries.md"
_BEGIN: Final = "<!-- Written by `make faults` -->\n"
_END: Final = "<!-- Until here -->\n"

_DEFAULTS: Final = """\
Asked of every operation, this is what a client with default settings does after a first attempt that failed, and the longest that it waits:"""
_DONE_BEFORE: Final = """\
When an answer got lost, a repeat may find the work done; its error then has `maybe_done`:"""

ENDS: Final[Mapping[str, SmawsError]] = {
    "no connection": kms.ConnectError("", sent="no"),
    "the answer lost, or not HTTP": kms.ConnectionLostError(""),
    "no answer within `Timeout.attempt`": kms.AttemptTimeoutError(""),
    "a bare 500, 502, 503 or 504": kms.UnmodeledServiceError(status_code=502),
    "`KMSInternalException`, `DependencyTimeoutException`, `KeyUnavailableException`": (
        kms.KMSInternalException(status_code=500)
    ),
    "throttling": kms.ThrottlingException(),
    "a quota that is used up": kms.LimitExceededException(),
    "an answer that cannot be read": kms.ResponseParseError(""),
    "any other refusal": kms.NotFoundException(),
}
"""How an attempt may end."""


def verdicts(operation: AnyOperation, *, told_apart: bool = False) -> tuple[str, ...]:
    """Return for each end of an attempt what becomes of the call.

    Args:
        operation: What is called.
        told_apart: Whether the request has the member by which two creations are told apart.
    """
    member = operation.creates and operation.creates.idempotency_member
    request = SimpleNamespace(**({member: "set" if told_apart else None} if member else {}))
    return tuple(_verdict(error, operation, request) for error in ENDS.values())


def _verdict(error: SmawsError, operation: AnyOperation, request: object) -> str:
    again = repeat_after(error, operation, request)
    return "no" if again is None else f"after up to {again.delay} s"


def classes() -> Mapping[tuple[str, ...], list[str]]:
    """Return the operations by what is repeated of them."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, told_apart, operation in _forms():
        found.setdefault(verdicts(operation, told_apart=told_apart), []).append(name)
    return found


def _forms() -> Iterator[tuple[str, bool, AnyOperation]]:
    """Yield every operation, twice if it depends on a member of the request."""
    for name, operation in sorted(OPERATIONS.items()):
        member = operation.creates and operation.creates.idempotency_member
        if member:
            yield f"`{name}` without `{member}`", False, operation
            yield f"`{name}` with `{member}`", True, operation
        else:
            yield f"`{name}`", False, operation


def already_done_errors() -> Iterator[tuple[str, list[str]]]:
    """Yield the operations whose repeats may find the work done, and the errors that say so."""
    for name, operation in sorted(OPERATIONS.items()):
        told = (mark_lost_response(error(), operation) for error in operation.errors)
        names = [
            f"`{type(error).__name__}`" for error in told if getattr(error, "maybe_done", False)
        ]
        if names:
            yield name, names


def render_operations() -> str:
    """Return the tables."""
    most, *others = sorted(classes().items(), key=lambda pair: -len(pair[1]))
    conditional = [name for name in most[1] if " " in name]
    plain = f"{len(most[1]) - len(conditional)} operations"
    heads = [", ".join((plain, *conditional)), *(", ".join(it[1]) for it in others)]
    ends = zip(ENDS, most[0], *(it[0] for it in others), strict=True)
    lines = [
        _DEFAULTS,
        "",
        row_of("the attempt ended in", *heads),
        row_of(*["---"] * (len(heads) + 1)),
        *(row_of(*cells) for cells in ends),
        "",
        _DONE_BEFORE,
        "",
        row_of("operation", "an error that an earlier attempt may be the reason for"),
        row_of("---", "---"),
        *(row_of(f"`{name}`", ", ".join(names)) for name, names in already_done_errors()),
    ]
    return "\n".join(lines) + "\n"


def page_with(text: str) -> str:
    """Return a page with the tables at their place."""
    before, _, rest = text.partition(_BEGIN)
    _, found, after = rest.partition(_END)
    assert found
    return f"{before}{_BEGIN}\n{render_operations()}\n{_END}{after}"
