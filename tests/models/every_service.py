"""Generates a client for every awsJson service that botocore ships, imports and type-checks it.

    python -m tests.models.every_service build/models

Takes some minutes; `make models` runs it. What the packages lack is said line by line.
"""

import multiprocessing
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from codegen.botocore_import import botocore_version, json_services
from tests.models.generation import (
    Generated,
    check_with_mypy,
    generate_service,
    load_everything,
    package_of,
)


def main(directory: Path) -> int:
    """Do it all below a folder, and return the exit code."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    services = list(json_services())
    print(f"botocore {botocore_version()}: {len(services)} awsJson services")
    with multiprocessing.get_context("spawn").Pool() as pool:
        places = [(service, directory) for service in services]
        _report(pool.starmap(generate_service, places))
        failures = _import(pool.starmap(_problem_of, places))
    return 1 if failures + _check(directory, [package_of(it) for it in services]) else 0


def _report(generated: Sequence[Generated]) -> None:
    for it in generated:
        for line in it.left_out:
            print(f"{it.package}: {line}")
    operations = sum(it.operations for it in generated)
    print(f"generated {len(generated)} packages with {operations} operations, at {_elapsed()}")


def _problem_of(service: str, directory: Path) -> str | None:
    try:
        load_everything(package_of(service), directory)
    except Exception as error:  # noqa: BLE001  # whatever it is, the other services come next
        return f"{package_of(service)}: {type(error).__name__}: {error}"
    return None


def _import(problems: Sequence[str | None]) -> int:
    found = [problem for problem in problems if problem]
    print(*found, f"imported all but {len(found)}, at {_elapsed()}", sep="\n")
    return len(found)


def _check(directory: Path, packages: Sequence[str]) -> int:
    errors = check_with_mypy(directory, packages)
    print(errors, f"mypy --strict: {len(errors.splitlines())} errors, at {_elapsed()}", sep="\n")
    return len(errors.splitlines())


_STARTED = time.monotonic()


def _elapsed() -> str:
    return f"{time.monotonic() - _STARTED:.0f} s"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
