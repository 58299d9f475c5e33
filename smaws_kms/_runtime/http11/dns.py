"""Host names to addresses, without asyncio's executor: exiting would wait for its threads."""

import codecs
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import chain, zip_longest
from typing import Any, NamedTuple, TypeAlias

from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.support.ip import is_address

codecs.lookup("idna")  # imports it now, and not in a thread that a fork may cut off


class Address(NamedTuple):
    """Where a socket connects to."""

    family: int
    sockaddr: Any
    """What `socket.connect` takes for the family."""


Resolver: TypeAlias = Callable[[str, int], Sequence[Address]]
"""Returns the addresses of host and port, best first; may block."""


def resolve(host: str, port: int) -> Sequence[Address]:
    """Ask the system, and take turns between the families, as RFC 8305 section 4 has it."""
    # As bytes, which Python need not encode: that is done in Python, where a signal's handler may
    # raise, and changes the text of what it raises. Names are ASCII already.
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    return interleave([Address(family, sockaddr) for family, _, _, _, sockaddr in found])


def interleave(found: Sequence[Address]) -> Sequence[Address]:
    """Have the two families take turns, the preferred one first."""
    preferred = [address for address in found if address.family == found[0].family]
    others = [address for address in found if address.family != found[0].family]
    turns = chain.from_iterable(zip_longest(preferred, others))
    return [address for address in turns if address is not None]


def addresses(
    resolver: Resolver, host: str, port: int, *, or_here: bool = False
) -> Future[Sequence[Address]]:
    """Return the future of the addresses, which is done where there is nothing to ask.

    `or_here` asks in the calling thread where no thread can be started.
    """
    if not is_address(host):
        return run_in_daemon_thread(lambda: resolver(host, port), or_here=or_here)
    future: Future[Sequence[Address]] = Future()
    future.set_result(resolver(host, port))
    return future
