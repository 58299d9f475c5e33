"""The figures of a run, kept as JSON."""

import json
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final

from attrs import define, field

FOLDER: Final = Path(__file__).parents[2] / "build" / "bench"


@define
class Record:
    """Every sample of a run, and where it ran."""

    facts: dict[str, str] = field(factory=dict[str, str])
    samples: dict[str, list[dict[str, float]]] = field(factory=dict[str, list[dict[str, float]]])
    stages: dict[str, Any] = field(factory=dict[str, Any])
    problems: list[str] = field(factory=list[str])

    def add(self, part: str, variant: str, client: str, numbers: Mapping[str, float]) -> None:
        """Add a sample."""
        self.samples.setdefault(_key(part, variant, client), []).append(dict(numbers))

    def median(self, part: str, variant: str, client: str, number: str) -> float | None:
        """Return the median over the rounds; `None` if it was not measured."""
        found = self.samples.get(_key(part, variant, client))
        return median(sample[number] for sample in found) if found else None

    def variants(self, part: str) -> list[str]:
        """Return the variants of a part, in the order of measurement."""
        return list(dict.fromkeys(key.split("|")[1] for key in self._of(part)))

    def clients(self, part: str) -> list[str]:
        """Return the clients of a part, in the order of measurement."""
        return list(dict.fromkeys(key.split("|")[2] for key in self._of(part)))

    def save(self, path: Path) -> None:
        """Write the record."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {
            "facts": self.facts,
            "samples": self.samples,
            "stages": self.stages,
            "problems": self.problems,
        }
        path.write_text(json.dumps(content, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Record":
        """Read a record."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def _of(self, part: str) -> list[str]:
        return [key for key in self.samples if key.startswith(f"{part}|")]


def _key(part: str, variant: str, client: str) -> str:
    return f"{part}|{variant}|{client}"
