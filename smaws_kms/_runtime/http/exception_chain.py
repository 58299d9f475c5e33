"""What led to an exception of httpx: adapters such as anyio's put several in front of the system's."""

from collections.abc import Iterator

import httpx

from smaws_kms._runtime.http.httpx_api import class_in_httpx


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and those that led to it; of a group, the first one's."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        # Not `isinstance` with a group: its type parameter would be unknown to type checkers.
        grouped: tuple[BaseException, ...] = getattr(error, "exceptions", ())
        error = grouped[0] if grouped else error.__cause__ or error.__context__


def system_words(error: Exception) -> str | None:
    """Return the system's own words, which are in the last `OSError` of a chain of causes."""
    words = None
    for cause in causes(error):
        if isinstance(cause, OSError) and str(cause):
            words = str(cause)
    return words or (
        str(error) if issubclass(class_in_httpx(type(error)), httpx.ConnectError) else None
    )
