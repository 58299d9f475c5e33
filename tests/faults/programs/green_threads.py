"""Make calls in a program that eventlet or gevent has patched: `green_threads blocking LIBRARY URL`.

Prints how many calls succeeded, and how many connections the server had at a time.
"""

import json
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

_CALLS: Final = 20


def _patched(library: str) -> Callable[..., Any]:
    """Patch the standard library; return the function that starts a green thread."""
    if library == "gevent":
        import_module("gevent.monkey").patch_all()
    else:
        _patch_with_eventlet()
    start: Callable[..., Any] = import_module(library).spawn
    return start


def _patch_with_eventlet() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about itself
        eventlet = import_module("eventlet")
    eventlet.monkey_patch()


def _main(_client_kind: str, library: str, url: str) -> None:
    spawn = _patched(library)
    import smaws_kms as kms  # noqa: PLC0415  # after the patches

    credentials = kms.Credentials("AKIDEXAMPLE", "not a secret")
    with kms.KMSClient(
        region="eu-west-1",
        credentials=lambda: credentials,
        endpoint_url=url,
        timeout=kms.Timeout(connect=60, attempt=60),
        retry=kms.RetryPolicy(mode="off"),
    ) as client:

        def call() -> None:
            right.append(client.encrypt(key_id=f"together-{_CALLS}", plaintext=b"hi").is_ok)

        right: list[bool] = []
        threads = [spawn(call) for _ in range(_CALLS)]
        for thread in threads:
            thread.wait() if library == "eventlet" else thread.join()
        stats = client.encrypt(key_id="stats", plaintext=b"stats").unwrap().ciphertext_blob
    sys.stdout.write(json.dumps([sum(right), json.loads(stats)["most"]]))


if __name__ == "__main__":
    _main(*sys.argv[1:])
