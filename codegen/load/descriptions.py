"""Our own texts for what the model names, from the TOML files of a directory.

See codegen/descriptions: a table per shape or operation, with a text per member. A service for which
nobody has written any gets plain one-liners instead.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias, cast

from attrs import Factory, define, frozen

from codegen.support.errors import DescriptionsError, MissingDescriptions

Section: TypeAlias = Mapping[str, str]

_COMMON: Final = "members"
"""Table of texts for members that mean the same everywhere."""
_API: Final = "api"
"""Table about the service as a whole."""


@frozen(kw_only=True)
class Text:
    """What is said of a shape."""

    summary: str
    details: str = ""


@frozen(kw_only=True)
class OperationText(Text):
    """What is said of an operation."""

    permission: str = ""
    cross_account: str = ""
    link: str = ""


@define
class Descriptions:
    """The texts, and a record of which were asked for."""

    sections: Mapping[str, Section] | None
    """Texts by shape and member; `None` where nobody has written any."""
    _missing: dict[str, None] = Factory(dict[str, None])
    _used: set[tuple[str, str]] = Factory(set[tuple[str, str]])

    def shape(self, shape: str, fallback: str) -> Text:
        """Return what is said of a structure, an error or an enum."""
        summary = self._text(shape, "summary", fallback)
        return Text(summary=summary, details=self._optional_text(shape, "details"))

    def member(self, shape: str, member: str, fallback: str) -> str:
        """Return what is said of a member, or of a value of an enum."""
        common = self._section(_COMMON).get(member)
        if common is not None and member not in self._section(shape):
            return common.strip()
        return self._text(shape, member, fallback)

    def operation(self, operation: str, fallback: str) -> OperationText:
        """Return what is said of an operation."""
        pattern = self._section(_API).get("reference", "")
        return OperationText(
            summary=self._text(operation, "summary", fallback),
            details=self._optional_text(operation, "details"),
            permission=self._text(operation, "permission", ""),
            cross_account=self._text(operation, "cross_account", ""),
            link=pattern.replace("{operation}", operation),
        )

    def check(self) -> None:
        """Raise an error if a text was missing, or describes what the model does not have."""
        if self._missing:
            raise MissingDescriptions(self._missing)
        unknown = [
            f"\n  {section}.{key}"
            for section, texts in (self.sections or {}).items()
            for key in texts
            if section not in {_COMMON, _API} and (section, key) not in self._used
        ]
        if unknown:
            raise DescriptionsError(f"the model has nothing of these names:{''.join(unknown)}")

    def _section(self, name: str) -> Section:
        return (self.sections or {}).get(name, {})

    def _text(self, section: str, key: str, fallback: str) -> str:
        if self.sections is None:
            return fallback
        text = self._optional_text(section, key)
        if not text:
            self._missing[f"{section}.{key}"] = None
        return text

    def _optional_text(self, section: str, key: str) -> str:
        self._used.add((section, key))
        return self._section(section).get(key, "").strip()


def load_descriptions(directory: Path | None) -> Descriptions:
    """Return the texts of every TOML file below a directory."""
    if directory is None:
        return Descriptions(None)
    sections: dict[str, Section] = {}
    for path in sorted(directory.rglob("*.toml")):
        for name, section in _read(path).items():
            if name in sections:
                raise DescriptionsError(f"{path.name}: {name} is described in another file too")
            sections[name] = section
    return Descriptions(sections)


def _read(path: Path) -> Mapping[str, Section]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DescriptionsError(f"{path.name}: {error}") from error
    return {name: _section(table, f"{path.name}: {name}") for name, table in tables.items()}


def _section(table: object, where: str) -> Section:
    texts = cast("dict[str, object]", table) if isinstance(table, dict) else {}
    if not texts or not all(isinstance(text, str) for text in _values(texts)):
        raise DescriptionsError(f"{where} is not a table of texts")
    return cast("Section", texts)


def _values(texts: Mapping[str, object]) -> Iterable[object]:
    return texts.values()
