"""Texts of failures to connect."""

import errno

import pytest

from smaws_kms._runtime.http11.errors import CouldNotConnect, connecting


def test_failures_of_asyncio() -> None:
    """The system's words replace those of asyncio, which name the address again but not the reason."""
    found = OSError(errno.ECONNREFUSED, "Connect call failed ('127.0.0.1', 1)")
    with pytest.raises(CouldNotConnect) as caught, connecting("kms.test:443"):
        raise found

    assert str(caught.value) == (
        f"could not connect to kms.test:443: [Errno {errno.ECONNREFUSED}] Connection refused"
    )
