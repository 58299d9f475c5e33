"""Whole processes: exits in any state, very many calls, green threads, no threads at all."""

import json
from importlib.metadata import packages_distributions
from typing import Final

import pytest

from tests.faults.processes import LONG, Exited, run_program
from tests.faults.transports import HTTP11, HTTP11_ASYNC, HTTP11_BLOCKING, HTTPX, Transport

_CALLS: Final = 100_000 if LONG else 3_000
_AT_ONCE: Final = 10
"""The calls at a time. A busy machine may open the last connection or thread after the first count."""
_OBJECTS: Final = 500
"""What caches and the interpreter may gain; a leak gains one for each call."""
_KILOBYTES: Final = 4096
_ENDINGS: Final = ("closed", "open", "in flight", "uncaught")
# httpx's transports leave warnings about unclosed connections to Python.
_EXITS: Final = [
    *((transport, ending) for transport in HTTP11 for ending in _ENDINGS),
    *((transport, "closed") for transport in HTTPX),
]
_NO_THREADS: Final = ["limit", "atexit"]


@pytest.mark.parametrize(
    ("transport", "ending"),
    _EXITS,
    ids=[f"{transport.label} - {ending}" for transport, ending in _EXITS],
)
def test_exit(transport: Transport, ending: str, secure_echo: str) -> None:
    """The process exits at once, with its own exit code, and prints only its own exception."""
    transport.skip_if_missing()

    exited = run_program("exiting", transport, ending, secure_echo)

    lines = exited.stderr.splitlines()
    assert (1 if ending == "uncaught" else 0, "") == (exited.code, exited.stdout)
    assert (["UncaughtError"] if ending == "uncaught" else []) == lines[-1:]
    assert 1 >= exited.stderr.count("Traceback")


@pytest.mark.parametrize("transport", [*HTTP11, *HTTPX], ids=lambda transport: transport.label)
def test_many_calls(transport: Transport, echo: str) -> None:
    """Descriptors, threads, tasks, objects and memory do not grow with the number of calls."""
    transport.skip_if_missing()

    exited = run_program("many_calls", transport, echo, count=_CALLS)

    assert (0, "") == (exited.code, exited.stderr)
    before, after = json.loads(exited.stdout)
    gained = {name: after[name] - before[name] for name in before}
    assert 0 == gained["tasks"]
    assert gained["threads"] < _AT_ONCE
    assert gained["descriptors"] < _AT_ONCE
    assert gained["objects"] < _OBJECTS
    assert gained["kilobytes"] < _KILOBYTES


@pytest.mark.parametrize("server", ["echo", "secure_echo"], ids=["http", "https"])
@pytest.mark.parametrize("library", ["eventlet", "gevent"])
def test_green_threads(library: str, server: str, request: pytest.FixtureRequest) -> None:
    """In a patched program every call succeeds, and calls do not block other green threads."""
    HTTP11_BLOCKING.skip_if_missing()
    # Not `find_spec`: the conftest keeps this process from importing eventlet.
    if library not in packages_distributions():
        pytest.skip(f"{library} is not installed here")
    url: str = request.getfixturevalue(server)

    exited = run_program("green_threads", HTTP11_BLOCKING, library, url)

    assert (0, "") == (exited.code, exited.stderr)
    right, most = json.loads(exited.stdout)
    # The server responds when all 20 requests wait, so calls that block each other would time out.
    assert (20, 20) == (right, most)


@pytest.mark.parametrize("when", _NO_THREADS)
def test_no_threads_blocking(when: str, echo: str, secure_echo: str) -> None:
    """A blocking client reads settings, credentials, TLS roots and DNS in the caller's thread."""
    urls = (echo.replace("127.0.0.1", "localhost"), secure_echo)

    exited = run_program("without_threads", HTTP11_BLOCKING, when, *urls)

    assert Exited(0, "Ok\nOk\n", "") == exited


@pytest.mark.parametrize("when", _NO_THREADS)
def test_no_threads_async(when: str, secure_echo: str) -> None:
    """An async client returns an error, because the work would block the event loop."""
    exited = run_program("without_threads", HTTP11_ASYNC, when, secure_echo)

    assert (0, "") == (exited.code, exited.stderr)
    # Which of the two finds no thread first differs between Pythons.
    errors = (
        "ConfigurationError: Encrypt: the settings cannot be read: NoThreadError: no thread can",
        "CredentialsError: Encrypt: no thread can be started to look for credentials",
    )
    # Some Pythons start threads during shutdown.
    assert exited.stdout.startswith(("Ok\n", *errors) if when == "atexit" else errors)
