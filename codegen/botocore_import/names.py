"""Maps names of botocore's shapes to shape IDs of the AST."""

import re
from collections.abc import Mapping
from typing import Final

from codegen.botocore_import.tables import Facts
from codegen.support.errors import ModelError
from codegen.support.grammar import IDENTIFIER

UNIT: Final = "smithy.api#Unit"

_PRELUDE: Final = {
    "Blob": "blob",
    "Boolean": "boolean",
    "Document": "document",
    "Double": "double",
    "Float": "float",
    "Integer": "integer",
    "Long": "long",
    "String": "string",
    "Timestamp": "timestamp",
}
# botocore copies shapes of the prelude into models; they have no other keys than these.
_PRELUDE_KEYS: Final = {"box", "documentation", "type"}


class Names:
    """Shape IDs of one model."""

    def __init__(self, service_id: str, shapes: Mapping[str, Facts]) -> None:
        self.namespace = "com.amazonaws." + re.sub(r"[^a-z0-9]", "", service_id.lower())
        self._prelude = {name for name, shape in shapes.items() if is_prelude(name, shape)}

    def own(self, name: str) -> str:
        """Return the ID of an operation or shape that the model defines itself."""
        if not IDENTIFIER.fullmatch(name):
            raise ModelError(
                f"{self.namespace}: expected the name of a Smithy shape, found {name!r}"
            )
        return f"{self.namespace}#{name}"

    def target(self, name: str) -> str:
        """Return the ID of a shape that botocore's model refers to."""
        return f"smithy.api#{name}" if name in self._prelude else self.own(name)


def is_prelude(name: str, shape: Facts) -> bool:
    """Return whether a shape is the one of that name in Smithy's prelude."""
    return shape["type"] == _PRELUDE.get(name) and shape.keys() <= _PRELUDE_KEYS
