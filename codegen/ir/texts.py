"""Texts of docstrings, looked up by the names of shapes, members and operations."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import Factory, define, frozen

from codegen.support.errors import DescriptionsError, MissingDescriptions

Section: TypeAlias = Mapping[str, str]

_COMMON: Final = "members"
"""Table of texts for members with the same meaning in every shape."""
_API: Final = "api"
"""Table with texts about the service as a whole."""


@frozen(kw_only=True)
class Text:
    """Summary and details of a shape's docstring."""

    summary: str
    details: str = ""


@frozen(kw_only=True)
class OperationText(Text):
    """Texts of an operation's docstring."""

    permission: str = ""
    cross_account: str = ""
    link: str = ""


@define
class Descriptions:
    """Texts of a service; records lookups, so that `check` finds missing and superfluous texts."""

    sections: Mapping[str, Section] | None
    """Texts by shape and member; `None` for a service without description files."""
    _missing: dict[str, None] = Factory(dict[str, None])
    _used: set[tuple[str, str]] = Factory(set[tuple[str, str]])

    def shape(self, shape: str, fallback: str) -> Text:
        """Return the text of a structure, an error or an enum."""
        summary = self._text(shape, "summary", fallback)
        return Text(summary=summary, details=self._optional_text(shape, "details"))

    def help(self, error: str) -> str:
        """Return what an error says if the service sends no message: its own text, else its summary."""
        return self._optional_text(error, "help") or self._section(error).get("summary", "").strip()

    def member(self, shape: str, member: str, fallback: str) -> str:
        """Return the text of a member or of an enum value."""
        common = self._section(_COMMON).get(member)
        if common is not None and member not in self._section(shape):
            return common.strip()
        return self._text(shape, member, fallback)

    def operation(self, operation: str, fallback: str) -> OperationText:
        """Return the texts of an operation."""
        pattern = self._section(_API).get("reference", "")
        return OperationText(
            summary=self._text(operation, "summary", fallback),
            details=self._optional_text(operation, "details"),
            permission=self._text(operation, "permission", ""),
            cross_account=self._text(operation, "cross_account", ""),
            link=pattern.replace("{operation}", operation),
        )

    def check(self) -> None:
        """Raise an error if a text was missing, or was never looked up."""
        if self._missing:
            raise MissingDescriptions(self._missing)
        unknown = [
            f"\n  {section}.{key}"
            for section, texts in (self.sections or {}).items()
            for key in texts
            if section not in {_COMMON, _API} and (section, key) not in self._used
        ]
        if unknown:
            raise DescriptionsError(
                f"expected descriptions of shapes, members and operations of the model, "
                f"found some of which it has nothing; remove or rename them:{''.join(unknown)}"
            )

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
