"""Every text that a user can meet is in one file, and follows the same rules."""

import difflib
import sys

import pytest

from tests.texts.not_shown import NOT_SHOWN, PATTERNS
from tests.texts.rules import LONG, broken_rules
from tests.texts.snapshot import FILE, Line, produce, written
from tests.texts.templates import Template, find_templates


@pytest.fixture(scope="module")
def rooms() -> dict[str, list[Line]]:
    """Run all cases."""
    return produce()


@pytest.fixture(scope="module")
def lines(rooms: dict[str, list[Line]]) -> list[Line]:
    """Return the lines of all rooms."""
    return [line for found in rooms.values() for line in found]


@pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info[:2] != (3, 11),
    reason="the words of the system, of Python and of OpenSSL are those of Python 3.11 on Linux",
)
def test_snapshot(rooms: dict[str, list[Line]]) -> None:
    """The file has the texts that the cases produce; `make texts` writes it."""
    stored, now = FILE.read_text().splitlines(), written(rooms).splitlines()
    changes = difflib.unified_diff(stored, now, "texts.txt", "now", lineterm="", n=0)

    assert "" == "\n".join(changes), "read the changed texts, then run: python -m tests.texts"


def test_names(rooms: dict[str, list[Line]]) -> None:
    """Within a room, every case has a name of its own."""
    names = {title: [line.name for line in found] for title, found in rooms.items()}

    assert {title: sorted(set(found)) for title, found in names.items()} == {
        title: sorted(found) for title, found in names.items()
    }


def test_every_text_has_a_case(lines: list[Line]) -> None:
    """Each text in the source is in a line of the snapshot, or listed with a reason."""
    produced = "\n".join(line.text for line in lines).splitlines()
    missing = [
        each
        for each in find_templates()
        if not _is_left_out(each) and not any(map(each.matches, produced))
    ]

    assert [] == missing, "add a case to tests/texts"


def test_list_of_literals_without_a_case() -> None:
    """The list has no literal that is not in the source, and is short."""
    texts = [each.text for each in find_templates()]

    assert set() == NOT_SHOWN.keys() - set(texts)
    assert len(NOT_SHOWN) < len(texts) / 10


def test_rules(lines: list[Line]) -> None:
    """Every text is one short line in the style of the others, without a secret."""
    assert {} == {
        f"{line.name}: {line.text}": broken for line in lines if (broken := [*broken_rules(line)])
    }


def test_long_texts(lines: list[Line]) -> None:
    """The list of longer texts has none that is gone."""
    unused = [part for part in LONG if not any(part in line.text for line in lines)]

    assert [] == unused


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ConnectError: ", "it is empty"),
        ("ConnectError: one\ntwo", "it is not one printable line"),
        ("ConnectError: " + "x" * 400, "it is longer than other texts"),
        ("ConnectError: the key geheim", "it shows a secret"),
        ("ConnectError: <object at 0xADDRESS>", "it shows an address in memory"),
        ("ConnectError: the host None", "it says None where a value is expected"),
        ("ConnectError: the host: , and", "two signs of punctuation meet"),
        ("ConnectError: the  host", "two spaces meet"),
        ("ConnectError: the host.", "it ends like a sentence"),
        ("ConnectError: Encrypt: The host", "it starts like a sentence"),
        ("ConnectError: no kms.eu-west-1.amazonaws.com:443", "it depends on the network"),
    ],
)
def test_broken_rules(text: str, rule: str) -> None:
    """Each rule finds a text that breaks it."""
    assert rule in [*broken_rules(Line("a case", text))]


@pytest.mark.parametrize(
    ("text", "produced", "is_found"),
    [
        ("{} closed {}", "kms.test closed the connection", True),
        ("{} closed {}", "kms.test opened the connection", False),
        ("{}: (a) {}", "x: (a) b", True),
        ("run: login --profile {profile}", "run: login --profile app", True),
    ],
)
def test_templates(text: str, produced: str, *, is_found: bool) -> None:
    """A text in the source matches a produced one that has its literal parts."""
    assert is_found == Template("module.py", text).matches(produced)


def _is_left_out(template: Template) -> bool:
    return template.text in NOT_SHOWN or any(part in template.text for part in PATTERNS)
