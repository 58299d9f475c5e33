"""Generate, import and type-check a client for every awsJson service that has a model.

    python -m tests.models.every_service build/models [folder of Smithy JSON ASTs]

Without a folder, the models are those that botocore ships. Takes some minutes; `make models` runs it.
Prints one line for each part of a model that a package lacks.
"""

import multiprocessing
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from codegen.support.errors import GeneratorError
from tests.models.generation import (
    Generated,
    check_examples,
    check_with_mypy,
    generate_source,
    load_everything,
)
from tests.models.sources import Source, sources


def main(directory: Path, folder: Path | None) -> int:
    """Write and check all packages below a folder, and return the exit code."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    name, found = sources(folder)
    print(f"{name}: {len(found)} awsJson services")
    with multiprocessing.get_context("spawn").Pool() as pool:
        outcomes = pool.starmap(_generate, [(source, directory) for source in found])
        generated = [it for it in outcomes if isinstance(it, Generated)]
        _report(generated, [it for it in outcomes if isinstance(it, str)])
        packages = [it.package for it in generated]
        failures = _import(pool.starmap(_problem_of, [(it, directory) for it in packages]))
    failures += len(found) - len(generated)
    return 1 if failures + _check(directory, packages) else 0


def _generate(source: Source, directory: Path) -> Generated | str:
    try:
        return generate_source(source, directory)
    except GeneratorError as error:
        return f"{source.package}: {error}"


def _report(generated: Sequence[Generated], refused: Sequence[str]) -> None:
    for it in generated:
        for line in it.left_out:
            print(f"{it.package}: {line}")
    print(*refused, sep="\n")
    operations = sum(it.operations for it in generated)
    print(f"generated {len(generated)} packages with {operations} operations, at {_elapsed()}")


def _problem_of(package: str, directory: Path) -> str | None:
    try:
        wrong = check_examples(load_everything(package, directory))
        return f"{package}: wrong examples: {', '.join(wrong)}" if wrong else None
    except Exception as error:  # noqa: BLE001  # any failure is reported, and the other services follow
        return f"{package}: {type(error).__name__}: {error}"


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
    _OUT, *_FOLDER = [Path(argument).resolve() for argument in sys.argv[1:]]
    sys.exit(main(_OUT, _FOLDER[0] if _FOLDER else None))
