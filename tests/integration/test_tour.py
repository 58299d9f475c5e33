"""The tour, run as `make demo` runs it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import smaws_kms as kms

TOUR: Final = Path(__file__).parents[2] / "docs" / "examples" / "tour.py"

pytestmark = pytest.mark.skipif(
    not TOUR.is_file(), reason="the tour is part of the checkout, not of the package"
)


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the tour with this Python and this package."""
    package = Path(kms.__file__).parents[1]
    return subprocess.run(  # noqa: S603  # our own script
        [sys.executable, "-W", "error", TOUR, *arguments],
        env={**os.environ, "PYTHONPATH": str(package), **environ},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_with_moto() -> None:
    """Every result is as expected in any environment, and no secret is printed."""
    done = run(AWS_PROFILE="missing", AWS_REGION="nowhere", HTTPS_PROXY="http://127.0.0.1:1")

    assert ("", 0) == (done.stderr, done.returncode)
    assert done.stdout.splitlines()[-1].endswith(": everything as expected")
    assert "UNEXPECTED" not in done.stdout
    assert "plaintext=<32 bytes>" in done.stdout
    assert "quick brown fox" not in done.stdout


def test_live(endpoint: str, blocking_client: kms.KMSClient) -> None:
    """With `--live` the environment is used, and every created key is scheduled for deletion."""
    done = run(
        "--live",
        AWS_ENDPOINT_URL_KMS=endpoint,
        AWS_REGION="us-east-1",
        AWS_ACCESS_KEY_ID="AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY="not a secret",
    )

    assert ("", 0) == (done.stderr, done.returncode)
    states = [
        blocking_client.describe_key(key_id=key.key_id or "").unwrap().key_metadata.key_state
        for key in blocking_client.list_keys.items()
    ]
    assert [kms.KeyState.PendingDeletion] * 4 == states


def test_no_server(unused_port: int) -> None:
    """If no server responds, the tour prints the error and exits with status 1."""
    done = run(
        "--live",
        AWS_ENDPOINT_URL_KMS=f"http://127.0.0.1:{unused_port}",
        AWS_REGION="us-east-1",
        AWS_ACCESS_KEY_ID="AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY="not a secret",
    )

    assert ("", 1) == (done.stderr, done.returncode)
    assert "UNEXPECTED the step ends here, with ConnectError" in done.stdout
