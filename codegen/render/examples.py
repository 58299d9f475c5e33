"""Renders the module of example values, which only tests of users import."""

from collections.abc import Mapping

from codegen.ir.imports import imported
from codegen.ir.plan import Examples
from codegen.render.module import Target, render_module
from codegen.render.source import block, source
from codegen.support.json_values import Json
from codegen.support.literals import string


def render_examples_module(target: Target, examples: Examples) -> str:
    """Return `examples.py`."""
    entries = [f"{string(name)}: {_object(examples[name])}," for name in sorted(examples)]
    table = f"{{\n{block(*entries)}\n}}" if entries else "{}"
    body = source(
        f"EXAMPLES: Final[Mapping[str, Mapping[str, object]]] = {table}\n"
        '"""Values of members as JSON has them, by the names of class and member."""',
        imported("Final"),
        imported("Mapping"),
    )
    return render_module(target, "Examples of members, for `smaws_kms.testing`.", [body])


def _literal(value: Json) -> str:
    match value:
        case str():
            return string(value)
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            return _object(value)
        case _:
            return repr(value)


def _object(members: Mapping[str, Json]) -> str:
    parts = (f"{string(name)}: {_literal(value)}" for name, value in members.items())
    return f"{{{', '.join(parts)}}}"
