"""Unions: of several members, a value has exactly one.

A generated union is a type alias, `Choice = ChoiceText | ChoiceNumber | UnknownMember`: one frozen
class per member, which holds the member's value, so that `match` and `isinstance` narrow it.
"""

from typing import final

from attrs import field, frozen

from smaws_kms._runtime.support.lazy_imports import publish


@final
@frozen
class UnknownMember:
    """A member of a union that this version of the package does not know.

    Answers keep such members instead of failing, and one may be sent as well. The value is not shown:
    nobody knows whether it is a secret.
    """

    name: str
    """The member's name in JSON."""
    value: object = field(repr=False)
    """What stands there, as `json.loads` gives it."""


publish(globals())
