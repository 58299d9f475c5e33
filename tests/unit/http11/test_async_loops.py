"""The transport for asyncio on several event loops, and its end without `aclose`."""

import asyncio
import gc
import threading
from collections.abc import Callable

from tests.loops import loop_factory, run_on
from tests.unit.http11.async_requests import send
from tests.unit.http11.httpx_transports import Http11AsyncTransport
from tests.unit.http11.scripted_server import Server, echo
from tests.unit.http11.transport_harness import private, until


def in_threads(*functions: Callable[[], None]) -> None:
    """Run functions in parallel threads, and check that none raises."""
    problems: list[BaseException] = []

    def run(function: Callable[[], None]) -> None:
        try:
            function()
        except BaseException as problem:  # noqa: BLE001 - reported below
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == problems


def served(use: Callable[[Server], None]) -> Server:
    """Use a server outside any event loop."""
    server = Server(echo, None)
    server.start()
    use(server)
    gc.collect()
    server.stop()
    return server


def test_successive_loops(loop: str) -> None:
    """A transport serves one event loop after another, and keeps no connection of earlier loops."""
    transport = Http11AsyncTransport()

    async def calls() -> None:
        for _ in range(3):
            assert b"hi" == await send(transport, server, b"hi")

    server: Server

    def use(running: Server) -> None:
        nonlocal server
        server = running
        for _ in range(3):
            run_on(loop, calls())
        assert 1 == len(private(transport)._loop_pools)

    assert 3 == served(use).accepted


def test_parallel_loops(loop: str) -> None:
    """A transport serves two event loops in two threads, each with its own connections."""
    transport = Http11AsyncTransport()

    def use(server: Server) -> None:
        async def calls(name: bytes) -> None:
            for number in range(50):
                bodies = [b"%b-%d-%d" % (name, number, each) for each in range(4)]
                assert bodies == await asyncio.gather(
                    *(send(transport, server, body) for body in bodies)
                )

        in_threads(lambda: run_on(loop, calls(b"one")), lambda: run_on(loop, calls(b"other")))

    assert 8 == served(use).accepted


def test_closed_from_another_loop(loop: str) -> None:
    """Closing on one event loop also closes the connections of another loop."""
    transport = Http11AsyncTransport()

    def use(server: Server) -> None:
        closed, done = threading.Event(), threading.Event()

        async def other() -> None:
            await send(transport, server, b"hi")
            (connection,) = private(transport)._connections
            done.set()
            await asyncio.to_thread(closed.wait, 20)
            await until(lambda: connection._closed)

        async def closing() -> None:
            await asyncio.to_thread(done.wait, 20)
            await transport.aclose()
            closed.set()

        in_threads(lambda: run_on(loop, other()), lambda: run_on(loop, closing()))

    assert 1 == served(use).accepted


def test_loop_closed_without_shutdown(loop: str) -> None:
    """The pools of a loop that closed without a shutdown are dropped when another loop is used."""
    transport = Http11AsyncTransport()

    def use(server: Server) -> None:
        first = loop_factory(loop)()
        first.run_until_complete(send(transport, server, b"hi"))
        (connection,) = private(transport)._connections
        connection.close()
        first.run_until_complete(asyncio.sleep(0))
        first.close()
        run_on(loop, send(transport, server, b"hi"))
        assert first not in private(transport)._loop_pools

    assert 2 == served(use).accepted


def test_forgotten_transport(loop: str) -> None:
    """A transport that is garbage-collected closes its connections, even while the loop runs."""

    def use(server: Server) -> None:
        async def forget() -> None:
            transport = Http11AsyncTransport()
            await send(transport, server, b"hi")
            (connection,) = private(transport)._connections
            del transport
            await until(lambda: connection._closed)

        run_on(loop, forget())

    assert 1 == served(use).accepted
