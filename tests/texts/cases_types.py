"""Values of the wrong type, and what to write instead."""

import io
from array import array
from datetime import UTC, date, datetime, timedelta
from functools import partial
from types import ModuleType
from typing import Any, Final

from attrs import make_class
from botocore.session import Session

import smaws_kms as kms
from smaws_kms._runtime import values
from smaws_kms.testing import example
from tests.texts.place import Cases, Place, called, raised
from tests.unit.http11.transport_harness import private

TITLE: Final = "Values of the wrong type"


def cases(_: Place) -> Cases:
    """Return the cases of wrong types."""
    yield from _members()
    yield from _wire()
    yield from _examples()
    yield from _other_values()


def _encrypt(**arguments: Any) -> BaseException:
    given: dict[str, Any] = {"key_id": "1", "plaintext": b"", **arguments}
    return raised(partial(kms.EncryptRequest, **given))


def _members() -> Cases:
    async def later() -> str:
        return "1"

    waiting = later()
    yield "result for text", _encrypt(key_id=kms.Ok("1"))
    yield "coroutine for text", _encrypt(key_id=waiting)
    waiting.close()
    yield "class for text", _encrypt(key_id=kms.Tag)
    yield "bytes for text", _encrypt(key_id=b"1")
    yield "dict for text", _encrypt(key_id={})
    yield "structure for text", _encrypt(key_id=example(kms.KeyListEntry))
    yield "base64 text for a blob", _encrypt(plaintext="aGVsbG8gd29ybGQh")
    yield "file for a blob", _encrypt(plaintext=io.BytesIO())
    yield "array for a blob", _encrypt(plaintext=array("B"))
    yield "number for a flag", _encrypt(dry_run=1)
    yield "class for an enum", _encrypt(encryption_algorithm=kms.EncryptionAlgorithmSpec)
    yield "generator for a list", _encrypt(grant_tokens=(str(n) for n in range(2)))
    yield "list for a mapping", _encrypt(encryption_context=[("a", "b")])
    yield "None in a mapping", _encrypt(encryption_context={"a": None})
    create: Any = kms.CreateKeyRequest
    yield "name of an enum's member", raised(lambda: create(key_spec="RSA_2048"))
    yield "misspelled name of an enum's member", raised(lambda: create(key_spec="rsa-248"))
    yield "dict for a list of structures", raised(lambda: create(tags={"TagKey": "a"}))
    tag: Any = make_class("Tag", ["tag_key"])
    yield "structure of another package", raised(lambda: create(tags=[tag("a")]))
    reloaded: Any = make_class("Tag", ["tag_key"])
    reloaded.__module__, reloaded.__qualname__ = kms.Tag.__module__, kms.Tag.__qualname__
    yield "structure of a reloaded module", raised(lambda: create(tags=[reloaded("a")]))
    listing: Any = kms.ListKeysRequest
    yield "text for a number", raised(lambda: listing(limit="10"))
    importing: Any = kms.ImportKeyMaterialRequest
    given: dict[str, Any] = {"key_id": "1", "import_token": b"", "encrypted_key_material": b""}
    for name, value in {
        "number": 1,
        "date": date(2030, 1, 1),
        "duration": timedelta(days=1),
    }.items():
        found = raised(partial(importing, **given, valid_to=value))
        yield f"{name} for a time", found


def _wire() -> Cases:
    to_wire: Any = kms.to_wire
    yield "to_wire of a result", raised(lambda: to_wire(kms.Ok(1)))
    yield "to_wire of a class", raised(lambda: to_wire(kms.Tag))
    yield "to_wire of an error", raised(lambda: to_wire(kms.NotFoundException("no")))
    yield "to_wire of a list", raised(lambda: to_wire([]))
    yield "to_wire of a dict", raised(lambda: to_wire({}))
    from_wire: Any = kms.from_wire
    yield "from_wire in the other order", raised(lambda: from_wire({}, kms.Tag))
    yield "from_wire of an operation", raised(lambda: from_wire(kms.Encrypt, {}))
    yield "from_wire of an instance", raised(lambda: from_wire(example(kms.Tag), {}))
    for name, value in {
        "bytes": b"1",
        "date": date(2030, 1, 1),
        "tuple": ("1",),
        "mapping": ModuleType("m").__class__.__dict__,
        "enum": kms.KeySpec.RSA_2048,
    }.items():
        data = {"CiphertextBlob": value, "KeyId": "1"}
        found = raised(partial(from_wire, kms.EncryptResponse, data))
        yield f"from_wire, {name} for base64 text", found
    yield (
        "from_wire, tuple for a list",
        raised(lambda: from_wire(kms.ListKeysResponse, {"Keys": ()})),
    )
    yield (
        "from_wire, datetime for a time",
        raised(
            lambda: from_wire(kms.KeyMetadata, {"KeyId": "1", "CreationDate": datetime.now(UTC)})
        ),
    )


def _examples() -> Cases:
    make: Any = example
    yield "example of no class", raised(lambda: make("Tag"))
    yield "example of an instance", raised(lambda: make(example(kms.Tag)))
    yield "example of an error", str(example(kms.NotFoundException))
    yield "members of an example of an enum", raised(lambda: make(kms.KeySpec, name="RSA"))


def _other_values() -> Cases:
    for name in private(values)._CREDENTIALS:
        yield (
            f"Credentials, argument {name}",
            raised(
                partial(kms.Credentials, **{name: 1})  # type: ignore[arg-type]  # wrong on purpose
            ),
        )
    for name in private(values)._TIMEOUTS:
        yield f"Timeout, argument {name}", raised(partial(kms.Timeout, **{name: 1}))
    session: Any = Session()
    yield "session of botocore", called(credentials=lambda: session)
