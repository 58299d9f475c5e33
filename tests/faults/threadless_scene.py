"""A process that can start no threads: `threadless_scene async|blocking limit|atexit URL...`.

It prints what calls end in.
"""

import asyncio
import atexit
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Final

import smaws_kms as kms

_NO_STACK_IS_THAT_LARGE: Final = 2**46


def credentials() -> kms.Credentials:
    """Return them, on whichever thread."""
    return kms.Credentials("AKIDEXAMPLE", "not a secret")


def blocking(urls: Sequence[str]) -> None:
    """Call with a blocking client for each endpoint."""
    for url in urls:
        with kms.KMSClient(region="eu-west-1", credentials=credentials, endpoint_url=url) as client:
            _tell(client.encrypt(key_id="k", plaintext=b"hi"))


async def on_asyncio(urls: Sequence[str]) -> None:
    """Call with an async client for each endpoint."""
    for url in urls:
        async with kms.AsyncKMSClient(
            region="eu-west-1", credentials=credentials, endpoint_url=url
        ) as client:
            _tell(await client.encrypt(key_id="k", plaintext=b"hi"))


def _tell(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> None:
    sys.stdout.write("Ok\n" if result.is_ok else f"{type(result.err).__name__}: {result.err}\n")


def _main(how: str, when: str, *urls: str) -> None:
    def call() -> None:
        blocking(urls) if how == "blocking" else asyncio.run(on_asyncio(urls))

    _WHEN[when](call)


def _at_the_limit(call: Callable[[], None]) -> None:
    threading.stack_size(_NO_STACK_IS_THAT_LARGE)
    call()


_WHEN: Final[dict[str, Callable[[Callable[[], None]], object]]] = {
    "limit": _at_the_limit,
    "atexit": atexit.register,
}


if __name__ == "__main__":
    _main(*sys.argv[1:])
