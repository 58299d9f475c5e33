"""Measure one client in this process: `python tests/benchmarks/child.py MODULE NAME=VALUE...`.

Imports nothing that a client might not import, because the cold start of a client is measured from here.
Prints a JSON object of numbers.
"""

import sys

from tests.benchmarks.setup import Setup

_MODULES = {
    "load": "load",
    "start": "cold_start",
    "memory": "memory",
    "decode": "decoding",
    "stages": "stage_cell",
}


def main(module: str, arguments: "list[str]") -> None:
    """Measure, and print."""
    setup = Setup(arguments)
    client = __import__(module, fromlist=["blocking"])
    name = f"tests.benchmarks.{_MODULES[setup.measure]}"
    measurement = __import__(name, fromlist=["measure"])
    numbers = measurement.measure(client, setup)
    import json  # noqa: PLC0415
    import os  # noqa: PLC0415

    sys.stdout.write(json.dumps(numbers))
    sys.stdout.flush()
    os._exit(0)  # shutdown is not measured, and some clients take seconds for it


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
