"""The name that was probably meant: another spelling, such as `KeyId` for `key_id`, or a near one."""

from collections.abc import Iterable

_LONGEST = 100
"""Characters of a name that are compared."""
_SHORTEST_PART = 4
"""Characters of a name that is recognized as part of a longer one."""


def nearest_name(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that is spelled or looks like a name, or `None`."""
    by_spelling = {_spelling(candidate): candidate for candidate in candidates}
    wanted = _spelling(name)
    if not wanted or wanted in by_spelling:
        return by_spelling.get(wanted)
    from difflib import get_close_matches  # noqa: PLC0415  # only errors need it

    near = get_close_matches(wanted, by_spelling, n=1, cutoff=0.75)
    is_long = len(wanted) >= _SHORTEST_PART
    around = [spelling for spelling in by_spelling if is_long and wanted in spelling]
    found = near or (around if len(around) == 1 else [])
    return by_spelling[found[0]] if found else None


def _spelling(name: str) -> str:
    return name[:_LONGEST].replace("_", "").casefold()
