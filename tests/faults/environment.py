"""The addresses to which a case can send its request."""

import socket
import ssl
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Final

from tests.faults.certificates import Certificates
from tests.faults.connection import ServerConnection
from tests.faults.messages import response_with
from tests.faults.server import FaultServer

_LONGER_THAN_A_TEST: Final = 60.0


def _stall(connection: ServerConnection) -> None:
    """Accept, and never shake hands."""
    connection.wait(_LONGER_THAN_A_TEST)
    connection.over = True


def _refuse(connection: ServerConnection) -> None:
    """Respond to a TLS handshake with plain HTTP."""
    connection.send(response_with(b"", "Connection: close", status="400 Bad Request"))
    connection.finish()


_TLS: Final[Mapping[str, Callable[[Certificates], ssl.SSLContext]]] = {
    "wrong host": Certificates.wrong_host,
    "expired": Certificates.expired,
    "unknown": Certificates.unknown,
}
_GREETS: Final[Mapping[str, Callable[[ServerConnection], None]]] = {
    "stalls": _stall,
    "resets": ServerConnection.reset,
    "closes": ServerConnection.finish,
}


@contextmanager
def environment(
    scheme: str, address: str, certificates: Certificates
) -> Generator[tuple[FaultServer, str]]:
    """Start the fault server, and what listens at the case's address; yield both."""
    with ExitStack() as stack:
        good = certificates.good()
        server = FaultServer(good if scheme == "https" else None)
        stack.enter_context(server.listening())
        yield server, stack.enter_context(listening_at(address, server, certificates))


@contextmanager
def listening_at(address: str, server: FaultServer, certificates: Certificates) -> Generator[str]:
    """Start what listens at an address, and yield its URL."""
    match address:
        case "server":
            yield server.url
        case "closed port":
            yield from _closed_port()
        case "full backlog":
            yield from _full_backlog()
        case "no TLS":
            with FaultServer(greet=_refuse).listening() as other:
                yield other.url.replace("http:", "https:")
        case _:
            context = _TLS.get(address, Certificates.good)(certificates)
            with FaultServer(context, greet=_GREETS.get(address)).listening() as other:
                yield other.url


def _closed_port() -> Iterator[str]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


def _full_backlog() -> Iterator[str]:
    """Listen and never accept: Linux then drops SYNs, so connecting neither succeeds nor fails."""
    assert sys.platform == "linux"
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port: int = listener.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            yield f"http://127.0.0.1:{port}"
