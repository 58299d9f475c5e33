"""A client's credentials where threads cannot be started or are interrupted, and what threads see."""

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
    """Start no thread, as where their limit is reached."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        return run_in_daemon_thread(function, or_here=or_here)


def refuse(_: threading.Thread) -> None:
    """Fail as `threading` does."""
    raise RuntimeError("can't start new thread")


def at_once(function: Callable[[], RefreshOutcome], *, or_here: bool) -> Future[RefreshOutcome]:  # noqa: ARG001 - its way of calling
    """Be done before the caller looks."""
    future: Future[RefreshOutcome] = Future()
    future.set_result(function())
    return future


def test_fast_thread() -> None:
    """A thread that is done at once is no thread that could not be started."""
    provider = Provider()

    assert credentials(1) == source(provider, in_background=at_once).fetch(NOON, timeout=SOON)
    assert 1 == provider.asked


def test_interrupted_while_a_thread_starts() -> None:
    """Ctrl-C leaves no flight behind that later calls would wait for."""
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
    """The blocking client asks in the caller's own thread where no other can be started."""
    threads: list[threading.Thread] = []

    def provide() -> Credentials:
        threads.append(threading.current_thread())
        return FOR_GOOD

    src = source(provide, in_background=no_threads)

    assert FOR_GOOD == src.fetch(NOON) == src.cached(NOON)
    assert [threading.current_thread()] == threads


def test_no_threads_left_and_a_function_that_fails() -> None:
    """Each failure ends the asking, so that the next call asks anew."""
    provider = Provider()
    provider.failing = True
    src = source(provider, in_background=no_threads)

    outcomes = [src.fetch(NOON, timeout=SOON) for _ in range(2)]

    assert all(isinstance(outcome, CredentialsError) for outcome in outcomes)
    assert 2 == provider.asked


def test_no_threads_left_and_a_bug() -> None:
    """What nobody expected is an error in the caller's own thread too."""

    def chain(_profile: str | None, _region: str | None) -> Outcome:
        raise OSError("geheim")

    outcome = source(find_in_chain=chain, in_background=no_threads).fetch(NOON, timeout=SOON)

    assert isinstance(outcome, CredentialsError)
    assert "the environment, else botocore's chain: unexpected OSError" == outcome.message


def test_interrupted_in_the_callers_own_thread() -> None:
    """Ctrl-C ends the call, and the next one asks anew."""
    answers: list[type[BaseException] | None] = [KeyboardInterrupt, None]

    def provide() -> Credentials:
        if (error := answers.pop(0)) is not None:
            raise error
        return FOR_GOOD

    src = source(provide, in_background=no_threads)
    with pytest.raises(KeyboardInterrupt):
        src.fetch(NOON, timeout=SOON)

    assert FOR_GOOD == src.fetch(NOON, timeout=SOON)


def test_interrupt_that_a_function_raises_on_a_thread() -> None:
    """No Ctrl-C arrives on a thread: there it is a failure like others."""

    def provide() -> Credentials:
        raise KeyboardInterrupt

    outcome = source(provide).fetch(NOON, timeout=SOON)

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.endswith("provide failed: KeyboardInterrupt")


_variable: ContextVar[str] = ContextVar("_variable", default="nothing")


def test_context_variables() -> None:
    """A function sees the context variables of the call that asks it, and changes none of them."""
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
