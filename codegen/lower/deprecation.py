"""What docstrings say of what is deprecated."""

import re
from collections.abc import Mapping

from codegen.ir.traits import Deprecated


def deprecated_text(trait: Deprecated | None, text: str, names: Mapping[str, str]) -> str:
    """Return a text with the deprecation in front, or the text itself.

    Args:
        trait: What the model says, if it says anything.
        text: What is said otherwise.
        names: Python names by model name, of what may have taken its place.
    """
    notice = deprecation_notice(trait, text, names)
    return f"{notice} {text}" if notice else text


def deprecation_notice(trait: Deprecated | None, text: str, names: Mapping[str, str]) -> str:
    """Return the deprecation as a sentence; it names the successor unless the text does so."""
    if trait is None:
        return ""
    since = f" since {trait.since}" if trait.since else ""
    named = (names[word] for word in re.findall(r"\w+", trait.message or "") if word in names)
    successor = next(named, None)
    use = f": use `{successor}`" if successor and f"`{successor}`" not in text else ""
    return f"Deprecated{since}{use}."
