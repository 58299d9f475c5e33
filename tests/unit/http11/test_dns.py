"""Resolving host names to addresses."""

import socket
import threading
from collections.abc import Sequence

from smaws_kms._runtime.http11.dns import Address, addresses, interleave, resolve

V4 = [Address(socket.AF_INET, (f"127.0.0.{last}", 1)) for last in (1, 2, 3)]
V6 = [Address(socket.AF_INET6, (f"::{last}", 1, 0, 0)) for last in (1, 2)]


def test_resolve() -> None:
    """An IP address resolves to itself."""
    assert [Address(socket.AF_INET, ("127.0.0.1", 80))] == resolve("127.0.0.1", 80)


def test_interleave() -> None:
    """IPv4 and IPv6 addresses alternate, in the order that the system prefers."""
    assert [V6[0], V4[0], V6[1], V4[1], V4[2]] == interleave([*V6, *V4])
    assert [V4[0], V6[0], V4[1], V4[2]] == interleave([V4[0], V4[1], V6[0], V4[2]])
    assert V4 == interleave(V4)
    assert [] == interleave([])


def test_threads() -> None:
    """Names are resolved on a thread, since that blocks; IP addresses need none."""
    threads: list[threading.Thread] = []

    def resolver(host: str, port: int) -> Sequence[Address]:
        threads.append(threading.current_thread())
        return [Address(socket.AF_INET, (host, port))]

    for host in ("kms.test", "127.0.0.1", "::1"):
        found = addresses(resolver, host, 1).result(20)
        assert [Address(socket.AF_INET, (host, 1))] == found
    here = threading.current_thread()
    assert [False, True, True] == [thread is here for thread in threads]
