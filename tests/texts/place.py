"""Where cases run: an environment of its own, files, calls, and the text of what comes of a case."""

import asyncio
import logging
import os
import re
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias, cast
from unittest.mock import patch

import httpx

import smaws_kms as kms
from tests.operations.fake_kms import ONCE, REGION, REQUEST_ID, FakeKms
from tests.unit.redaction.secret_markers import secret

Case: TypeAlias = tuple[str, object]
"""Name, and an exception, a result, a warning, or a text."""
Cases: TypeAlias = Iterator[Case]

CREDENTIALS: Final = kms.Credentials("AKIAIOSFODNN7EXAMPLE", secret("key"), secret("token"))
_NO_FILE: Final = "/files/absent"

_NORMALISED: Final[tuple[tuple[str, str], ...]] = (
    (REQUEST_ID, "REQUEST-ID"),
    # Ports that the system chose.
    (r"(?<=127\.0\.0\.1:)\d+", "PORT"),
    (r"(?<=localhost:)\d{5}\b", "PORT"),
    # Numbers of errors differ between systems, their words less so.
    (r"\[Errno -?\d+\]", "[Errno N]"),
    (r"\(_ssl\.c:\d+\)", "(_ssl.c:N)"),
    (r"\b0x[0-9a-f]+", "0xADDRESS"),
    (r"(\d+ attempts?) in [\d.]+ s\b", r"\1 in N s"),
)
"""What differs from run to run or from machine to machine, and what stands in the snapshot for it."""


class Place:
    """The files of the cases, in one folder that the snapshot calls `/files`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, content: str | bytes) -> str:
        """Write a file and return its path."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def path(self, name: str) -> str:
        """Return the path of a file that may be absent."""
        return str(self.folder / name)

    def normalised(self, text: str) -> str:
        """Return a text without what differs from run to run."""
        text = text.replace(str(self.folder), "/files")
        for pattern, shown in _NORMALISED:
            text = re.sub(pattern, shown, text)
        return text


@contextmanager
def environment(**variables: str) -> Generator[None]:
    """Set variables, and nothing else that a client reads."""
    # Without these, botocore would read the home directory and query the metadata service.
    bare = {
        "AWS_CONFIG_FILE": _NO_FILE,
        "AWS_SHARED_CREDENTIALS_FILE": _NO_FILE,
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    with patch.dict(os.environ, {**kept, **bare, **variables}, clear=True):
        yield


def raised(action: Callable[[], object]) -> BaseException:
    """Return what an action raises."""
    try:
        action()
    except Exception as error:  # noqa: BLE001 - the case says what it is to be
        return error
    raise AssertionError("nothing was raised")


def called(**arguments: Any) -> kms.SmawsError:
    """Return the error of a call by a blocking client with these arguments."""
    complete: dict[str, Any] = {
        "region": REGION,
        "credentials": CREDENTIALS,
        "retry": ONCE,
        **arguments,
    }
    with kms.KMSClient(**complete) as client:
        result = client.describe_key(key_id="alias/orders")
    assert isinstance(result, kms.Err)
    return result.error


def called_async(**arguments: Any) -> kms.SmawsError:
    """Return the error of a call by an async client with these arguments."""

    async def call() -> kms.SmawsError:
        complete: dict[str, Any] = {
            "region": REGION,
            "credentials": CREDENTIALS,
            "retry": ONCE,
            **arguments,
        }
        async with kms.AsyncKMSClient(**complete) as client:
            result = await client.describe_key(key_id="alias/orders")
        assert isinstance(result, kms.Err)
        return result.error

    return asyncio.run(call())


def checked(**arguments: Any) -> kms.SmawsError:
    """Return the error of `check()`."""
    complete: dict[str, Any] = {"region": REGION, "credentials": CREDENTIALS, **arguments}
    with kms.KMSClient(**complete) as client:
        result = client.check()
    assert isinstance(result, kms.Err)
    return result.error


def answering(*responses: httpx.Response) -> kms.KMSClient:
    """Return a client whose requests get these responses."""
    http = FakeKms(responses).transport
    return kms.KMSClient(region=REGION, credentials=CREDENTIALS, http=http, retry=ONCE)


@contextmanager
def logged() -> Generator[list[str]]:
    """Collect the package's log lines, as `LEVEL logger: text`."""
    lines: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    log, handler = logging.getLogger("smaws_kms"), Handler()
    log.addHandler(handler)
    propagates, log.propagate = log.propagate, False
    try:
        yield lines
    finally:
        log.removeHandler(handler)
        log.propagate = propagates


def warned(action: Callable[[], object]) -> tuple[str, str]:
    """Return the text of the one warning that an action issues, and its log line."""
    with logged() as lines, warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        action()
    (warning,), (line,) = found, lines
    return f"{warning.category.__name__}: {warning.message}", line


def text_of(outcome: object) -> str:
    """Return the class and the text of an exception or an `Err`, and a text as it is."""
    if isinstance(outcome, kms.Err):
        outcome = cast("kms.Err[object]", outcome).error
    if isinstance(outcome, BaseException):
        notes: list[str] = getattr(outcome, "__notes__", [])
        return " | ".join((f"{type(outcome).__name__}: {outcome}", *notes))
    assert isinstance(outcome, str), outcome
    return outcome
