"""Detects replaced functions and classes in httpx and httpcore.

Mocks (respx, pytest-httpx, vcrpy) and instrumentation (OpenTelemetry) replace functions that a request
passes in httpx, to respond to it or to observe it. Such a request has to go through httpx: http11 would
bypass them and reach the network.

The check fails closed. Only a plain function that was defined in the package counts as the package's
own. Wrappers, partials, callable objects, compiled functions, other classes and deleted methods count
as replacements.
"""

import contextlib
import sys
from abc import ABCMeta
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, starmap
from operator import attrgetter, is_
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType, ModuleType
from typing import Final, NamedTuple, cast

import httpx

_METACLASSES: Final = (type, ABCMeta)
_SLOTS: Final = (GetSetDescriptorType, MemberDescriptorType)
# Since Python 3.14, functions that return a class's annotations; their code has another name.
_ANNOTATIONS: Final = frozenset({"__annotate__", "__annotate_func__"})
_END: Final = object()

Methods = Mapping[str, str]
"""Names of public classes, each with a method that it defines itself."""


class _Snapshot(NamedTuple):
    """Classes and members at one moment, and the replacements among them."""

    httpcore: ModuleType | None
    lookups: Sequence[tuple[Callable[[str], object], Methods]]
    """Functions that look up a class by its name, each with names."""
    views: list[Iterable[object]]
    """Live views of the members. After the classes, they are compared with `members`."""
    members: list[object]
    replacements: tuple[object, ...]


class Watch:
    """Finds replacements in the classes that a request passes.

    Every request checks. So that a check takes a few microseconds, unchanged classes are recognized by
    the identity of their members.

    Args:
        in_httpx: Classes of httpx.
        in_httpcore: Classes of httpcore. It is not imported here: before it is loaded, nothing in it
            can have been replaced.
    """

    def __init__(self, in_httpx: Methods, in_httpcore: Methods | None = None) -> None:
        self.in_httpx = in_httpx
        self.in_httpcore = in_httpcore or {}
        self._snapshot = self._take()

    def replacements(self) -> tuple[object, ...]:
        """Return replaced classes and members: the same tuple until something changes."""
        snapshot = self._snapshot
        if not _is_current(snapshot):
            snapshot = self._snapshot = self._take()
        return snapshot.replacements

    def _take(self) -> _Snapshot:
        httpcore = sys.modules.get("httpcore")
        modules = [(httpx, self.in_httpx)]
        if httpcore is not None:
            modules.append((httpcore, self.in_httpcore))
        # A class is `None` while another thread is loading httpcore.
        lookups = [(vars(module).get, names) for module, names in modules]
        classes = [*chain.from_iterable(starmap(map, lookups))]
        found = [cls for cls in classes if isinstance(cls, type)]
        bases = dict.fromkeys(base for cls in found for base in cls.__mro__[:-1])
        # With the end mark, a member that is added or removed anywhere makes a difference.
        views: list[Iterable[object]] = [*(vars(base).values() for base in bases), (_END,)]
        members = [*classes, *(member for view in views for member in tuple(view))]
        # After the members were read: the next check then finds a change that was made in between.
        replacements = (it for module, names in modules for it in _replacements(module, names))
        return _Snapshot(httpcore, lookups, views, members, tuple(replacements))


def _is_current(snapshot: _Snapshot) -> bool:
    if sys.modules.get("httpcore") is not snapshot.httpcore:
        return False
    classes = starmap(map, snapshot.lookups)
    now = chain.from_iterable([*classes, *snapshot.views])
    # By identity: a proxy such as wrapt's equals the function that it wraps.
    try:
        return all(map(is_, now, snapshot.members))
    except RuntimeError:  # another thread adds or removes a member at this moment
        return False


def _replacements(module: ModuleType, methods: Methods) -> Iterator[object]:
    """Yield classes that are not the module's own, and members of them that are not."""
    for name, method in methods.items():
        cls = getattr(module, name, None)
        if cls is None and module is not httpx:
            continue  # another thread is loading it
        if not isinstance(cls, type) or method not in vars(cls):
            yield cls
            continue
        # `httpx2.alias_httpx` makes "httpx" another name of httpx2.
        yield from _foreign(cls, module.__name__)


def _foreign(cls: type, package: str) -> Iterator[object]:
    for base in cls.__mro__[:-1]:
        if type(base) not in _METACLASSES or not _is_in(package, base.__module__):
            yield base
        for name, member in tuple(vars(base).items()):
            if name not in _ANNOTATIONS and not _is_own(package, name, member):
                yield member


def _is_own(package: str, name: str, member: object) -> bool:
    # Not `isinstance`, which asks a proxy for the class of what it wraps.
    kind = type(member)
    if kind is FunctionType:
        return _is_own_function(package, name, cast("FunctionType", member))
    if kind is property:
        accessors = attrgetter("fget", "fset", "fdel")(member)
        return all(it is None or _is_own(package, name, it) for it in accessors)
    if kind is staticmethod or kind is classmethod:
        return _is_own(package, name, attrgetter("__func__")(member))
    return kind in _SLOTS or not (callable(member) or hasattr(kind, "__get__"))


def _is_own_function(package: str, name: str, function: FunctionType) -> bool:
    namespace = cast("Mapping[str, object]", function.__globals__)
    if namespace is vars(contextlib) and function.__code__.co_name == "helper":
        # A context manager such as `Client.stream`, made by `contextlib.contextmanager`.
        return _is_own(package, name, vars(function).get("__wrapped__"))
    # By its globals: `functools.wraps` copies `__module__` and `__name__`.
    home = str(namespace.get("__name__"))
    defined_there = vars(sys.modules.get(home, sys)) is namespace
    return defined_there and _is_in(package, home) and function.__code__.co_name == name


def _is_in(package: str, module: str) -> bool:
    return module.partition(".")[0] == package


_MESSAGES: Final = {"Request": "read", "Response": "read"}

SYNC_CLIENT: Final = Watch({"Client": "send"})
ASYNC_CLIENT: Final = Watch({"AsyncClient": "send"})
SYNC_TRANSPORT: Final = Watch(
    {"HTTPTransport": "handle_request"},
    {
        "ConnectionPool": "handle_request",
        "HTTPConnection": "handle_request",
        "HTTP11Connection": "handle_request",
        "SyncBackend": "connect_tcp",
    },
)
ASYNC_TRANSPORT: Final = Watch(
    {"AsyncHTTPTransport": "handle_async_request"},
    {
        "AsyncConnectionPool": "handle_async_request",
        "AsyncHTTPConnection": "handle_async_request",
        "AsyncHTTP11Connection": "handle_async_request",
        "AnyIOBackend": "connect_tcp",
    },
)
SYNC_OBJECTS: Final = Watch(
    {**SYNC_CLIENT.in_httpx, **SYNC_TRANSPORT.in_httpx, **_MESSAGES}, SYNC_TRANSPORT.in_httpcore
)
"""All objects that a blocking request passes in httpx."""
ASYNC_OBJECTS: Final = Watch(
    {**ASYNC_CLIENT.in_httpx, **ASYNC_TRANSPORT.in_httpx, **_MESSAGES}, ASYNC_TRANSPORT.in_httpcore
)
