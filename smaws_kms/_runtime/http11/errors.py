"""Exceptions of the transports, with texts that are safe to show.

A text says what happened and where, and never quotes bytes that were sent or received. `Http11Error`
marks this: texts of other transports give no such guarantee.
"""

from collections.abc import Generator
from contextlib import contextmanager

from smaws_kms._runtime.support.daemon_thread import NoThreadError
from smaws_kms._runtime.support.frames import raise_if_from_handler


class Http11Error(Exception):
    """A failure whose text quotes nothing that was sent or received."""


class CouldNotConnect(Http11Error):
    """No connection: name resolution, network, refusal or TLS."""


class WillNotConnect(CouldNotConnect):
    """No connection, and a retry would fail in the same way."""


class Misconfigured(WillNotConnect):
    """A local setting is wrong: trust roots, client certificate or proxy."""


class ConnectTookTooLong(Http11Error):
    """No connection, including TLS, before the deadline."""


class PoolTookTooLong(Http11Error):
    """All connections were busy for too long."""

    def __init__(self, where: object) -> None:
        super().__init__(f"no free connection to {where} in time: all are busy with other calls")


class WriteTookTooLong(Http11Error):
    """The server did not accept the request in time."""


class ReadTookTooLong(Http11Error):
    """The response was incomplete at the deadline."""


class NotSent(Http11Error):
    """The connection was lost before the first byte of the request was written."""


class ConnectionBroke(Http11Error):
    """The connection broke before the response was complete."""


class ClosedEarly(Http11Error):
    """The server closed the connection before its response was complete."""


class Malformed(Http11Error):
    """The bytes received are not a valid response."""


class Unsendable(Http11Error):
    """The request cannot be written as HTTP/1.1."""


@contextmanager
def connecting(where: object) -> Generator[None]:
    """Turn exceptions into `CouldNotConnect` or `ConnectTookTooLong` for `where`."""
    try:
        yield
    except Http11Error:
        raise
    except Exception as error:  # noqa: BLE001 - resolver, loop and OpenSSL may raise anything
        raise_if_from_handler(error)
        if isinstance(error, TimeoutError):
            raise ConnectTookTooLong(f"no connection to {where} in time") from None
        raise CouldNotConnect(f"could not connect to {where}: {reason_of(error)}") from None


def reason_of(error: Exception) -> str:
    """Return the system's text of a failure, or only its type if the text may quote data."""
    match error:
        case OSError() | NoThreadError():
            return str(error) or type(error).__name__
        case UnicodeError():
            return "the host is not a valid name: a label is empty, too long or cannot be encoded"
        case OverflowError():
            return "the port is not between 0 and 65535"
        case _:
            return type(error).__name__
