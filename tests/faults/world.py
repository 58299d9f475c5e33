"""Every address that a case may send its request to."""

import socket
import ssl
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Final

from tests.faults.certificates import Certificates
from tests.faults.connection import Served
from tests.faults.server import FaultServer
from tests.faults.wire import answer_with

_FAR_LONGER_THAN_A_TEST: Final = 60.0


def _stall(served: Served) -> None:
    """Accept, and never shake hands."""
    served.wait(_FAR_LONGER_THAN_A_TEST)
    served.over = True


def _refuse(served: Served) -> None:
    """Answer what nobody has asked in HTTP."""
    served.send(answer_with(b"", "Connection: close", status="400 Bad Request"))
    served.finish()


_TLS: Final[Mapping[str, Callable[[Certificates], ssl.SSLContext]]] = {
    "wrong host": Certificates.wrong_host,
    "expired": Certificates.expired,
    "unknown": Certificates.unknown,
}
_GREETS: Final[Mapping[str, Callable[[Served], None]]] = {
    "stalls": _stall,
    "resets": Served.reset,
    "closes": Served.finish,
}


@contextmanager
def world(
    scheme: str, address: str, certificates: Certificates
) -> Generator[tuple[FaultServer, str]]:
    """Start a server that behaves on command, and whatever listens at the case's address."""
    with ExitStack() as stack:
        good = certificates.good()
        server = FaultServer(good if scheme == "https" else None)
        stack.enter_context(server.listening())
        yield server, stack.enter_context(listening_at(address, server, certificates))


@contextmanager
def listening_at(address: str, server: FaultServer, certificates: Certificates) -> Generator[str]:
    """Yield the URL of a case's address, while something behaves there as the case says."""
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
            made = _TLS.get(address, Certificates.good)(certificates)
            with FaultServer(made, greet=_GREETS.get(address)).listening() as other:
                yield other.url


def _closed_port() -> Iterator[str]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


def _full_backlog() -> Iterator[str]:
    """Listen and never accept: Linux lets further connections wait, as a lost packet would."""
    assert sys.platform == "linux"
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port: int = listener.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            yield f"http://127.0.0.1:{port}"
