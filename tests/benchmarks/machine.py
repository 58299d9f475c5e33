"""Facts about the machine and the versions, without names or paths of this machine."""

import json
import os
import platform
import ssl
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Final

from smaws_kms import __version__
from tests.benchmarks.plan import AIOBOTOCORE, BOTO3, CAPO, Client

_PEERS: Final = {
    AIOBOTOCORE: ("aiobotocore", "botocore", "aiohttp"),
    BOTO3: ("boto3", "botocore", "urllib3"),
    CAPO: ("capo-kms", "zapros"),
}
_ASK: Final = (
    "import json, sys; from importlib.metadata import version; "
    "print(json.dumps({name: version(name) for name in sys.argv[1:]}))"
)


def machine_facts(server: str) -> dict[str, str]:
    """Return what the figures depend on."""
    return {
        "CPU": _cpu(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "Python": platform.python_version(),
        "OpenSSL": ssl.OPENSSL_VERSION.split()[1],
        "server": server,
        "smaws_kms": f"{__version__}, httpx {version('httpx')}, uvloop {version('uvloop')}",
        **{peer.name: _versions(peer, names) for peer, names in _PEERS.items() if peer.installed},
    }


def _versions(peer: Client, names: tuple[str, ...]) -> str:
    done = subprocess.run(  # noqa: S603  # an environment of ours
        [peer.python, "-c", _ASK, *names], capture_output=True, text=True, check=True
    )
    own, *others = json.loads(done.stdout).items()
    return ", ".join([own[1], *(f"{name} {number}" for name, number in others)])


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:  # not Linux
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
