"""Steps and result of `check()`: resolve what a call needs, without sending one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.effects import PrepareConnections, Steps
from smaws_kms._runtime.call.resolve import resolve_config, resolve_credentials
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.settings import DEFAULTS_MODE
from smaws_kms._runtime.errors import ConfigurationError, CredentialsError, DeadlineExceededError
from smaws_kms._runtime.redaction.key_ids import mask_key_id
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Credentials

CheckError: TypeAlias = ConfigurationError | CredentialsError | DeadlineExceededError
"""The errors that `check()` can end in."""


@frozen(kw_only=True)
class Readiness:
    """Region, endpoint and identity that a client's calls would use. Holds no secret."""

    region: str
    """AWS Region."""
    endpoint_url: str
    """URL that requests go to."""
    access_key_id: str
    """The ends of the access key ID, for example `AKIA...MPLE`; `***` if it is too short for that."""
    expires_at: datetime | None
    """When the credentials expire; `None` if their provider does not say."""
    sources: Mapping[str, str] = field(hash=False)
    """Origin of each setting, in words. Keys are `region`, `endpoint_url`, `credentials` and others."""

    def __str__(self) -> str:
        end = f", until {self.expires_at.isoformat()}" if self.expires_at else ""
        return (
            f"{self.endpoint_url} (from {self.sources['endpoint_url']}) "
            f"in {self.region} (from {self.sources['region']}) "
            f"as {self.access_key_id} (from {self.sources['credentials']}{end})"
        )


def check_steps(context: CallContext) -> Steps[Result[Readiness, CheckError]]:
    """Resolve settings and credentials as a call would, and prepare connections, without sending."""
    state = CallState("check", context.timeout, context.clock.monotonic)
    outcome = yield from _check(context, state)
    metadata = state.metadata()
    if isinstance(outcome, Readiness):
        return Ok(outcome, metadata)
    outcome.elapsed = metadata.elapsed
    return Err(outcome, metadata)


def _check(context: CallContext, state: CallState) -> Steps[Readiness | CheckError]:
    config = yield from resolve_config(state)
    if not isinstance(config, ResolvedConfig):
        return config
    state.config = config
    now, region = context.service_time(), config.settings.region
    credentials = yield from resolve_credentials(state, now, region)
    if not isinstance(credentials, Credentials):
        return credentials
    problem = yield from _prepare_connections(config, state)
    return problem or _ready(config, credentials, _sources(context, config))


def _prepare_connections(config: ResolvedConfig, state: CallState) -> Steps[CheckError | None]:
    ready: Literal[True] | ConfigurationError | None
    left = state.deadline.remaining()
    ready = yield PrepareConnections(config.url, config.ca_bundle, left)
    if ready is None:
        return state.took_too_long("while loading the trust roots")
    return ready if isinstance(ready, ConfigurationError) else None


def _sources(context: CallContext, config: ResolvedConfig) -> Mapping[str, str]:
    """Return the sources of the settings that take effect."""
    sources = dict(config.settings.sources)
    # Not left to the configuration, which derived clients with other timeouts share.
    if not context.default_connect:
        sources.pop(DEFAULTS_MODE, None)
    return sources


def _ready(
    config: ResolvedConfig, credentials: Credentials, sources: Mapping[str, str]
) -> Readiness:
    settings = config.settings
    return Readiness(
        region=settings.region,
        endpoint_url=settings.endpoint_url,
        access_key_id=mask_key_id(credentials.access_key_id),
        expires_at=credentials.expires_at,
        sources={**sources, "credentials": credentials.source or "the user's own"},
    )


publish(globals(), names=("Readiness",))
