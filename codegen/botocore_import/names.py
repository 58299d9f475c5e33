"""Names of the AST: namespace and shape ids."""

import re
from collections.abc import Mapping
from typing import Final

from codegen.botocore_import.tables import Facts
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
# A shape that says no more than this is the prelude's shape of that name: botocore flattens the two.
_SAYS_NOTHING: Final = {"box", "documentation", "type"}


class Names:
    """Shape ids of one model."""

    def __init__(self, service_id: str, shapes: Mapping[str, Facts]) -> None:
        self.namespace = "com.amazonaws." + re.sub(r"[^a-z0-9]", "", service_id.lower())
        self._prelude = {name for name, shape in shapes.items() if is_prelude(name, shape)}

    def own(self, name: str) -> str:
        """The id of an operation or shape that the model itself defines."""
        if not IDENTIFIER.fullmatch(name):
            raise ValueError(f"{name!r} cannot be the name of a Smithy shape")
        return f"{self.namespace}#{name}"

    def target(self, name: str) -> str:
        """The id of a shape that is referred to by its botocore name."""
        return f"smithy.api#{name}" if name in self._prelude else self.own(name)


def is_prelude(name: str, shape: Facts) -> bool:
    """Whether a shape stands for the one of that name in Smithy's prelude."""
    return shape["type"] == _PRELUDE.get(name) and shape.keys() <= _SAYS_NOTHING
