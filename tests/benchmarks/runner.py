"""Runs each cell in a process of its own, in rounds."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field

from tests.benchmarks.plan import ROOT, Cell
from tests.benchmarks.record import Record
from tests.benchmarks.server import Server

_TIMEOUT: Final = 120.0


@define
class Runner:
    """Measures cells, and reports progress to stderr."""

    server: Server
    record: Record
    total: int = 0
    _done: int = 0
    _begin: float = field(factory=time.monotonic)
    _failed: set[tuple[str, str, str]] = field(factory=set[tuple[str, str, str]])

    def run_round(self, cells: Iterable[Cell]) -> None:
        """Measure each cell once. A client that fails once is not asked again."""
        for cell in cells:
            numbers = self.measure(cell)
            if numbers is not None:
                self.record.add(cell.part, cell.variant, cell.client.name, numbers)

    def measure(self, cell: Cell) -> dict[str, float] | None:
        """Return the numbers of a cell; `None` if it fails, now or before."""
        self._done += 1
        name = (cell.part, cell.variant, cell.client.name)
        if name in self._failed:
            return None
        numbers = self._numbers(cell)
        if isinstance(numbers, str):
            self._failed.add(name)
            self.record.problems.append(f"{', '.join(name)}: {numbers}")
            self._say(cell, f"failed: {numbers}")
            return None
        self._say(cell, ", ".join(f"{key} {value:.4g}" for key, value in numbers.items()))
        return numbers

    def _numbers(self, cell: Cell) -> dict[str, float] | str:
        """Return the numbers, or why there are none."""
        work = cell.parameters.get("work", "encrypt 64 B")
        parameters = {
            **cell.parameters,
            "url": self.server.url(work, proxied=cell.proxied),
            "trusted": str(self.server.trusted),
        }
        arguments = [f"{name}={value}" for name, value in parameters.items()]
        begin = time.monotonic()
        try:
            done = subprocess.run(  # noqa: S603  # our own scripts
                [cell.client.python, "tests/benchmarks/child.py", cell.client.module, *arguments],
                cwd=ROOT,
                env=self._environment(cell),
                capture_output=True,
                text=True,
                timeout=_TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"no result in {_TIMEOUT:.0f} s"
        if done.returncode != 0 or not done.stdout:
            return (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
        numbers: dict[str, float] = json.loads(done.stdout)
        if "at" in numbers:
            numbers["wall_ms"] = (numbers.pop("at") - begin) * 1e3
        return numbers

    def _environment(self, cell: Cell) -> Mapping[str, str]:
        dropped = ("AWS_", "PYTHON", "SMAWS_KMS_", "HTTP", "NO_PROXY", "ALL_PROXY")
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.upper().startswith(dropped)
        }
        return {
            **inherited,
            "AWS_CA_BUNDLE": str(self.server.trusted),
            "SSL_CERT_FILE": str(self.server.trusted),
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            "PYTHONPATH": str(ROOT),
            **({"HTTPS_PROXY": self.server.proxy} if cell.proxied else {}),
            **cell.client.settings,
        }

    def _say(self, cell: Cell, text: str) -> None:
        seconds = time.monotonic() - self._begin
        sys.stderr.write(
            f"[{self._done}/{self.total} {seconds:4.0f} s] {cell.part}, {cell.variant}, "
            f"{cell.client.name}: {text}\n"
        )
        sys.stderr.flush()
