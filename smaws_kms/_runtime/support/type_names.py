"""Names of types for error texts: classes of other packages with their module, never a value."""

from collections.abc import Iterable


def type_name(kind: type) -> str:
    """Return the name of a type: a builtin without its module, others with it."""
    if kind is type(None):
        return "None"
    name, module = kind.__qualname__, str(kind.__module__)
    return name if module == "builtins" else f"{module}.{name}"


def name_of(value: object) -> str:
    """Return the name of a value's type; of a class that came instead of an instance, its own name."""
    return f"the class {type_name(value)}" if isinstance(value, type) else type_name(type(value))


def mismatch(expected: Iterable[type], value: object) -> str:
    """Return ` must be X, Y or Z, not W`, which follows the name of an argument.

    Expected types appear with their module only if the type that came has the same name.

    Args:
        expected: The accepted types.
        value: What came.
    """
    accepted = list(expected)
    came = type(value)
    same = any(kind.__name__ == came.__name__ for kind in accepted)
    names = list(dict.fromkeys(type_name(kind) if same else _short(kind) for kind in accepted))
    listed = " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    text = f" must be {listed}, not {name_of(value)}"
    if type_name(came) in names:
        text += " of another definition: its module was loaded twice"
    return text


def _short(kind: type) -> str:
    return "None" if kind is type(None) else kind.__name__
