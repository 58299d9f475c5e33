"""Make calls when no thread can start: `without_threads async|blocking limit|atexit URL...`.

The process is at its limit, or the interpreter shuts down. Prints the outcomes of the calls.
"""

import asyncio
import atexit
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Final

import smaws_kms as kms

_IMPOSSIBLE_STACK_SIZE: Final = 2**46


def credentials() -> kms.Credentials:
    """Return credentials; the thread does not matter."""
    return kms.Credentials("AKIDEXAMPLE", "not a secret")


def blocking(urls: Sequence[str]) -> None:
    """Call with a blocking client for each endpoint."""
    for url in urls:
        with kms.KMSClient(region="eu-west-1", credentials=credentials, endpoint_url=url) as client:
            _print(client.encrypt(key_id="k", plaintext=b"hi"))


async def on_asyncio(urls: Sequence[str]) -> None:
    """Call with an async client for each endpoint."""
    for url in urls:
        async with kms.AsyncKMSClient(
            region="eu-west-1", credentials=credentials, endpoint_url=url
        ) as client:
            _print(await client.encrypt(key_id="k", plaintext=b"hi"))


def _print(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> None:
    sys.stdout.write("Ok\n" if result.is_ok else f"{type(result.err).__name__}: {result.err}\n")


def _main(client_kind: str, when: str, *urls: str) -> None:
    def call() -> None:
        blocking(urls) if client_kind == "blocking" else asyncio.run(on_asyncio(urls))

    _WHEN[when](call)


def _at_the_limit(call: Callable[[], None]) -> None:
    threading.stack_size(_IMPOSSIBLE_STACK_SIZE)
    call()


_WHEN: Final[dict[str, Callable[[Callable[[], None]], object]]] = {
    "limit": _at_the_limit,
    "atexit": atexit.register,
}


if __name__ == "__main__":
    _main(*sys.argv[1:])
