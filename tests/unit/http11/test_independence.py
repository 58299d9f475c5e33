"""http11 is a package of its own."""

import subprocess
import sys

_PROGRAM = """
import sys
from smaws_kms._runtime.http11 import Http11AsyncTransport, Http11Transport
print(sorted({name.partition(".")[0] for name in sys.modules} & {"httpx", "httpcore", "anyio"}))
"""


def test_without_httpx() -> None:
    """Both transports load nothing of httpx."""
    command = [sys.executable, "-c", _PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert "[]\n" == done.stdout
