"""Generated decoders, and what they make of JSON beside what cattrs makes of it."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Final

from attrs import frozen

import smaws_kms as kms
from codegen.render.codecs.names import decoder_name
from smaws_kms._generated import structures
from smaws_kms._runtime.errors import ResponseParseError
from smaws_kms._runtime.serde.converter import read
from tests.codegen.golden.expected import structures as golden
from tests.property.classes import OPERATIONS
from tests.property.exactness import exactly_same
from tests.property.random_json import json_for


@frozen
class Decoder:
    """A generated decoder, and the class or union that it is for."""

    name: str
    annotation: Any
    function: Callable[[object], object]

    def attempt(self, data: object) -> list[object]:
        """Return what the decoder makes of JSON, or nothing if it leaves it to cattrs."""
        try:
            return [self.function(data)]
        except Exception:  # noqa: BLE001  # the runtime takes any exception for that
            return []


def decoders_of(operations: list[Any], module: ModuleType) -> Iterator[Decoder]:
    """Yield the decoders of responses, and those of the structures in them.

    Args:
        operations: The operations of a package.
        module: Its module of structures.
    """
    for operation in operations:
        if operation.output is not None:
            yield Decoder(operation.output.__name__, operation.output, operation.from_json)
    for name, value in vars(module).copy().items():
        function = vars(module).get(decoder_name(name, private=False))
        if function is not None:
            yield Decoder(name, value, function)


_KMS: Final = kms.Encrypt.service
OF_KMS: Final = list(decoders_of([it for it in OPERATIONS if it.service is _KMS], structures))
OF_GOLDEN: Final = list(decoders_of([it for it in OPERATIONS if it.service is not _KMS], golden))


def check_same(decoder: Decoder, seeds: range, oddity: float) -> int:
    """Check that a decoder agrees with cattrs; return how many values it left that cattrs accepts."""
    left = 0
    for seed in seeds:
        data = json_for(decoder.annotation, seed, oddity)
        expected, found = read(decoder.annotation, data), decoder.attempt(data)
        left += not found and not isinstance(expected, ResponseParseError)

        assert all(exactly_same(expected, it) for it in found), (decoder.name, data)
    return left
