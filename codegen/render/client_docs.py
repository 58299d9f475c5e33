"""Documentation of a client's constructor, copied from the runtime so that each text exists once.

Editors show the literal docstring of the generated class; they follow neither decorators nor base classes.
"""

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Final

from codegen.ir.plan import Service
from codegen.support.docstrings import section

_SOURCE: Final = Path(__file__).parents[2] / "smaws_kms/_runtime/client/arguments.py"
_CLASS: Final = "ClientArguments"
_SECTION: Final = re.compile(r"^(Args|Raises):\n((?:    .*\n?)+)", re.MULTILINE)
_ENTRY: Final = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def constructor_sections(service: Service) -> Iterator[str]:
    """Yield the sections `Args` and `Raises`, with the environment variables of the service."""
    key = service.sdk_id.upper().replace(" ", "_")
    for title, body in _SECTION.findall(_docstring().replace("<SERVICE>", key)):
        yield section(title, _ENTRY.findall(body), depth=1)


def _docstring() -> str:
    # Parsed, not imported: to import the runtime takes the package that is yet to be generated.
    tree = ast.parse(_SOURCE.read_text(encoding="utf-8"))
    [found] = (it for it in tree.body if isinstance(it, ast.ClassDef) and it.name == _CLASS)
    return cleandoc(ast.get_docstring(found) or "")
