"""Fork while the first call runs in a thread: `early_forking async|blocking URL`.

`COUNT` is the delay before each fork, in tenths of a millisecond. Every child makes a first call.
"""

import os
import signal
import sys
import threading
import time
from typing import Final

import smaws_kms as kms
from tests.faults.programs.forking import fork
from tests.loops import run

_CHILDREN: Final = 3
_TIMEOUT: Final = 250
"""Seconds after which a hanging child is ended; the whole program has 600."""
_CALL_TIMEOUT: Final = kms.Timeout(connect=_TIMEOUT, attempt=_TIMEOUT, operation=_TIMEOUT)
"""Four processes import everything at once: the defaults are too short on a busy machine."""


def call(client_kind: str, url: str) -> bool:
    """Make a call with credentials that botocore finds."""
    if client_kind == "blocking":
        with kms.KMSClient(region="eu-west-1", endpoint_url=url, timeout=_CALL_TIMEOUT) as client:
            return _succeeded(client.encrypt(key_id="k", plaintext=b"hi"))

    async def calls() -> bool:
        async with kms.AsyncKMSClient(
            region="eu-west-1", endpoint_url=url, timeout=_CALL_TIMEOUT
        ) as client:
            return _succeeded(await client.encrypt(key_id="k", plaintext=b"hi"))

    return run(calls())


def _succeeded(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> bool:
    """Return whether a call succeeded, and write its error to stderr if it did not."""
    if result.is_err:
        os.write(2, f"{type(result.err).__name__}: {result.err}\n".encode())
    return result.is_ok


def _child(client_kind: str, url: str) -> int:
    child = fork()
    if child == 0:
        signal.alarm(_TIMEOUT)  # ends a child that hangs
        code = 1
        try:
            code = 0 if call(client_kind, url) else 2
        finally:
            os._exit(code)
    return child


def _main(client_kind: str, url: str) -> int:
    right: list[bool] = []
    first = threading.Thread(target=lambda: right.append(call(client_kind, url)))
    first.start()
    children: list[int] = []
    for _ in range(_CHILDREN):
        time.sleep(int(os.environ["COUNT"]) / 10_000)  # the test varies the moment of the fork
        children.append(_child(client_kind, url))
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    first.join()
    return 0 if [*right, *codes] == [True, *[0] * _CHILDREN] else 3


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
