"""Fork with open blocking connections; every process must get only its own responses."""

import os
import sys
import threading
from typing import Any

import httpx

from tests.unit.http11.httpx_transports import Http11Transport

URL, CHILDREN, CALLS = sys.argv[1], 3, 50
transport: Any = Http11Transport()


def connections() -> list[int]:
    """Return the transport's connections."""
    return sorted(id(it) for pool in transport._all_pools for it in pool.abandon())


def send(text: str) -> None:
    """Send a text and check that it comes back."""
    response = transport.handle_request(httpx.Request("POST", URL, content=text.encode()))
    assert text == response.read().decode()


def send_often(name: str) -> None:
    """Send many requests."""
    for number in range(CALLS):
        send(f"{name}-{number}")


def send_and_stay(name: str) -> None:
    """Send many requests on a thread that stays: OpenSSL may crash if such a thread ends around a fork."""
    send_often(name)
    warm.wait()
    forked.wait()


warm, forked = threading.Barrier(5), threading.Event()
threads = [threading.Thread(target=send_and_stay, args=(f"before-{each}",)) for each in range(4)]
for thread in threads:
    thread.start()
warm.wait()
kept = connections()

children: list[int] = []
for number in range(CHILDREN):
    child = os.fork()
    if child == 0:
        assert not transport._pools
        send_often(f"child-{number}")
        sys.exit()
    children.append(child)
forked.set()
send_often("parent")
assert kept == connections()
assert [0] * CHILDREN == [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in children]
