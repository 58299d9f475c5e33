"""httpx's exceptions for http11's: what users of `httpx` see when a transport of ours fails.

Each exception of http11 has a twin here that derives from it and from its counterpart in httpx. So
`except httpx.ConnectError` and `except CouldNotConnect` both hold, and `Http11Error` still marks texts
that quote nothing.
"""

from collections.abc import Callable, Mapping
from typing import Final

import httpx

from smaws_kms._runtime.http11 import errors

_COUNTERPARTS: Final[Mapping[type[errors.Http11Error], type[httpx.TransportError]]] = {
    errors.CouldNotConnect: httpx.ConnectError,
    errors.ConnectTookTooLong: httpx.ConnectTimeout,
    errors.PoolTookTooLong: httpx.PoolTimeout,
    errors.WriteTookTooLong: httpx.WriteTimeout,
    errors.ReadTookTooLong: httpx.ReadTimeout,
    errors.NotSent: httpx.WriteError,
    errors.ConnectionBroke: httpx.ReadError,
    errors.ClosedEarly: httpx.RemoteProtocolError,
    errors.Malformed: httpx.RemoteProtocolError,
    errors.Unsendable: httpx.LocalProtocolError,
    errors.Http11Error: httpx.TransportError,
}


_twins: Final[dict[type[errors.Http11Error], Callable[[str], errors.Http11Error]]] = {}


def in_httpx(error: errors.Http11Error) -> errors.Http11Error:
    """Return an exception of http11 as one of httpx's, with the same text and traceback."""
    kind = type(error)
    if issubclass(kind, httpx.TransportError):
        return error
    twin = _twins.get(kind) or _twins.setdefault(kind, _twin(kind))
    return twin(str(error)).with_traceback(error.__traceback__)


def _twin(kind: type[errors.Http11Error]) -> Callable[[str], errors.Http11Error]:
    counterpart = next(_COUNTERPARTS[base] for base in kind.__mro__ if base in _COUNTERPARTS)
    members: dict[str, object] = {
        "__init__": counterpart.__init__,
        "__module__": kind.__module__,
    }
    twin: Callable[[str], errors.Http11Error] = type(kind.__name__, (kind, counterpart), members)
    return twin
