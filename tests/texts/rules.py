"""What holds for every text, whatever it says."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import smaws_kms as kms
from tests.texts.snapshot import Line
from tests.unit.redaction.secret_markers import holds_secret

MAX_LENGTH: Final = 400
LONG: Final[Mapping[str, str]] = MappingProxyType(
    {
        "needs a code of the MFA device": "three ways out, of which two are commands with an ARN",
        "OSError: <redacted> word": "another program's text, cut at 500 characters",
        "no credentials found: ": "each place that was looked at, and what it lacks",
    }
)
"""Parts of texts that may be longer, and why."""

_SECRET: Final = "geheim"
"""Stands for a secret in cases where its form matters."""
_NAMES: Final = frozenset(dir(kms))
# ARNs and addresses have two colons; three full stops stand for what is left out.
_HARMLESS: Final = re.compile(r"arn:[\w:/-]+|::1?|\.{3,}|://")
_BARE_NONE: Final = re.compile(r"(?<!or )(?<!got )(?<!, not )(?<!returns )(?<!=)\bNone\b")
_FOREIGN: Final = re.compile(r"(Error|Exception): |refused to connect to .*: |\(_ssl\.c:N\)")
"""Before text of botocore, OpenSSL or httpcore, which has a style of its own."""


def broken_rules(line: Line) -> Iterator[str]:
    """Yield what is wrong with a text."""
    for rule, is_broken in _RULES.items():
        if is_broken(line):
            yield rule


def _message(line: Line) -> str:
    """Return the text without class, level and operation."""
    return re.sub(r"^(WARNING [\w.]+|[A-Z]\w+): ([A-Z]\w+: )?", "", line.text)


def _own(line: Line) -> str:
    """Return the message up to the text of another program."""
    return _FOREIGN.split(_message(line))[0]


def _starts_like_a_sentence(line: Line) -> bool:
    word = re.match(r"([A-Z][a-z]+) ", _own(line))
    return word is not None and word[1] not in _NAMES


_RULES: Final[dict[str, Callable[[Line], object]]] = {
    "it is empty": lambda line: not _message(line).strip(),
    "it is not one printable line": lambda line: not line.text.isprintable(),
    "it is longer than other texts": lambda line: (
        len(line.text) > MAX_LENGTH and not any(part in line.text for part in LONG)
    ),
    "it shows a secret": lambda line: holds_secret(line.text) or _SECRET in line.text,
    "it shows an address in memory": lambda line: "0xADDRESS" in line.text,
    "it says None where a value is expected": lambda line: _BARE_NONE.search(line.text),
    "two signs of punctuation meet": lambda line: re.search(
        r"[,;:.][,;:.]|\s[,;.](\s|$)", _HARMLESS.sub("X", _own(line))
    ),
    "two spaces meet": lambda line: "  " in line.text,
    "it ends like a sentence": lambda line: re.search(r"[^.][.,;:]$", _own(line)),
    "it starts like a sentence": _starts_like_a_sentence,
    "it depends on the network": lambda line: re.search(r"amazonaws\.com:443", line.text),
}
"""Each rule says what is wrong with a text that breaks it."""
