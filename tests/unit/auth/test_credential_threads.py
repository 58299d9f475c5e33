"""Refreshes without threads, interrupted refreshes, and context variables of threads."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import ContextVar, copy_context

import pytest

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import RefreshOutcome
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import FOR_GOOD, NOON, SOON, Provider, credentials, source


def no_threads(function: Callable[[], RefreshOutcome], *, or_here: bool) -> Future[RefreshOutcome]:
    """Run the work as if the limit of threads was reached."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        return run_in_daemon_thread(function, or_here=or_here)


def refuse(_: threading.Thread) -> None:
    """Fail as `threading` does."""
    raise RuntimeError("can't start new thread")


def at_once(function: Callable[[], RefreshOutcome], *, or_here: bool) -> Future[RefreshOutcome]:  # noqa: ARG001 - part of the protocol
    """Run the work before the future is returned."""
    future: Future[RefreshOutcome] = Future()
    future.set_result(function())
    return future


def test_fast_thread() -> None:
    """A refresh that ends before the caller checks it is not mistaken for a missing thread."""
    provider = Provider()

    assert credentials(1) == source(provider, in_background=at_once).fetch(NOON, timeout=SOON)
    assert 1 == provider.calls


def test_interrupted_while_a_thread_starts() -> None:
    """Ctrl-C leaves no refresh that later calls would wait for."""
    interrupts = [KeyboardInterrupt]

    def background(
        function: Callable[[], RefreshOutcome], *, or_here: bool
    ) -> Future[RefreshOutcome]:
        if interrupts:
            raise interrupts.pop()
        return at_once(function, or_here=or_here)

    src = source(Provider(), in_background=background)
    with pytest.raises(KeyboardInterrupt):
        src.fetch(NOON, timeout=SOON)

    assert credentials(1) == src.fetch(NOON, timeout=SOON)


def test_no_threads_left() -> None:
    """The blocking client runs the provider in the calling thread if no other can be started."""
    threads: list[threading.Thread] = []

    def provide() -> Credentials:
        threads.append(threading.current_thread())
        return FOR_GOOD

    src = source(provide, in_background=no_threads)

    assert FOR_GOOD == src.fetch(NOON) == src.cached(NOON)
    assert [threading.current_thread()] == threads


def test_no_threads_left_and_a_function_that_fails() -> None:
    """Each failure ends the refresh, so that the next call starts another."""
    provider = Provider()
    provider.failing = True
    src = source(provider, in_background=no_threads)

    outcomes = [src.fetch(NOON, timeout=SOON) for _ in range(2)]

    assert all(isinstance(outcome, CredentialsError) for outcome in outcomes)
    assert 2 == provider.calls


def test_no_threads_left_and_a_bug() -> None:
    """An unexpected exception in the calling thread becomes an error too."""

    def chain(_profile: str | None, _region: str | None) -> Outcome:
        raise OSError("geheim")

    outcome = source(find_in_chain=chain, in_background=no_threads).fetch(NOON, timeout=SOON)

    assert isinstance(outcome, CredentialsError)
    assert "the environment, else botocore's chain: unexpected OSError" == outcome.message


def test_interrupted_in_the_callers_own_thread() -> None:
    """Ctrl-C ends the call, and the next one starts another refresh."""
    outcomes: list[type[BaseException] | None] = [KeyboardInterrupt, None]

    def provide() -> Credentials:
        if (error := outcomes.pop(0)) is not None:
            raise error
        return FOR_GOOD

    src = source(provide, in_background=no_threads)
    with pytest.raises(KeyboardInterrupt):
        src.fetch(NOON, timeout=SOON)

    assert FOR_GOOD == src.fetch(NOON, timeout=SOON)


def test_interrupt_that_a_function_raises_on_a_thread() -> None:
    """`KeyboardInterrupt` on a thread is a failure like others, since Ctrl-C goes to the main thread."""

    def provide() -> Credentials:
        raise KeyboardInterrupt

    outcome = source(provide).fetch(NOON, timeout=SOON)

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.endswith("provide failed: KeyboardInterrupt")


_variable: ContextVar[str] = ContextVar("_variable", default="nothing")


def test_context_variables() -> None:
    """A function sees the context variables of its call, and cannot change them."""
    seen: list[str] = []

    def provide() -> Credentials:
        seen.append(_variable.get())
        _variable.set("the function's")
        return FOR_GOOD

    def call() -> str:
        _variable.set("the caller's")
        source(provide).fetch(NOON)
        return _variable.get()

    assert "the caller's" == copy_context().run(call)
    assert ["the caller's"] == seen
