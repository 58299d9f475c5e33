"""What the engine raises: the exceptions that httpx documents, with texts that can be shown.

A text says what happened and where. It never quotes what was sent or received; `Http11Error` marks
that, for whoever has to be careful with the texts of other transports.
"""

from collections.abc import Generator
from contextlib import contextmanager

import httpx

from smaws_kms._runtime.support.daemon_thread import NoThreadError
from smaws_kms._runtime.support.frames import raise_if_from_handler


class Http11Error(httpx.TransportError):
    """A failure told in the engine's own words."""


class CouldNotConnect(Http11Error, httpx.ConnectError):
    """Name, network, refusal or TLS."""


class WillNotConnect(CouldNotConnect):
    """No connection, and no reason to expect one from the next attempt."""


class Misconfigured(WillNotConnect):
    """A setting of this machine is wrong: trust roots, client certificate or proxy."""


class ConnectTookTooLong(Http11Error, httpx.ConnectTimeout):
    """No connection, TLS included, in time."""


class PoolTookTooLong(Http11Error, httpx.PoolTimeout):
    """All connections were busy for too long."""


class WriteTookTooLong(Http11Error, httpx.WriteTimeout):
    """The server did not take the request in time."""


class ReadTookTooLong(Http11Error, httpx.ReadTimeout):
    """No whole answer in time."""


class NotSent(Http11Error, httpx.WriteError):
    """The connection was gone before one byte of the request was written."""


class ConnectionBroke(Http11Error, httpx.ReadError):
    """The connection broke before the answer was whole."""


class ClosedEarly(Http11Error, httpx.RemoteProtocolError):
    """The server closed the connection before its answer was whole."""


class Malformed(Http11Error, httpx.RemoteProtocolError):
    """What came is not the answer to the request."""


class Unsendable(Http11Error, httpx.LocalProtocolError):
    """The request cannot be written as HTTP/1.1."""


@contextmanager
def connecting(where: object) -> Generator[None]:
    """Tell in the engine's words why there is no connection to `where`."""
    try:
        yield
    except Http11Error:
        raise
    except Exception as error:  # noqa: BLE001 - resolver, loop and OpenSSL may raise anything
        raise_if_from_handler(error)
        if isinstance(error, TimeoutError):
            raise ConnectTookTooLong(f"no connection to {where} in time") from None
        raise CouldNotConnect(f"could not connect to {where}: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    """Return the text of a failure that the system describes, and else only what kind it is."""
    match error:
        case OSError() | NoThreadError():
            return str(error) or type(error).__name__
        case UnicodeError():
            return "the host is no valid name: a label is empty, too long or cannot be encoded"
        case OverflowError():
            return "the port is not between 0 and 65535"
        case _:
            return type(error).__name__
