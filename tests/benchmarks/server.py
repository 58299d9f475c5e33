"""The server of the benchmark, with TLS, in one process of its own, and a proxy."""

import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen
from trustme import CA

from tests.benchmarks.nginx import nginx
from tests.benchmarks.proxy import HOST
from tests.benchmarks.responses import BODIES

ROOT: Final = Path(__file__).parents[2]


@frozen
class Server:
    """Where the processes find their server."""

    name: str
    ports: Mapping[str, int]
    """A port for each kind of work."""
    proxy: str
    """The URL of the proxy."""
    trusted: Path
    """The certificate to trust."""

    def url(self, work: str, *, proxied: bool = False) -> str:
        """Return the URL of an operation."""
        return f"https://{HOST if proxied else '127.0.0.1'}:{self.ports[work]}"


@contextmanager
def serving(nginx_program: str | None) -> Generator[Server]:
    """Run nginx, or a light server of our own, and the proxy."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, authority = Path(name), CA()
        authority.cert_pem.write_to_path(str(folder / "trusted.pem"))
        leaf = authority.issue_cert("127.0.0.1", HOST)
        leaf.private_key_and_cert_chain_pem.write_to_path(str(folder / "server.pem"))
        (proxy,) = stack.enter_context(_running("tests.benchmarks.proxy"))
        if nginx_program is None:
            kind = "a light server of our own"
            ports = stack.enter_context(
                _running("tests.benchmarks.light_server", str(folder / "server.pem"))
            )
        else:
            kind = f"nginx {_version(nginx_program)}"
            ports = stack.enter_context(nginx(nginx_program, folder))
        yield Server(
            kind,
            dict(zip(BODIES, ports, strict=True)),
            f"http://127.0.0.1:{proxy}",
            folder / "trusted.pem",
        )


@contextmanager
def _running(module: str, *arguments: str) -> Generator[list[int]]:
    """Run a module that prints its ports."""
    with subprocess.Popen(  # noqa: S603  # our own servers
        [sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield [int(port) for port in process.stdout.readline().split()]
        finally:
            process.kill()


def _version(program: str) -> str:
    done = subprocess.run(  # noqa: S603  # the program that runs next
        [program, "-v"], capture_output=True, text=True, check=True
    )
    return done.stderr.rpartition("/")[2].split()[0]
