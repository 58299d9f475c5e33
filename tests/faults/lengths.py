"""How often things are done: a short form for every change, a long one for `make faultslong`."""

import os
from typing import Final

LONG: Final = os.environ.get("SMAWS_KMS_TESTS") == "long"
CALLS: Final = 100_000 if LONG else 3_000
CANCELLATIONS: Final = 10_000 if LONG else 1_000
TASKS: Final = 5_000 if LONG else 1_500
CALLS_A_THREAD: Final = 500 if LONG else 15
CALLS_A_PROCESS: Final = 500 if LONG else 40
