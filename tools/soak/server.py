"""The server of the soak, in a process of its own: it misbehaves on command, and keeps no requests.

`python -m tools.soak.server CERTIFICATE` writes the authority to trust there, prints its URLs as JSON,
and ends with its standard input.
"""

import json
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.faults.certificates import Certificates
from tests.faults.environment import listening_at
from tests.faults.processes import ROOT
from tests.faults.server import FaultServer
from tools.soak.kinds import ADDRESSES


@contextmanager
def soak_server(trusted: Path) -> Generator[Mapping[str, str]]:
    """Run the server, and yield its URLs by address."""
    with subprocess.Popen(  # noqa: S603  # our own server
        [sys.executable, "-W", "error", "-m", "tools.soak.server", str(trusted)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.communicate()


def serve(trusted: Path) -> None:
    """Listen until the parent process ends."""
    certificates = Certificates()
    certificates.write_trusted(trusted)
    server = FaultServer(remembers=False)
    server.go.set()  # faults on an idle connection follow directly after the response
    with ExitStack() as stack:
        stack.enter_context(server.listening())
        urls = {
            address: stack.enter_context(listening_at(address, server, certificates))
            for address in ADDRESSES
        }
        sys.stdout.write(f"{json.dumps(urls)}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
