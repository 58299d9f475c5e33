"""Fork with open connections, then call from parent and children: `forking async|blocking URL`.

`COUNT` is the number of calls of each process.
"""

import asyncio
import os
import sys
import warnings
from collections.abc import Callable
from typing import Final

import smaws_kms as kms
from tests.faults.echo_server import ciphertext_of
from tests.loops import LOOP, loop_factory, run as run_main

_CHILDREN: Final = 3
_AT_ONCE: Final = 5
_CALLS: Final = int(os.environ["COUNT"])
_CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "not a secret")


def fork() -> int:
    """Fork without the warning about threads that Python 3.12 and later give."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def fork_and_call(calls: Callable[[str], bool]) -> bool:
    """Make calls in children and parent at once; return whether all got their own responses."""
    children: list[int] = []
    for number in range(_CHILDREN):
        child = fork()
        if child == 0:
            # Even after an exception a child must not continue as the parent.
            code = 1
            try:
                code = 0 if calls(f"child {number}") else 2
            finally:
                os._exit(code)
        children.append(child)
    right = calls("parent")
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    return right and codes == [0] * _CHILDREN


def blocking(url: str) -> bool:
    """Fork with a blocking client."""
    with kms.KMSClient(region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url) as client:

        def calls(name: str) -> bool:
            texts = [f"{name} {number}".encode() for number in range(_CALLS)]
            return all(
                ciphertext_of(text)
                == client.encrypt(key_id="k", plaintext=text).unwrap().ciphertext_blob
                for text in texts
            )

        return calls("warm") and fork_and_call(calls)


def on_asyncio(url: str) -> bool:
    """Fork with an async client, between two runs of the parent's event loop."""
    client = kms.AsyncKMSClient(region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url)
    parent = os.getpid()

    async def call(text: bytes) -> bool:
        response = (await client.encrypt(key_id="k", plaintext=text)).unwrap()
        return ciphertext_of(text) == response.ciphertext_blob

    async def calls(name: str) -> bool:
        for number in range(_CALLS // _AT_ONCE):
            texts = [f"{name} {number} {each}".encode() for each in range(_AT_ONCE)]
            if not all(await asyncio.gather(*map(call, texts))):
                return False
        return True

    with asyncio.Runner(loop_factory=loop_factory(os.environ[LOOP])) as runner:

        def run(name: str) -> bool:
            # A loop does not survive a fork: a child starts one of its own.
            return runner.run(calls(name)) if os.getpid() == parent else run_main(calls(name))

        right = run("warm") and fork_and_call(run)
        runner.run(client.aclose())
    return right


if __name__ == "__main__":
    done = {"async": on_asyncio, "blocking": blocking}[sys.argv[1]](sys.argv[2])
    sys.exit(0 if done else 3)
