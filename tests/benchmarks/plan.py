"""What is measured: the clients, and the cells of each part."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import field, frozen

ROOT: Final = Path(__file__).parents[2]


@frozen
class Client:
    """A client to measure."""

    name: str
    module: str
    peer: str = ""
    """The environment, `.venvs/bench-PEER`, if the client is not ours."""
    interpreter: str = ""
    """An interpreter instead of that of the environment."""
    settings: Mapping[str, str] = field(factory=dict[str, str], eq=False)
    """Environment variables."""

    @property
    def python(self) -> str:
        """The interpreter, of an environment with nothing else if `make bench` has made one."""
        if self.interpreter:
            return self.interpreter
        found = ROOT / ".venvs" / f"bench-{self.peer or 'smaws-kms'}" / "bin" / "python"
        return str(found) if self.peer or found.exists() else sys.executable

    @property
    def installed(self) -> bool:
        """Whether its environment exists."""
        return Path(self.python).exists()


_CLIENTS: Final = "tests.benchmarks.clients"
_PEERS: Final = "tests.benchmarks.peers"
PACKAGE: Final = Client("smaws_kms", f"{_CLIENTS}.package")
ON_HTTPX: Final = Client(
    "smaws_kms on httpx's transports", f"{_CLIENTS}.package", settings={"SMAWS_KMS_ENGINE": "off"}
)
HTTPX: Final = Client("httpx alone", f"{_CLIENTS}.httpx_send")
SIGNED: Final = Client("signed floor", f"{_CLIENTS}.signed_floor")
TLS: Final = Client("TLS floor", f"{_CLIENTS}.tls_floor")
AIOBOTOCORE: Final = Client("aiobotocore", f"{_PEERS}.with_aiobotocore", "aiobotocore")
BOTO3: Final = Client("boto3", f"{_PEERS}.with_boto3", "boto3")
CAPO: Final = Client("capo-kms", f"{_PEERS}.with_capo", "capo-kms")

ASYNC: Final = (PACKAGE, ON_HTTPX, AIOBOTOCORE, CAPO, SIGNED, TLS)
BLOCKING: Final = (PACKAGE, ON_HTTPX, BOTO3, CAPO, SIGNED, TLS)
AT_ONCE: Final = (1, 8, 32, 128, 256, 1_000)
THREADS: Final = (1, 8)
OPERATIONS: Final = ("encrypt 64 B", "encrypt 4 KB", "generate data key", "list keys")
_TOKEN: Final = "T" * 400
_LARGE: Final = 10
"""How many times fewer calls work takes that is large, or that waits 40 ms in each call."""
_ON_HTTPX: Final = (1, 32)
"""Calls at a time on httpx's transports; more take a minute, or fail."""
PARTS: Final = ("async", "blocking", "operations", "variants", "decode", "start", "memory")


@frozen
class Cell:
    """A figure: a client in a variant of a part."""

    part: str
    variant: str
    client: Client
    parameters: Mapping[str, str] = field(factory=dict[str, str])
    """Arguments of the process, see `setup.Setup`."""
    proxied: bool = False


def cells(parts: Iterable[str], calls: int) -> Iterator[Cell]:
    """Yield the cells of a round, those that are compared next to each other."""
    for part in parts:
        for cell in _MAKERS[part](calls):
            if cell.client.installed:
                yield cell


def _async(calls: int) -> Iterator[Cell]:
    for at_once in AT_ONCE:
        for client in ASYNC:
            if client is ON_HTTPX and at_once not in _ON_HTTPX:
                continue
            number = str(max(calls, 5 * at_once))
            parameters = {"at_once": str(at_once), "calls": number}
            yield Cell("async", str(at_once), client, parameters)


def _blocking(calls: int) -> Iterator[Cell]:
    for threads in THREADS:
        for client in BLOCKING:
            number = str(calls // _LARGE if client is CAPO else calls)
            parameters = {"kind": "blocking", "at_once": str(threads), "calls": number}
            yield Cell("blocking", str(threads), client, parameters)


def _operations(calls: int) -> Iterator[Cell]:
    for work in OPERATIONS:
        for kind, at_once, clients in (
            ("async", 32, (PACKAGE, AIOBOTOCORE, CAPO)),
            ("blocking", 1, (PACKAGE, BOTO3)),  # capo-kms would wait a minute
        ):
            for client in clients:
                number = str(calls // _LARGE if work == "list keys" else calls)
                parameters = {"kind": kind, "at_once": str(at_once), "calls": number, "work": work}
                yield Cell("operations", f"{kind}, {work}", client, parameters)


def _variants(calls: int) -> Iterator[Cell]:
    usual = {"at_once": "32", "calls": str(calls)}
    for client in (PACKAGE, AIOBOTOCORE, CAPO, SIGNED):
        yield Cell("variants", "default", client, usual)
    for client in (PACKAGE, AIOBOTOCORE, CAPO, SIGNED):
        yield Cell("variants", "session token", client, {**usual, "token": _TOKEN})
    for client in (PACKAGE, SIGNED, TLS):
        yield Cell("variants", "uvloop", client, {**usual, "loop": "uvloop"})
    for client in (PACKAGE, AIOBOTOCORE, CAPO):
        yield Cell("variants", "through a proxy", client, usual, proxied=True)
    for client in (PACKAGE, HTTPX):
        yield Cell("variants", "a user's httpx client", client, {**usual, "httpx": "user"})


def _decode(calls: int) -> Iterator[Cell]:
    for client in (PACKAGE, BOTO3):
        yield Cell(
            "decode", "list keys", client, {"measure": "decode", "calls": str(calls // _LARGE)}
        )


def _start(_calls: int) -> Iterator[Cell]:
    for _ in range(3):  # short, and noisier than the rest
        for client in (PACKAGE, BOTO3, CAPO, SIGNED):
            yield Cell("start", "blocking", client, {"measure": "start", "kind": "blocking"})
        for client in (PACKAGE, AIOBOTOCORE, CAPO, SIGNED):
            yield Cell("start", "async", client, {"measure": "start"})


def _memory(_calls: int) -> Iterator[Cell]:
    for client in (PACKAGE, BOTO3, CAPO, SIGNED):
        yield Cell("memory", "blocking", client, {"measure": "memory", "kind": "blocking"})
    for client in (PACKAGE, AIOBOTOCORE, CAPO, SIGNED):
        yield Cell("memory", "async", client, {"measure": "memory"})


_MAKERS: Final[Mapping[str, Callable[[int], Iterator[Cell]]]] = dict(
    zip(
        PARTS,
        (_async, _blocking, _operations, _variants, _decode, _start, _memory),
        strict=True,
    )
)
