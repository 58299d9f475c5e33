"""Plants recognizable secrets in requests, responses and credentials, and searches for them.

Every secret has one stem, which is looked for as text, as bytes, in base64 (wherever in it the stem
starts), in hexadecimal and percent-encoded.
"""

import gc
import logging
import pickle
import re
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from types import CellType, CodeType, FrameType, FunctionType, ModuleType, TracebackType
from typing import Any, Final, cast
from weakref import ReferenceType

import attrs

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import member_of
from tests.operations.values import filled

_STEM: Final = "xS3cr3tx9f3b7cQ"
_CODE: Final = (type, ModuleType, CodeType, ReferenceType)
"""Attributes that would lead from an object to the whole program."""


def _forms() -> Iterator[str]:
    raw = _STEM.encode()
    yield re.escape(_STEM)
    yield raw.hex()
    yield "".join(f"%{byte:02X}" for byte in raw)
    for shift in range(3):
        # The first and the last characters also depend on the text around the stem.
        encoded = b64encode(bytes(shift) + raw).decode().rstrip("=")
        yield re.escape(encoded[4 if shift else 0 : -2])


_LOOK_FOR: Final = re.compile("|".join(_forms()), re.IGNORECASE)


def secret(name: str, *, length: int = 0) -> str:
    """Return a secret of at least this length, whose text says where it was planted."""
    return f"{_STEM}-{name}".ljust(length, "z")


def holds_secret(text: str | bytes) -> bool:
    """Return whether a text has a secret, in any encoding."""
    return bool(_LOOK_FOR.search(text if isinstance(text, str) else text.decode("latin-1")))


def planted(cls: type[Any]) -> Any:
    """Return an instance with every member set, with a secret in each sensitive one."""
    return _planted_in(filled(cls))


def _planted_in(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_planted_in, cast("Iterable[Any]", value)))
    if not attrs.has(value.__class__):
        return value
    changes: dict[str, Any] = {}
    for field in attrs.fields(value.__class__):
        found, facts = getattr(value, field.name), member_of(field)
        if facts.sensitive:
            least = int((facts.limits.min if facts.limits else 0) or 0)
            text = secret(field.name, length=least)
            changes[field.name] = text if isinstance(found, str) else text.encode()
        else:
            changes[field.name] = _planted_in(found)
    return attrs.evolve(value, **changes)


def reachable(root: object, leaving_out: tuple[object, ...] = ()) -> Iterator[object]:
    """Yield all objects reachable from one: attributes, slots, items, causes, tracebacks, locals."""
    seen: dict[int, object] = {id(left_out): left_out for left_out in leaving_out}
    waiting: list[object] = [root]
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, _CODE):
            continue
        seen[id(found)] = found
        yield found
        waiting.extend(_parts(found))


def _parts(found: object) -> Iterable[object]:
    match found:
        case FrameType():
            return list(found.f_locals.values())
        case TracebackType():
            return (found.tb_frame, found.tb_next)
        case FunctionType():
            return (found.__closure__, found.__defaults__, found.__kwdefaults__)
        case CellType():
            return (found.cell_contents,)
        case _:
            return gc.get_referents(found)


def leaks(root: object, leaving_out: tuple[object, ...] = ()) -> list[str]:
    """Return the kinds of the reachable objects that are, hold or show a secret."""
    found = reachable(root, leaving_out)
    return [type(item).__name__ for item in found if any(map(holds_secret, _shown(item)))]


def _shown(item: object) -> tuple[str | bytes, ...]:
    match item:
        case str() | bytes():
            return (item,)
        case bytearray():
            return (bytes(item),)
        case FrameType() | dict():  # their reprs consist of those of their parts
            return ()
        case _:
            return (repr(item), str(item))


def never_raised(error: BaseException) -> bool:
    """Return whether an error has no traceback, cause or context."""
    return not (error.__traceback__ or error.__cause__ or error.__context__)


def leaks_in_log(records: Iterable[logging.LogRecord]) -> list[str]:
    """Return the log messages with a secret in their text or arguments."""
    return [
        record.name
        for record in records
        if holds_secret(logging.Formatter().format(record)) or leaks(record.args)
    ]


def leaks_of(result: kms.Err[Any], *, headers: bool = False) -> list[str]:
    """Return where a secret is shown by a result, its error, and objects made from them.

    With `headers`, the response's headers hold a secret: `Metadata.headers` returns them, and they
    are neither in its repr nor in the error.
    """
    error, metadata = result.error, result.metadata
    left_out = (metadata.headers,) if headers else ()
    looked_at = {
        "error": leaks(error),
        "result": leaks(result, left_out),
        "repr": [text for text in (repr(result), repr(metadata)) if holds_secret(text)],
        "pickled error": leaks(pickle.dumps(error)),
        "pickled result": [] if headers else leaks(pickle.dumps(result)),
        "raised by unwrap": _leaks_when_raised(_raised(result.unwrap), left_out),
        "raised by expect": _leaks_when_raised(_raised(lambda: result.expect("it")), left_out),
    }
    return [where for where, found in looked_at.items() if found]


def _raised(raises: Callable[[], object]) -> kms.SmawsError:
    try:
        raises()
    except kms.SmawsError as error:
        return error
    raise AssertionError("an Err did not raise its error")


def _leaks_when_raised(error: kms.SmawsError, left_out: tuple[object, ...]) -> list[str]:
    formatted = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    printed = traceback.format_exception(error)
    shown = [text for text in (*formatted, *printed) if holds_secret(text)]
    assert error.__traceback__ is not None
    return [*shown, *leaks(error, left_out)]
