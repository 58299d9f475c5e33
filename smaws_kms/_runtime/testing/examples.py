"""Examples of shapes and errors, for tests of programs that use a client."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, TypeVar, cast

from smaws_kms._runtime.errors import ServiceError, SmawsError
from smaws_kms._runtime.serde.fields import is_structure
from smaws_kms._runtime.testing.structures import NO_LIMITS, Maker, known_examples

Shape = TypeVar("Shape")

REQUEST_ID: Final = "9b1f0c5e-2d3a-4e6b-8f70-1a2b3c4d5e6f"


def example(shape: type[Shape], /, **members: object) -> Shape:
    """Return an instance of a shape or error that looks like one of the service.

    Members that a request needs, or that the service always sends, have plausible values: within the
    limits of the model, the same in every run, and in agreement with each other, as the ARN of a key
    contains its ID. Most other members are left out.

    Args:
        shape: The class of a structure, request, response, enum or error.
        members: Values to use instead, by Python name.

    Raises:
        TypeError: `shape` is none of these classes, or the class refuses a member.
    """
    return cast("Shape", _instance(shape, members))


def _instance(cls: object, given: Mapping[str, object]) -> object:
    if is_structure(cls):
        return Maker().structure(cls, given)
    if isinstance(cls, type):
        if issubclass(cls, SmawsError):
            return _error(cls, given)
        if issubclass(cls, Enum):
            return _enum(cls, given)
    got = cls.__name__ if isinstance(cls, type) else f"an instance of {type(cls).__name__}"
    raise TypeError(f"example: expected the class of a shape or error, got {got}")


def _enum(cls: type[Enum], given: Mapping[str, object]) -> Enum:
    if given:
        raise TypeError(f"example: {cls.__name__} is an enum and has no members to set")
    return next(iter(cls))


def _error(cls: type[SmawsError], given: Mapping[str, object]) -> SmawsError:
    members: dict[str, object] = {"message": f"an example of {cls.__name__}"}
    if issubclass(cls, ServiceError):
        members |= {"request_id": REQUEST_ID, "status_code": 500 if cls.fault == "server" else 400}
        members |= _members_of_error(cls)
    create: Any = cls
    error: SmawsError = create(**{**members, **given})
    return error


def _members_of_error(cls: type[ServiceError]) -> dict[str, object]:
    known, maker = known_examples(cls), Maker()
    return {
        name: maker.from_json(member.type, known[name])
        if name in known
        else maker.value(member.type, NO_LIMITS)
        for name, member in cls.wire_members.items()
    }
