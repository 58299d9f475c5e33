"""The time to decode one large response, without HTTP."""

import time

from tests.benchmarks.protocol import ClientModule, Numbers
from tests.benchmarks.responses import LIST_KEYS
from tests.benchmarks.setup import Setup


def measure(client: ClientModule, setup: Setup) -> Numbers:
    """Decode a response of ListKeys again and again."""
    decode = client.decoder(LIST_KEYS)
    for _ in range(max(2, setup.calls // 10)):
        decode()
    begin = time.process_time()
    for _ in range(setup.calls):
        decode()
    return {"cpu_us": (time.process_time() - begin) / setup.calls * 1e6}
