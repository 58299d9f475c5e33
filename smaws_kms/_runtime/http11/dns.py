"""Resolve host names, without asyncio's executor, whose threads would delay exit."""

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import chain, zip_longest
from typing import Any, TypeAlias

from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.support.ip import is_address
from smaws_kms._runtime.support.record import Record


class Address(Record):
    """An address that a socket can connect to."""

    __slots__ = ()

    family: int
    sockaddr: Any
    """The argument of `socket.connect`, by family."""


Resolver: TypeAlias = Callable[[str, int], Sequence[Address]]
"""Returns the addresses of host and port, preferred first; may block."""


def resolve(host: str, port: int) -> Sequence[Address]:
    """Resolve with the system, and interleave the families: RFC 8305 section 4."""
    # As bytes: the idna codec is Python code, which changes the text of what a signal handler raises
    # there. Host names are ASCII already.
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    return interleave([Address(family, sockaddr) for family, _, _, _, sockaddr in found])


def interleave(found: Sequence[Address]) -> Sequence[Address]:
    """Alternate between IPv4 and IPv6, starting with the family of the first address."""
    preferred = [address for address in found if address.family == found[0].family]
    others = [address for address in found if address.family != found[0].family]
    turns = chain.from_iterable(zip_longest(preferred, others))
    return [address for address in turns if address is not None]


def addresses(
    resolver: Resolver, host: str, port: int, *, or_here: bool = False
) -> Future[Sequence[Address]]:
    """Return the future of the addresses; it is done already if `host` is an IP address.

    `or_here` resolves in the calling thread if no thread can be started.
    """
    if not is_address(host):
        return run_in_daemon_thread(lambda: resolver(host, port), or_here=or_here)
    future: Future[Sequence[Address]] = Future()
    future.set_result(resolver(host, port))
    return future
