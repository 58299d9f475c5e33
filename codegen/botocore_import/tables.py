"""Tables that say which of botocore's keys stands for which trait."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

Facts: TypeAlias = dict[str, Any]
"""A JSON object of botocore's format or of the AST; its keys decide the types of its values."""

Table: TypeAlias = Mapping[str, tuple[str, Callable[[Any], Any]]]
"""For each key the trait, and how the trait's value is made of the key's."""


def given(_: Any) -> Facts:
    """The value of a trait that says all by being there."""
    return {}


def as_is(value: Any) -> Any:
    """The value of a trait that both formats write in the same way."""
    return value


def traits_from(facts: Facts, table: Table, elsewhere: Collection[str], where: str) -> Facts:
    """The traits that an entry of botocore's has by a table.

    Args:
        facts: The entry.
        table: What is translated here.
        elsewhere: Keys that somebody else translates, or that Smithy has no word for.
        where: What the entry describes, for the error about a key that nobody has met yet.
    """
    if unknown := facts.keys() - table.keys() - set(elsewhere):
        raise ValueError(f"{where}: no translation for {', '.join(sorted(unknown))}")
    return {
        trait: value_of(facts[key])
        for key, (trait, value_of) in table.items()
        # False says the same as absence.
        if facts.get(key, False) is not False
    }
