"""A process that forks with a warm pool: parent and children call on, and each wants its own answers.

`python -m tests.faults.fork_scene async|blocking URL`
"""

import asyncio
import os
import sys
import warnings
from collections.abc import Callable
from typing import Final

import smaws_kms as kms
from tests.faults.lengths import CALLS_A_PROCESS
from tests.faults.seal import sealed
from tests.loops import LOOP, loop_factory, run as run_main

_CHILDREN: Final = 3
_WARM: Final = 5
_CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "not a secret")


def fork() -> int:
    """Fork; from Python 3.12 on that warns if there are threads, which is the case at hand."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def fork_family(calls: Callable[[str], bool]) -> bool:
    """Make calls in children and parent at once, and tell whether all got their own answers."""
    children: list[int] = []
    for number in range(_CHILDREN):
        child = fork()
        if child == 0:
            # Whatever happens here, a child must not go on as if it were the parent.
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
            texts = [f"{name} {number}".encode() for number in range(CALLS_A_PROCESS)]
            return all(
                sealed(text) == client.encrypt(key_id="k", plaintext=text).unwrap().ciphertext_blob
                for text in texts
            )

        return calls("warm") and fork_family(calls)


def on_asyncio(url: str) -> bool:
    """Fork with an async client, between the steps of a loop that the parent goes on with."""
    client = kms.AsyncKMSClient(region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url)
    parent = os.getpid()

    async def call(text: bytes) -> bool:
        answer = (await client.encrypt(key_id="k", plaintext=text)).unwrap()
        return sealed(text) == answer.ciphertext_blob

    async def calls(name: str) -> bool:
        for number in range(CALLS_A_PROCESS // _WARM):
            texts = [f"{name} {number} {each}".encode() for each in range(_WARM)]
            if not all(await asyncio.gather(*map(call, texts))):
                return False
        return True

    with asyncio.Runner(loop_factory=loop_factory(os.environ[LOOP])) as runner:

        def run(name: str) -> bool:
            # A loop does not survive a fork: a child starts one of its own.
            return runner.run(calls(name)) if os.getpid() == parent else run_main(calls(name))

        right = run("warm") and fork_family(run)
        runner.run(client.aclose())
    return right


if __name__ == "__main__":
    done = {"async": on_asyncio, "blocking": blocking}[sys.argv[1]](sys.argv[2])
    sys.exit(0 if done else 3)
