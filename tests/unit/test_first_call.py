"""A first call loads what it needs, and none of the modules that cost the start of a program most.

Each runs in a process of its own: import, a client with credentials, Region and roots in the environment,
one call over TLS. Modules of this list that a call needs after all are a reason to think, not a fault as
such: most have come in through one line of a module that every call loads.
"""

import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Final

import pytest

from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Peer, Server

_BLOCKING: Final = """
import sys
import smaws_kms as kms
with kms.KMSClient(endpoint_url=sys.argv[1]) as client:
    client.encrypt(key_id="alias/a", plaintext=b"hello").unwrap()
print(*sorted(sys.modules))
"""
_ASYNC: Final = """
import asyncio, sys
before = set(sys.modules)
import smaws_kms as kms
async def call():
    async with kms.AsyncKMSClient(endpoint_url=sys.argv[1]) as client:
        (await client.encrypt(key_id="alias/a", plaintext=b"hello")).unwrap()
asyncio.run(call())
print(*sorted(set(sys.modules) - before))
"""
"""The same, without the modules that asyncio itself loads."""

_RESPONSE: Final = (
    b'{"CiphertextBlob": "AAE=", "KeyId": "alias/a", "EncryptionAlgorithm": "SYMMETRIC_DEFAULT"}'
)
"""Complete, as of KMS: what lacks a member is left to cattrs."""

FORBIDDEN: Final = frozenset(
    {
        # Other packages.
        "anyio",
        "botocore",
        "cattrs",
        "certifi",
        "h11",
        "httpcore",
        "httptools",
        "httpx",
        "idna",
        "sniffio",
        "typing_extensions",
        # The standard library.
        "asyncio",
        "bz2",
        "calendar",
        "concurrent.futures.process",
        "concurrent.futures.thread",
        "configparser",
        "dataclasses",
        "decimal",
        "difflib",
        "email",
        "encodings.idna",
        "gzip",
        "http",
        "importlib.resources",
        "ipaddress",
        "logging.handlers",
        "lzma",
        "multiprocessing",
        "pathlib",
        "pickle",
        "queue",
        "random",
        "secrets",
        "shlex",
        "shutil",
        "signal",
        "statistics",
        "stringprep",
        "subprocess",
        "tempfile",
        "urllib.parse",
        "urllib.request",
        "uuid",
        "zlib",
        # This package.
        "smaws_kms._generated.structures",
        "smaws_kms._runtime.auth.botocore_chain",
        "smaws_kms._runtime.auth.credential_process",
        "smaws_kms._runtime.call.readiness",
        "smaws_kms._runtime.client.missing_attributes",
        "smaws_kms._runtime.config.file_parser",
        "smaws_kms._runtime.http.httpx_api",
        "smaws_kms._runtime.http.httpx_clients",
        "smaws_kms._runtime.http.no_proxy",
        "smaws_kms._runtime.http.proxied_senders",
        "smaws_kms._runtime.http.proxy_url",
        "smaws_kms._runtime.http11.client_certificate",
        "smaws_kms._runtime.http11.nested_tls",
        "smaws_kms._runtime.http11.tunnel",
        "smaws_kms._runtime.retry.rate_limiter",
        "smaws_kms._runtime.serde.cattrs_hooks",
        "smaws_kms._runtime.serde.compression",
        "smaws_kms._runtime.serde.type_advice",
        "smaws_kms._runtime.serde.type_checks",
        "smaws_kms._runtime.serde.validation",
        "smaws_kms._runtime.support.trio_backend",
    }
)
"""Modules that no first call loads."""

NOT_YET: Final[dict[str, str]] = {
    "queue": "the waiting line of the pool of blocking clients",
}
"""Modules of the list that calls still load, with the reason."""


def _answer(peer: Peer) -> None:
    for _ in peer.requests():
        peer.respond(_RESPONSE)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment with credentials and Region, and without files and coverage."""
    return {
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "not a secret",
        "AWS_REGION": "eu-west-1",
        "AWS_CA_BUNDLE": str(tmp_path / "roots.pem"),
        "HOME": str(tmp_path),
    }


@pytest.fixture
def server(tmp_path: Path) -> Generator[Server]:
    """Encrypt over TLS, with a certificate that `AWS_CA_BUNDLE` vouches for."""
    authority = Authority()
    authority.write(tmp_path / "roots.pem")
    started = Server(_answer, authority.server("localhost"))
    started.start()
    yield started
    started.stop()


def loaded(program: str, server: Server, environment: dict[str, str]) -> set[str]:
    """Return the modules that a program has loaded, with the packages of which they are."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program, server.url],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("program", [_BLOCKING, _ASYNC], ids=["blocking", "async"])
def test_modules(program: str, server: Server, environment: dict[str, str]) -> None:
    """A first call loads no module of the list."""
    found = loaded(program, server, environment)

    assert set() == (found & FORBIDDEN) - NOT_YET.keys()
    assert {
        "smaws_kms._generated.operations._encrypt",
        "smaws_kms._generated.enums._encryption_algorithm_spec",
    } <= found


def test_enums(server: Server, environment: dict[str, str]) -> None:
    """A first call loads the enums of its operation only."""
    found = loaded(_BLOCKING, server, environment)
    enums = {name for name in found if name.startswith("smaws_kms._generated.enums._")}

    assert {"smaws_kms._generated.enums._encryption_algorithm_spec"} == enums


def test_default_roots(server: Server, environment: dict[str, str]) -> None:
    """With certifi's roots, certifi and `importlib.resources` are not imported either."""
    del environment["AWS_CA_BUNDLE"]
    program = _BLOCKING.replace(".unwrap()", ".err.hints")
    found = loaded(program, server, environment)

    assert set() == found & {"certifi", "importlib.resources", "tempfile"}


def test_list_is_current() -> None:
    """Only modules of the list are excused."""
    assert NOT_YET.keys() <= FORBIDDEN
