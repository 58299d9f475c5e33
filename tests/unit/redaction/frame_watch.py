"""Reads the frames of an exception as error trackers do: Sentry's SDK and the standard library."""

import json
import traceback
from collections.abc import Iterator
from typing import Any, Final, cast

import sentry_sdk
from sentry_sdk.envelope import Envelope
from sentry_sdk.scrubber import EventScrubber
from sentry_sdk.transport import Transport
from sentry_sdk.utils import event_from_exception

from tests.unit.redaction.secret_markers import holds_secret

_OWN: Final = "/tests/"
"""Frames of tests count as the user's, with the user's variables."""


class _Kept(Transport):
    """A transport of Sentry's SDK that keeps what would be sent."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Any] = []

    def capture_envelope(self, envelope: Envelope) -> None:
        """Keep the envelope."""
        self.events.append(envelope.get_event())


def leaks_in_frames(error: BaseException) -> list[str]:
    """Return the variables that an error tracker would report with a secret, except the user's own."""
    return [shown for shown in (*_for_sentry(error), *_for_traceback(error)) if holds_secret(shown)]


def _for_sentry(error: BaseException) -> Iterator[str]:
    kept = _Kept()
    # The scrubber hides nothing here: it hides variables with telling names, but no `data` or `value`.
    client = sentry_sdk.Client(
        dsn="http://key@127.0.0.1/1",
        transport=kept,
        default_integrations=False,
        auto_enabling_integrations=False,
        event_scrubber=EventScrubber(denylist=[], pii_denylist=[]),
    )
    event, hint = event_from_exception(error, client_options=client.options)
    client.capture_event(event, hint)
    (reported,) = kept.events
    for value in reported["exception"]["values"]:
        yield str(value["value"])
        for frame in value.get("stacktrace", {}).get("frames", ()):
            if _OWN not in frame["abs_path"]:
                yield json.dumps([frame["function"], frame["lineno"], frame.get("vars")])


def _for_traceback(error: BaseException) -> Iterator[str]:
    """Yield what `traceback.TracebackException` captures, also for objects whose `repr` fails."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        found = waiting.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        yield "".join(traceback.format_exception_only(found))
        for frame, line in traceback.walk_tb(found.__traceback__):
            if _OWN not in frame.f_code.co_filename:
                shown = {name: _shown(value) for name, value in frame.f_locals.items()}
                yield f"{frame.f_code.co_qualname}:{line} {shown}"
        waiting += [found.__cause__, found.__context__]
        if isinstance(found, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", found).exceptions


def _shown(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - half made objects raise all sorts of things
        return "<broken>"
