"""A failure of the network needs no module that the first call has not loaded.

Without free file descriptors no module can be imported, and that is when connections fail.
"""

from typing import Final

import pytest

from tests.unit import test_first_call
from tests.unit.http11.scripted_server import Server
from tests.unit.test_first_call import loaded

server, environment = test_first_call.server, test_first_call.environment  # fixtures

_NO_IMPORTS: Final = """
import sys

class Full:
    def find_spec(self, name, path, target=None):
        raise OSError(24, f"Too many open files: {name}")

def connect(*_):
    raise OSError(24, "Too many open files")

def exhaust():
    import socket
    sys.meta_path.insert(0, Full())
    socket.socket.__init__ = connect
"""
_BLOCKING: Final = f"""{_NO_IMPORTS}
import smaws_kms as kms
with kms.KMSClient(endpoint_url=sys.argv[1], retry=kms.RetryPolicy(base_delay=0.0)) as client:
    client.encrypt(key_id="alias/a", plaintext=b"hello").unwrap()
    client.close()
with kms.KMSClient(endpoint_url=sys.argv[1], retry=kms.RetryPolicy(base_delay=0.0)) as client:
    exhaust()
    result = client.encrypt(key_id="alias/a", plaintext=b"hello")
print(type(result.err).__name__, result.metadata.attempts[-1].error is None, result.err.attempts)
"""
_ASYNC: Final = f"""{_NO_IMPORTS}
import asyncio
import smaws_kms as kms
def client():
    return kms.AsyncKMSClient(endpoint_url=sys.argv[1], retry=kms.RetryPolicy(base_delay=0.0))
async def call():
    async with client() as first:
        (await first.encrypt(key_id="alias/a", plaintext=b"hello")).unwrap()
    async with client() as second:
        exhaust()
        return await second.encrypt(key_id="alias/a", plaintext=b"hello")
result = asyncio.run(call())
print(type(result.err).__name__, result.metadata.attempts[-1].error is None, result.err.attempts)
"""


@pytest.mark.parametrize("program", [_BLOCKING, _ASYNC], ids=["blocking", "async"])
def test_connection_fails(
    program: str,
    server: Server,
    environment: dict[str, str],
) -> None:
    """The call ends in its error after all attempts."""
    assert {"ConnectError", "False", "3"} == loaded(program, server, environment)
