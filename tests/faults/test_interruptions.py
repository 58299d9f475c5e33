"""Signal handlers that raise within blocking calls, as Celery's soft time limit does."""

import gc
import signal
from collections.abc import Generator
from functools import partial
from types import FrameType
from typing import Any, Final

import pytest

import smaws_kms as kms
from tests.faults.interruptions import Handler, interrupted
from tests.faults.processes import LONG
from tests.unit.http11.httpx_transports import Http11Transport
from tests.unit.http11.scripted_server import Peer, Server

CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "secret")
STEP: Final = 1 if LONG else 23
INTERRUPTIONS: Final = 5_000 if LONG else 300


class SoftLimitExceeded(Exception):
    """The exception of Celery's soft time limit."""


class LimitValueError(ValueError):
    """A `ValueError`, which parsers catch."""


class LimitConnectionError(ConnectionError):
    """A `ConnectionError`, which network code catches."""


def respond(peer: Peer) -> None:
    """Respond to every `Encrypt`."""
    for _ in peer.requests():
        peer.respond(b'{"CiphertextBlob": "aGk="}')


@pytest.fixture
def server() -> Generator[Server]:
    """Start a server on loopback."""
    running = Server(respond, None)
    running.start()
    yield running
    running.stop()


def handler_of(kind: type[BaseException]) -> Handler:
    """Return a signal handler that raises."""

    def handler(_signal: int, _frame: FrameType | None) -> None:
        raise kind("from the handler")

    return handler


def inside(frame: FrameType) -> bool:
    """Return whether a frame belongs to the package or to the modules that it waits in."""
    name = str(frame.f_globals.get("__name__"))
    return name.startswith("smaws_kms.") or name in {"contextlib", "ssl", "socket"}


def client_of(server: Server, transport: Http11Transport) -> kms.KMSClient:
    """Return a client without retries."""
    return kms.KMSClient(
        region="eu-west-1",
        credentials=CREDENTIALS,
        endpoint_url=server.url,
        http=transport,
        retry=kms.RetryPolicy(mode="off"),
        timeout=kms.Timeout(connect=60, attempt=60, operation=120),
    )


def encrypt(client: kms.KMSClient) -> bytes:
    """Make a call that must succeed."""
    return client.encrypt(key_id="k", plaintext=b"hi").unwrap().ciphertext_blob


def only_pool(transport: Any) -> Any:
    """Return the pool, limited to one connection."""
    (pool,) = transport._pools.values()
    pool._limit = 1
    return pool


def interrupt_everywhere(server: Server, kind: type[BaseException], *, idle: bool) -> int:
    """Interrupt one call at each point, and check after each that a normal call succeeds."""
    transport = Http11Transport()
    client = client_of(server, transport)
    assert b"hi" == encrypt(client)
    pool = only_pool(transport)
    point = 0
    while True:
        if not idle:
            pool.close()
            pool._closed = False
        try:
            if not interrupted(partial(encrypt, client), handler_of(kind), point, inside):
                break
            pytest.fail(f"swallowed at point {point}")
        except BaseException as error:
            if type(error) is not kind:
                raise AssertionError(f"point {point}") from error
        assert b"hi" == encrypt(client), point
        assert pool.taken == len(pool._idle), point
        point += STEP
    client.close()
    transport.close()
    return point


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("idle", [True, False], ids=["idle connection", "new connection"])
@pytest.mark.parametrize(
    "kind",
    [SoftLimitExceeded, LimitValueError, LimitConnectionError, TimeoutError, KeyboardInterrupt],
)
def test_interrupted_at_every_point(
    kind: type[BaseException], *, idle: bool, server: Server
) -> None:
    """Wherever a handler raises, its exception leaves the call and no connection slot is lost."""
    assert interrupt_everywhere(server, kind, idle=idle) > 400


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", [SoftLimitExceeded, TimeoutError])
def test_interrupted_first_call(kind: type[BaseException], server: Server) -> None:
    """After its first call was interrupted at any point, a client works."""
    point = 0
    while True:
        transport = Http11Transport()
        client = client_of(server, transport)
        try:
            if not interrupted(partial(encrypt, client), handler_of(kind), point, inside):
                break
            pytest.fail(f"swallowed at point {point}")
        except kind:
            pass
        assert b"hi" == encrypt(client), point
        transport.close()
        point += STEP


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", [SoftLimitExceeded, TimeoutError, KeyboardInterrupt])
def test_alarms(kind: type[BaseException], server: Server) -> None:
    """Real signals in the middle of calls lose no connection slot, and no exception is swallowed."""
    raised = propagated = 0
    armed = False

    def handler(_signal: int, _frame: FrameType | None) -> None:
        nonlocal raised, armed
        if armed:
            armed = False
            raised += 1
            raise kind("from the handler")

    transport = Http11Transport()
    client = client_of(server, transport)
    encrypt(client)
    pool = only_pool(transport)
    # Python only logs an exception in a weak reference's callback, so no garbage collection here.
    gc.collect()
    gc.disable()
    before = signal.signal(signal.SIGALRM, handler)
    try:
        number = 0
        while raised < INTERRUPTIONS:
            number += 1
            signal.setitimer(signal.ITIMER_REAL, 0.000_02 * (number % 60 + 1))
            try:
                armed = True
                encrypt(client)
                armed = False
            except kind as error:
                propagated += 1
                assert "from the handler" == str(error)  # noqa: PT017 - not all calls raise
            finally:
                armed = False
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        gc.enable()

    assert raised == propagated
    assert b"hi" == encrypt(client)
    assert pool.taken == len(pool._idle)
    transport.close()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_interrupted_while_getting_credentials(server: Server) -> None:
    """A call that is interrupted while it gets credentials does not block later calls."""
    point = 0
    while True:
        transport = Http11Transport()
        client = kms.KMSClient(
            region="eu-west-1",
            credentials=lambda: CREDENTIALS,
            endpoint_url=server.url,
            http=transport,
            retry=kms.RetryPolicy(mode="off"),
            timeout=kms.Timeout(operation=30),  # less than the cache waits for a lost fetch
        )
        handler = handler_of(SoftLimitExceeded)
        try:
            if not interrupted(partial(encrypt, client), handler, point, gets_credentials):
                break
            pytest.fail(f"swallowed at point {point}")
        except SoftLimitExceeded:
            pass
        assert b"hi" == encrypt(client), point
        transport.close()
        point += 1

    assert point > 20


def gets_credentials(frame: FrameType) -> bool:
    """Return whether a frame belongs to the code that gets credentials."""
    name = str(frame.f_globals.get("__name__"))
    return name.startswith("smaws_kms._runtime.auth.") or name.endswith(".daemon_thread")
