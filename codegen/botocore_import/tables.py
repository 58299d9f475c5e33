"""Converts entries of botocore's model to traits by tables."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from codegen.support.errors import Unsupported

Facts: TypeAlias = dict[str, Any]
"""A JSON object of botocore's format or of the AST; its keys decide the types of its values."""

Table: TypeAlias = Mapping[str, tuple[str, Callable[[Any], Any]]]
"""By key of botocore: the trait, and a function that converts the value."""


def given(_: Any) -> Facts:
    """Return the value of a trait whose presence is its whole meaning."""
    return {}


def as_is(value: Any) -> Any:
    """Return a value that is the same in both formats."""
    return value


def traits_from(facts: Facts, table: Table, elsewhere: Collection[str], where: str) -> Facts:
    """Return the traits for an entry of botocore's model; an unknown key is an error.

    Args:
        facts: The entry.
        table: The keys to convert.
        elsewhere: Keys that other code converts, or that Smithy cannot express.
        where: Name of the entry, for errors.
    """
    if unknown := facts.keys() - table.keys() - set(elsewhere):
        raise Unsupported(
            f"{where}: no translation for {', '.join(sorted(unknown))};"
            " add it to a table in codegen/botocore_import"
        )
    return {
        trait: value_of(facts[key])
        for key, (trait, value_of) in table.items()
        # False means the same as absence.
        if facts.get(key, False) is not False
    }
