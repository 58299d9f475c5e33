"""Adds to an error what its call knows and the service does not say.

The Region, the number of attempts, the time limit that was exceeded, whose credentials were refused, and
ARNs of another Region. Computed only for the error that a call ends in: successes pay nothing.
"""

import math
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.config.settings import Settings
from smaws_kms._runtime.errors import (
    AttemptTimeoutError,
    CallTimeoutError,
    ConnectTimeoutError,
    DeadlineExceededError,
    ServiceError,
    SmawsError,
    TransportError,
)
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.redaction.external_text import MAX_VALUE, escape_text
from smaws_kms._runtime.redaction.key_ids import mask_key_id
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.support.record import Record
from smaws_kms._runtime.values import Credentials

if TYPE_CHECKING:
    from smaws_kms._runtime.call import arn_hints
else:
    arn_hints = runtime_module("call.arn_hints")

_NOTICEABLE: Final = timedelta(minutes=1)
_DECIMALS: Final = ((3, 0.1), (2, 10), (1, math.inf))
"""Decimals of seconds, and below which number of seconds they are shown."""


class _Call(Record):
    """Facts of the call that hints are made from."""

    __slots__ = ()

    settings: Settings
    credentials: Credentials | None
    multi_region_prefix: str | None
    request: object
    clock: timedelta


def add_hints(
    error: SmawsError, state: CallState, service: Service, request: object, clock: timedelta
) -> None:
    """Set `hints` of the error that a call ends in.

    Args:
        error: The error.
        state: The call's state when it ended.
        service: The service that was called.
        request: An instance of the operation's input.
        clock: How far the service's clock is ahead of this machine's, as far as it is known.
    """
    if state.config is None:
        return
    settings = state.config.settings
    call = _Call(settings, state.credentials, service.multi_region_prefix, request, clock)
    match error:
        case ServiceError():
            hints = (*_of_service_error(error, call), *_attempts(error))
        case TransportError():
            hints = (*_limit(error, state), *_attempts(error))
        case _:
            return
    error.hints = hints
    last = error.last_error if isinstance(error, DeadlineExceededError) else None
    if isinstance(last, ServiceError):
        last.hints = tuple(_of_service_error(last, call))


def _of_service_error(error: ServiceError, call: _Call) -> Iterator[str]:
    common = COMMON_ERRORS.get(error.code, type(error))
    if call.credentials is not None and (error.about_credentials or common.about_credentials):
        yield _owner(call.credentials)
    if common.about_clock and abs(call.clock) > _NOTICEABLE:
        yield _clock_difference(call.clock)
    settings = call.settings
    is_refusal = error.fault == "client" and not error.throttling
    arns = (
        arn_hints.arn_hints(call.request, settings, call.multi_region_prefix) if is_refusal else []
    )
    yield from arns
    if error.code == f"HTTP{error.status_code}":
        yield f"from {escape_text(settings.endpoint_url, MAX_VALUE)}"
    is_regional = not is_refusal or error.quota or error.regional or common.regional
    if is_regional and not arns:
        yield f"region {settings.region}"


def _owner(credentials: Credentials) -> str:
    source = escape_text(credentials.source or "the user's own", MAX_VALUE)
    end = credentials.expires_at
    until = "" if end is None else f", valid until {end:%Y-%m-%dT%H:%M:%SZ}"
    return f"{mask_key_id(credentials.access_key_id)} from {source}{until}"


def _clock_difference(ahead: timedelta) -> str:
    minutes = round(abs(ahead).total_seconds() / 60)
    return f"this machine's clock is {minutes} min {'behind' if ahead > timedelta() else 'ahead'}"


def _limit(error: TransportError, state: CallState) -> Iterator[str]:
    match error:
        case ConnectTimeoutError():
            limit = state.deadline.limit_of_connect()
        case AttemptTimeoutError():
            limit = state.deadline.limit_of_attempt()
        case DeadlineExceededError():
            limit = state.deadline.limit_of_call()
        case _:
            return
    if limit is not None:
        yield limit


def _attempts(error: SmawsError) -> Iterator[str]:
    number = error.attempts
    repeats = isinstance(error, CallTimeoutError) or (
        isinstance(error, ServiceError) and (error.throttling or error.fault == "server")
    )
    if number > 1 or (number == 1 and repeats):
        decimals = next(places for places, below in _DECIMALS if error.elapsed < below)
        attempts = "1 attempt" if number == 1 else f"{number} attempts"
        yield f"{attempts} in {error.elapsed:.{decimals}f} s"
