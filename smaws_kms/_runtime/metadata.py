"""Metadata of a call, which both kinds of result carry: request ID, headers, timing, attempts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from attrs import field, fields, frozen

from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.support.comparable import Comparable
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False)
class Attempt(Comparable):
    """One request of a call."""

    error: SmawsError | None = None
    """Error of the attempt; `None` if it succeeded."""
    delay: float = 0.0
    """Seconds waited before the attempt."""
    status_code: int | None = None
    """HTTP status of the response; `None` without a response."""


class Head(Protocol):
    """The head of a response."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, names in lower case."""
        ...

    @property
    def request_id(self) -> str | None:
        """The service's ID of the request."""
        ...


CallFacts: TypeAlias = tuple[
    Head | None, int | None, float, tuple[Attempt, ...], float | None, str | None, str | None
]
"""What a call knows when it ends. Most programs read none of it, so it is kept as it is.

Head and status of the last response, elapsed seconds, the attempts that failed, the delay before the one that
succeeded (`None` if none did), Region, endpoint. A plain tuple: a named one takes five times as long.
"""


class _Deferred(Comparable):
    __slots__ = ("_facts",)

    _facts: CallFacts


@frozen(kw_only=True, eq=False, repr=False)
class Metadata(_Deferred):
    """Describes how a call went. Ignored when results are compared or matched by position."""

    request_id: str | None = None
    """The service's ID of the last request, for AWS Support and CloudTrail."""
    status_code: int | None = None
    """HTTP status of the last response."""
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    """Headers of the last response, names in lower case."""
    elapsed: float = 0.0
    """Seconds from the start of the call to its result."""
    attempts: tuple[Attempt, ...] = ()
    """All requests of the call, in order."""
    region: str | None = None
    """AWS Region of the call; `None` if the settings could not be resolved."""
    endpoint: str | None = None
    """URL that the requests went to, or would have; `None` if it could not be resolved."""

    # Type checkers would accept any attribute.
    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            """Set all fields on the first read of one."""
            facts = None if name == "_facts" else getattr(self, "_facts", None)
            if facts is not None:
                _fill(self, facts)
            return object.__getattribute__(self, name)


NO_METADATA: Final = Metadata()

_set_facts: Final = vars(_Deferred)["_facts"].__set__
_fields: Final = tuple([it.name for it in fields(Metadata)])


def metadata_of(facts: CallFacts) -> Metadata:
    """Return the metadata of a call, whose fields are made on first use."""
    metadata = object.__new__(Metadata)
    _set_facts(metadata, facts)  # the class is frozen
    return metadata


def _fill(metadata: Metadata, facts: CallFacts) -> None:
    """Set the fields. Two threads may do it at once, and set equal values."""
    head, status, elapsed, attempts, delay, region, endpoint = facts
    if delay is not None:
        attempts = (*attempts, Attempt(delay=delay, status_code=status))
    values: dict[str, object] = {
        "request_id": None if head is None else head.request_id,
        "status_code": status,
        "headers": {} if head is None else head.headers,
        "elapsed": elapsed,
        "attempts": attempts,
        "region": region,
        "endpoint": endpoint,
    }
    for name in _fields:
        object.__setattr__(metadata, name, values[name])


publish(globals(), names=("Attempt", "Metadata"))
