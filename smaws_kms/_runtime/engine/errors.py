"""What the engine raises: the exceptions that httpx documents, with texts that can be shown.

A text says what happened and where. It never quotes what was sent or received; `EngineError` marks
that, for whoever has to be careful with the texts of other transports.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import httpx

from smaws_kms._runtime.frames import raise_if_from_handler

# What comes of trying to connect; the second from names that are none, the third from too many threads.
_UNCONNECTED: Final = (OSError, UnicodeError, RuntimeError)


class EngineError(httpx.TransportError):
    """A failure told in the engine's own words."""


class CouldNotConnect(EngineError, httpx.ConnectError):
    """Name, network, refusal or TLS."""


class WillNotConnect(CouldNotConnect):
    """No connection, and no reason to expect one from the next attempt."""


class Misconfigured(WillNotConnect):
    """A setting of this machine is wrong: trust roots, client certificate or proxy."""


class ConnectTookTooLong(EngineError, httpx.ConnectTimeout):
    """No connection, TLS included, in time."""


class PoolTookTooLong(EngineError, httpx.PoolTimeout):
    """All connections were busy for too long."""


class WriteTookTooLong(EngineError, httpx.WriteTimeout):
    """The server did not take the request in time."""


class ReadTookTooLong(EngineError, httpx.ReadTimeout):
    """No whole answer in time."""


class NotSent(EngineError, httpx.WriteError):
    """The connection was gone before one byte of the request was written."""


class ConnectionBroke(EngineError, httpx.ReadError):
    """The connection broke before the answer was whole."""


class ClosedEarly(EngineError, httpx.RemoteProtocolError):
    """The server closed the connection before its answer was whole."""


class Malformed(EngineError, httpx.RemoteProtocolError):
    """What came is not the answer to the request."""


class Unsendable(EngineError, httpx.LocalProtocolError):
    """The request cannot be written as HTTP/1.1."""


@contextmanager
def connecting(where: object) -> Generator[None]:
    """Tell in the engine's words why there is no connection to `where`."""
    try:
        yield
    except _UNCONNECTED as error:
        raise_if_from_handler(error)
        if not isinstance(error, TimeoutError):
            raise CouldNotConnect(f"could not connect to {where}: {error}") from None
        raise ConnectTookTooLong(f"no connection to {where} in time") from None
