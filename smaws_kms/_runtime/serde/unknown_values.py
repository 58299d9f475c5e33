"""Enum values and union members that this version of the package does not know.

Responses keep them instead of failing, and requests may send them.
"""

from typing import TYPE_CHECKING, final

from attrs import field, frozen

from smaws_kms._runtime.support.comparable import Comparable
from smaws_kms._runtime.support.lazy_imports import publish

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@final
class UnknownValue(str):
    """An enum value that this version of the package does not know.

    Responses keep such values instead of failing, and requests may send them.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"UnknownValue({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, __: object) -> object:
        """Support pydantic fields such as `KeySpec | UnknownValue`."""
        return _pydantic_schema(cls)


@final
@frozen(eq=False, repr=False)
class UnknownMember(Comparable):
    """A union member that this version of the package does not know.

    A generated union is a type alias, `Choice = ChoiceText | ChoiceNumber | UnknownMember`: one frozen
    class for each member, so that `match` and `isinstance` narrow it. Responses keep unknown members
    instead of failing, and requests may send them. The `repr` hides the value, which may be secret.
    """

    name: str
    """The member's name in JSON."""
    value: object = field(repr=False)
    """The member's value, as `json.loads` returns it."""


def _pydantic_schema(cls: type[str]) -> "CoreSchema":
    """Return a schema that converts text to `cls`.

    In a union, pydantic prefers the class that accepts a value without conversion. This schema declares
    text as converted, so the enum takes the values that it knows. JSON has only text, so strict models
    accept text there.
    """
    from pydantic_core import core_schema  # noqa: PLC0415 - optional, and only pydantic calls this

    from_text = core_schema.no_info_after_validator_function(cls, core_schema.str_schema())
    instance = core_schema.is_instance_schema(cls)
    return core_schema.json_or_python_schema(
        json_schema=core_schema.lax_or_strict_schema(from_text, instance, strict=False),
        python_schema=core_schema.lax_or_strict_schema(from_text, instance),
        serialization=core_schema.to_string_ser_schema(when_used="json"),
    )


publish(globals())
