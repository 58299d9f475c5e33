"""Names that generated code needs, so that the model's must differ from them.

All are derived: from the tables of imports that renderers draw on, from the runtime's classes that
generated classes inherit from, and from Python.
"""

import builtins
import re
from typing import Final

from codegen.ir.imports import USED_IN_CLASS_BODIES, USED_IN_MODULES, imported
from codegen.lower.runtime_classes import public_attributes

FOR_MEMBERS: Final = USED_IN_CLASS_BODIES | {"self"}
"""A member with one of these names would hide what lines below it in the class refer to."""

CONVERTER: Final = re.compile(r"to_\w+_(?:tuple|map)")
"""Names of generated converters, which class bodies refer to as well."""

CODEC: Final = re.compile(r"\w+_(?:to|from)_json")
"""Names of generated encoders and decoders, which modules of operations import."""

FOR_ERROR_MEMBERS: Final = public_attributes(imported("ServiceError"))
"""Attributes of every error, which a member of the model must not replace."""

FOR_FUNCTIONS: Final = (
    public_attributes(imported("AsyncClient"))
    | public_attributes(imported("SyncClient"))
    | USED_IN_MODULES
    | frozenset(dir(builtins))
)
"""Attributes of clients, whose methods the functions become, and names that modules import."""

FOR_CLASSES: Final = USED_IN_MODULES | frozenset(dir(builtins))
"""Names that modules import, and builtins."""

FOR_ENUM_MEMBERS: Final = frozenset({*dir(str), *dir(int), "mro", "name", "value"})
"""Attributes of every enum."""
