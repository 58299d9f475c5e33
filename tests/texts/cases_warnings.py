"""Warnings, and the lines that the package logs."""

from datetime import timedelta
from typing import Final

import smaws_kms as kms
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.fork_guard import ForkGuard
from tests.texts.place import Cases, Place, called, environment, logged, warned
from tests.unit.auth.credential_fakes import ONE, Later, Provider, filled
from tests.unit.support.forks import fork_beside_work

TITLE: Final = "Warnings and log lines"


def cases(place: Place) -> Cases:
    """Return the cases of warnings and log lines."""
    for name, error in {
        "error of the service": kms.NotFoundException("no", operation="DisableKey"),
        "error of the client": kms.ConnectError("no", operation="DisableKey"),
        "error of no call": ValueError("no"),
    }.items():
        shown, line = warned(lambda error=error: kms.Err(error))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        yield f"unexamined {name}", shown
        yield f"log line of an unexamined {name}", line
    with logged() as lines, environment():
        called(endpoint_url="http://kms.test:1/", http=_refusing())
    yield "endpoint over plain HTTP", _only(lines)
    with logged() as lines:
        Trust(environ={"SSLKEYLOGFILE": place.path("absent/keys.log")}).context().result(20)
    yield "file for keys of TLS", _only(lines)
    with logged() as lines:
        _failing_refresh()
    yield "refresh that fails", _only(lines)
    with logged() as lines:
        fork_beside_work(ForkGuard(0.01))
    yield "fork beside an import", _only(lines)


def _only(lines: list[str]) -> str:
    (line,) = lines
    return line


def _refusing() -> object:
    import httpx  # noqa: PLC0415  # the other cases need none

    return httpx.MockTransport(lambda _: httpx.Response(400))


def _failing_refresh() -> None:
    provider, later = Provider(), Later()
    resolver = filled(provider, later)
    provider.failing = True
    resolver.fetch(ONE - timedelta(minutes=5))
    later.now()
