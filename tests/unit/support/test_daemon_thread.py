"""Blocking work on daemon threads."""

import subprocess
import sys
import threading
from concurrent.futures import Future

import pytest

from smaws_kms._runtime.support.daemon_thread import NoThreadError, run_in_daemon_thread


def test_result_arrives() -> None:
    """The future has the result of the function."""
    assert 42 == run_in_daemon_thread(lambda: 42).result(5)


def test_exception_arrives() -> None:
    """The future has the exception of the function, also `SystemExit`."""

    def leave() -> None:
        raise SystemExit(3)

    error = run_in_daemon_thread(leave).exception(5)

    assert isinstance(error, SystemExit)


def test_runs_on_a_daemon_thread() -> None:
    """The function runs on another thread, and that is a daemon."""
    thread = run_in_daemon_thread(threading.current_thread).result(5)

    assert thread is not threading.current_thread()
    assert thread.daemon


def test_a_waiter_cannot_cancel() -> None:
    """A caller that gives up does not cancel the future for the others."""
    go_on = threading.Event()
    future = run_in_daemon_thread(lambda: go_on.wait(5))

    cancelled = future.cancel()
    go_on.set()

    assert not cancelled
    assert future.result(5)


def test_no_thread_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread that cannot be started is an exception of the future."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)

    future: Future[int] = run_in_daemon_thread(lambda: 42)
    here = run_in_daemon_thread(threading.current_thread, or_here=True)
    made: Future[str] = run_in_daemon_thread(lambda: "found", failed=str)

    text = "no thread can be started: can't start new thread"
    assert isinstance(future.exception(0), NoThreadError)
    assert text == str(future.exception(0))
    assert threading.current_thread() is here.result(0)
    assert text == made.result(0)


def test_failure_becomes_a_result() -> None:
    """`failed` converts an exception to a result."""

    def fail() -> str:
        raise LookupError("lost")

    assert "lost" == run_in_daemon_thread(fail, failed=str).result(5).strip("'")
    assert "found" == run_in_daemon_thread(lambda: "found", failed=str).result(5)


def test_interpreter_exits_meanwhile() -> None:
    """A process exits while a daemon thread hangs."""
    program = (
        "import threading\n"
        "from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread\n"
        "run_in_daemon_thread(threading.Event().wait)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], timeout=30, check=False)  # noqa: S603 - our own program

    assert 0 == done.returncode
