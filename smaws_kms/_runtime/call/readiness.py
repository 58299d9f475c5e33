"""What a client finds when it is asked whether it could make a call, without making one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.call.attempts import AttemptLog
from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.deadline import Deadline
from smaws_kms._runtime.call.effects import (
    GetConfig,
    GetCredentials,
    PrepareConnections,
    Steps,
)
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.errors import ConfigurationError, CredentialsError, DeadlineExceededError
from smaws_kms._runtime.metadata import Metadata
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Credentials

CheckError: TypeAlias = ConfigurationError | CredentialsError | DeadlineExceededError
"""What can keep a client from being ready."""

# As much as tells one key from another, and too little to be a whole one.
_SHOWN: Final = 4


@frozen(kw_only=True)
class Readiness:
    """Where a client would send its calls, and as whom. It holds no secret."""

    region: str
    """AWS Region."""
    endpoint_url: str
    """Where requests go."""
    access_key_id: str
    """The ends of the access key ID, for example `AKIA...MPLE`."""
    expires_at: datetime | None
    """When the credentials stop working, `None` if they do not say."""
    sources: Mapping[str, str] = field(hash=False)
    """By setting, where it came from in words: `region`, `endpoint_url`, `credentials` and others."""

    def __str__(self) -> str:
        end = f", until {self.expires_at.isoformat()}" if self.expires_at else ""
        return (
            f"{self.endpoint_url} (from {self.sources['endpoint_url']}) "
            f"in {self.region} (from {self.sources['region']}) "
            f"as {self.access_key_id} (from {self.sources['credentials']}{end})"
        )


def check_steps(context: CallContext) -> Steps[Result[Readiness, CheckError]]:
    """Tell how a client looks around: as for a call, up to where it would be signed."""
    attempt_log = AttemptLog("check")
    time = Deadline(context.timeout, context.clock.monotonic, attempt_log)
    outcome = yield from _look_around(context, time)
    metadata = Metadata(elapsed=time.elapsed())
    return Ok(outcome, metadata) if isinstance(outcome, Readiness) else Err(outcome, metadata)


def _look_around(context: CallContext, time: Deadline) -> Steps[Readiness | CheckError]:
    config: ResolvedConfig | ConfigurationError | None
    config = yield GetConfig(time.remaining())
    if config is None:
        return time.exceeded("while reading the settings")
    if isinstance(config, ConfigurationError):
        # Whoever waited for the same answer shares it, but an error belongs to one caller.
        return ConfigurationError(config.message)
    credentials: Credentials | CredentialsError | None
    now = context.shared_state.skew.correct(context.clock.now())
    credentials = yield GetCredentials(time.remaining(), now, config.settings.region)
    if credentials is None:
        return time.exceeded("while waiting for credentials")
    if isinstance(credentials, CredentialsError):
        return credentials
    problem = yield from _prepare_connections(config, time)
    return problem or _ready(config, credentials)


def _prepare_connections(config: ResolvedConfig, time: Deadline) -> Steps[CheckError | None]:
    ready: Literal[True] | ConfigurationError | None
    ready = yield PrepareConnections(config.url, config.ca_bundle, time.remaining())
    if ready is None:
        return time.exceeded("while loading the trust roots")
    return ready if isinstance(ready, ConfigurationError) else None


def _ready(config: ResolvedConfig, credentials: Credentials) -> Readiness:
    settings = config.settings
    return Readiness(
        region=settings.region,
        endpoint_url=settings.endpoint_url,
        access_key_id=_shortened(credentials.access_key_id),
        expires_at=credentials.expires_at,
        sources={**settings.sources, "credentials": credentials.source or "the user's own"},
    )


def _shortened(access_key_id: str) -> str:
    if len(access_key_id) < 3 * _SHOWN:
        return f"{access_key_id[: _SHOWN // 2]}..."
    return f"{access_key_id[:_SHOWN]}...{access_key_id[-_SHOWN:]}"


publish(globals(), names=("Readiness",))
