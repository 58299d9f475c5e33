"""Print requests and results of the tour: short, and without secrets."""

import re
import textwrap
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from threading import Lock
from typing import Any, Final, TypeAlias, TypeVar

import attrs

import smaws_kms as kms

Res = TypeVar("Res")
Exc = TypeVar("Exc")

AnyOperation: TypeAlias = kms.OperationModel[Any, Any, Any]

UUID: Final = re.compile(r"([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
LONGEST: Final = 60
LARGE: Final = 2
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def short(text: str) -> str:
    """Shorten UUIDs, and replace the middle of a long text by dots."""
    text = UUID.sub(r"\1...", text)
    return text if len(text) <= LONGEST else f"{text[:22]}...{text[-22:]}"


def several(items: tuple[object, ...]) -> str:
    """Return the items of a list, or their number if they are large."""
    first: type[Any] = type(items[0]) if items else str
    if attrs.has(first) and max(len(items), len(attrs.fields(first))) > LARGE:
        return f"<{len(items)} {first.__name__}>".replace(" ", NO_BREAK)
    return f"[{', '.join(map(shown, items))}]"


def members(value: object, *, at_most: int = 99) -> str:
    """Return the members of a request or response that are set."""
    cls: type[Any] = type(value)
    found = {field.name: getattr(value, field.name) for field in attrs.fields(cls)}
    texts = [f"{name}={shown(each)}" for name, each in found.items() if each is not None]
    return ", ".join(texts[:at_most] + ["..."] * (len(texts) > at_most))


SHOWN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bytes, lambda value: f"<{len(value)}{NO_BREAK}bytes>"),  # all secrets are bytes
    (StrEnum, lambda value: f"{type(value).__name__}.{value.name}"),
    (str, lambda value: repr(short(value))),
    (datetime, lambda value: f"<{value:%Y-%m-%d}>"),
    (tuple, several),
    (dict, lambda value: repr(value).replace(": ", f":{NO_BREAK}")),
)


def shown(value: object) -> str:
    """Return a value as it looks in code, shortened."""
    for kind, show in SHOWN:
        if isinstance(value, kind):
            return show(value)
    if attrs.has(type(value)):
        return f"{type(value).__name__}({members(value, at_most=3)})"
    return repr(value)


def method_name(operation: AnyOperation) -> str:
    """Return the name of an operation's method."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", operation.name).lower()


class Narrator:
    """Prints calls and results, and counts calls and unexpected results."""

    def __init__(self) -> None:
        self._calls = 0
        self._requests = 0
        self._unexpected = 0
        self._sections = 0
        self._muted = False
        self._lock = Lock()
        self._started = time.monotonic()

    def section(self, title: str) -> None:
        """Print the numbered title of the next section."""
        self._sections += 1
        print(f"\n{self._sections}. {title}\n")

    def print_request(self, client: str, operation: AnyOperation, request: object) -> None:
        """Print a request before it is sent."""
        self._print("   ", f"{client}.{method_name(operation)}({members(request)})")

    def print_result(self, result: kms.Result[Res, Exc]) -> kms.Result[Res, Exc]:
        """Print a result, and return it."""
        with self._lock:  # the blocking client is called from several threads
            self._calls += 1
            self._requests += len(result.metadata.attempts)
        match result.outcome:
            case kms.SmawsError() as error:
                text = ": " + UUID.sub(r"\1...", error.message) if error.message else ""
                self._print("     -> ", f"Err {type(error).__name__}{text}")
            case response:
                self._print("     -> ", f"Ok {shown(response)}")
        return result

    def note(self, text: str) -> None:
        """Print an explanation."""
        self._print("        ", text)

    def expect(self, fact: object, means: str) -> None:
        """Print what is true; if it is not, the tour fails."""
        if fact:
            self._print("     ok ", means)
        else:
            self.unexpected(f"not true: {means}")

    def unexpected(self, text: str) -> None:
        """Print what should not happen; the tour fails."""
        self._unexpected += 1
        self._print("     UNEXPECTED ", text)

    @contextmanager
    def muted(self) -> Generator[None]:
        """Count calls without printing them."""
        self._muted = True
        try:
            yield
        finally:
            self._muted = False

    def end(self) -> int:
        """Print the totals and return the exit status."""
        elapsed = time.monotonic() - self._started
        verdict = f"{self._unexpected} UNEXPECTED" if self._unexpected else "everything as expected"
        print(f"\n{self._calls} calls, {self._requests} requests, {elapsed:.1f} s: {verdict}")
        return 1 if self._unexpected else 0

    def _print(self, indent: str, text: str) -> None:
        if not self._muted:
            later = " " * (len(indent) + 2)
            wrapper = textwrap.TextWrapper(
                100,
                initial_indent=indent,
                subsequent_indent=later,
                break_on_hyphens=False,
                break_long_words=False,
            )
            print(wrapper.fill(text).replace(NO_BREAK, " "))
