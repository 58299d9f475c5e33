"""Exit in one of several states: `exiting async|blocking closed|open|"in flight"|uncaught URL`."""

import asyncio
import sys
import threading
from typing import Final

import smaws_kms as kms
from tests.loops import run

_CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "not a secret")
_LONGER_THAN_THE_PROCESS: Final = "wait-30000"


class UncaughtError(Exception):
    """An exception that the program does not catch."""


def blocking(ending: str, url: str) -> None:
    """Exit with a blocking client."""
    client = kms.KMSClient(region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url)
    client.encrypt(key_id="k", plaintext=b"warm").unwrap()
    match ending:
        case "closed":
            client.close()
        case "in flight":
            started = threading.Event()

            def call() -> None:
                started.set()
                client.encrypt(key_id=_LONGER_THAN_THE_PROCESS, plaintext=b"late").unwrap()

            threading.Thread(target=call, daemon=True).start()
            started.wait()
            # When this slow call ends, the other request has been sent.
            client.encrypt(key_id="wait-20", plaintext=b"clock").unwrap()
        case "uncaught":
            raise UncaughtError
        case _:
            assert ending == "open"


async def on_asyncio(ending: str, url: str) -> None:
    """Exit with an async client."""
    client = kms.AsyncKMSClient(region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url)
    (await client.encrypt(key_id="k", plaintext=b"warm")).unwrap()
    match ending:
        case "closed":
            await client.aclose()
        case "in flight":
            late = client.encrypt(key_id=_LONGER_THAN_THE_PROCESS, plaintext=b"late")
            _kept.append(asyncio.create_task(late))
            (await client.encrypt(key_id="wait-20", plaintext=b"clock")).unwrap()
        case "uncaught":
            raise UncaughtError
        case _:
            assert ending == "open"


_kept: Final[list[object]] = []


if __name__ == "__main__":
    if sys.argv[1] == "blocking":
        blocking(*sys.argv[2:])
    else:
        run(on_asyncio(*sys.argv[2:]))
