"""The snapshot of all texts: what the cases produce, by room."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.texts import (
    cases_arguments,
    cases_connections,
    cases_credential_chain,
    cases_credentials,
    cases_httpx,
    cases_misuse,
    cases_proxies,
    cases_reprs,
    cases_responses,
    cases_results,
    cases_service_errors,
    cases_settings,
    cases_signing,
    cases_time_limits,
    cases_tls,
    cases_types,
    cases_warnings,
)
from tests.texts.place import Cases, Place, environment, text_of

FILE: Final = Path(__file__).with_name("texts.txt")

_HEAD: Final = """\
# Every text that a user can meet, one case a line. Written by `make texts`; see CONTRIBUTING.md.
"""


class Line(NamedTuple):
    """A case and its text."""

    name: str
    text: str


class Room(NamedTuple):
    """A title and its cases."""

    title: str
    cases: Callable[[Place], Cases]


_MODULES: Final = (
    cases_arguments,
    cases_types,
    cases_misuse,
    cases_settings,
    cases_credentials,
    cases_credential_chain,
    cases_connections,
    cases_tls,
    cases_proxies,
    cases_httpx,
    cases_time_limits,
    cases_responses,
    cases_service_errors,
    cases_results,
    cases_warnings,
    cases_reprs,
    cases_signing,
)
ROOMS: Final = [Room(module.TITLE, module.cases) for module in _MODULES]


def produce() -> dict[str, list[Line]]:
    """Run every case, and return the texts by room."""
    with tempfile.TemporaryDirectory() as folder, environment():
        place = Place(Path(folder))
        return {room.title: list(_lines(room, place)) for room in ROOMS}


def _lines(room: Room, place: Place) -> Iterator[Line]:
    for name, outcome in room.cases(place):
        yield Line(name, place.normalised(text_of(outcome)))


def written(rooms: dict[str, list[Line]]) -> str:
    """Return the content of the snapshot."""
    parts = [_HEAD]
    for title, lines in rooms.items():
        parts += [f"\n## {title}\n", *(f"{line.name}: {line.text}\n" for line in lines)]
    return "".join(parts)
