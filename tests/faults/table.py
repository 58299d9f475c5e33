"""Writes the page of faults from the cases, and the tables of operations in that of retries: `python -m tests.faults.table`."""

from pathlib import Path
from typing import Final

import smaws_kms as kms
from tests.faults.case import FORGED, OWN, Case, Outcome
from tests.faults.cases import GROUPS
from tests.faults.operations_table import PAGE as RETRIES, page_with
from tests.faults.repeats import repeat_after
from tests.faults.retry_table import render_retries
from tests.faults.rows import row_of

PAGE: Final = Path(__file__).parents[2] / "docs" / "explanation" / "faults.md"

_INTRODUCTION: Final = """\
# Faults

What becomes of a call when the server, or something before it, does what it should not.
`tests/faults` tries every row: async and blocking, in plain HTTP and over TLS, on the engine and on httpx's transports.
With retries switched off, each time the call ends as the table says, within its time, after at most one request; no text of errors, logs and warnings holds a secret; and the next three calls on the same client succeed, each with its own answer, but for the rows that say otherwise.

`sent` is the error's: `no` when the service cannot have seen the request.
The connection is *kept* when the next call uses it, and *another* when this call did not use the one that was there.
*Repeated* is what a client with default settings does instead of ending the call there: it sends the request again, at most twice; the answer of a creation that got lost, such as `CreateKey`'s, excepted.
[With retries](#with-retries) follows some calls to their end.
The last column says where httpx's transports, which serve proxies and systems that the engine does not know, do worse, with httpx 0.28.1 and httpcore 1.0.9; the texts of their errors are less exact too.

This page is written by `make faults`, from `tests/faults/cases.py` and `tests/faults/retry_cases.py`.
"""
_HEAD: Final = """\
| The server | The call ends in | `sent` | Repeated | Connection | Instead |
|---|---|---|---|---|---|"""


def render() -> str:
    """Return the page."""
    parts = [_INTRODUCTION]
    for heading, cases in GROUPS.items():
        parts.append(f"## {heading}\n")
        parts.append("\n".join((_HEAD, *map(_row, cases))) + "\n")
    return "\n".join([*parts, render_retries()])


def _row(case: Case) -> str:
    outcome = case.outcome
    cells = (
        case.name,
        _end(outcome),
        outcome.sent or "",
        _repeated(outcome),
        _connection(case, outcome),
        "; ".join(_instead(case, *pair) for pair in case.instead.items()),
    )
    return row_of(*cells)


def _repeated(outcome: Outcome) -> str:
    """Say which of two operations a client with default settings would send again."""
    error = outcome.error
    if error is None:
        return ""
    if repeat_after(error, kms.Encrypt) is None:
        return "no"
    return "yes" if repeat_after(error, kms.CreateKey) else "but for creations"


def _end(outcome: Outcome) -> str:
    if outcome.got in {OWN, FORGED}:
        return outcome.got.replace(OWN, f"`{OWN}`", 1)
    return f"`{outcome.got}`" + (f": {outcome.says}" if outcome.says else "")


def _connection(case: Case, outcome: Outcome) -> str:
    if case.address != "server":
        return ""
    if case.before not in {None, "echo"}:
        return "another"
    return {True: "kept", False: "closed", None: "either"}[outcome.reused]


def _instead(case: Case, where: str, found: Outcome) -> str:
    """Say what differs on a transport."""
    said: list[str] = []
    if found.got != case.outcome.got:
        said.append(f"`{found.got}`")
    if found.late:
        said.append("long after its time")
    if found.next == FORGED:
        said.append("**the next call is served the forged answer**")
    elif found.next != OWN:
        said.append(f"the next call fails with `{found.next}`")
    elif found.reused != case.outcome.reused:
        said.append(_connection(case, found))
    return f"{where}: {', '.join(said)}"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8", newline="\n")
    RETRIES.write_text(
        page_with(RETRIES.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
    )
