"""Steps that resolve settings and credentials, for calls and for `check()`."""

from datetime import datetime

from smaws_kms._runtime.call.effects import GetConfig, GetCredentials, Steps
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.errors import ConfigurationError, CredentialsError, DeadlineExceededError
from smaws_kms._runtime.values import Credentials


def resolve_config(
    state: CallState,
) -> Steps[ResolvedConfig | ConfigurationError | DeadlineExceededError]:
    """Resolve the client's settings before the deadline."""
    config: ResolvedConfig | ConfigurationError | None
    config = yield GetConfig(state.deadline.remaining())
    if config is None:
        return state.took_too_long("while reading the settings")
    if isinstance(config, ConfigurationError):
        # A copy: concurrent calls share the resolver's error, and each call sets `operation` on its own.
        return ConfigurationError(config.message)
    return config


def resolve_credentials(
    state: CallState, now: datetime, region: str
) -> Steps[Credentials | CredentialsError | DeadlineExceededError]:
    """Resolve credentials that are valid now, before the deadline.

    Args:
        state: The call's state.
        now: The time by the service's clock.
        region: The Region for providers that call AWS.
    """
    credentials: Credentials | CredentialsError | None
    credentials = yield GetCredentials(state.deadline.remaining(), now, region)
    return credentials or state.took_too_long("while waiting for credentials")
