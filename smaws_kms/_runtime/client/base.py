"""What async and blocking clients have in common: settings, derived clients, pickling."""

import logging
import os
import random
import sys
import time
from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pickle import UnpicklingError
from typing import ClassVar, Final, Generic, Self, TypeVar

from attrs import define, field

from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.client.arguments import ClientArguments
from smaws_kms._runtime.client.by_value import marker_for
from smaws_kms._runtime.config.resolved import ConfigResolver
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.serde.validation import Validate
from smaws_kms._runtime.support.frames import discard_locals
from smaws_kms._runtime.values import Timeout

Http = TypeVar("Http", AsyncHttp, SyncHttp)


def new_id() -> str:
    """Return a random UUID, version 4; the standard library takes three times as long to write one."""
    digits = os.urandom(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


SYSTEM_CLOCK: Final = Clock(now=lambda: datetime.now(UTC), monotonic=time.monotonic)

# The system's randomness: `random.seed` of the application does not reach it, and after a fork the
# children do not draw the same delays.
SYSTEM_RANDOM: Final = Random(new_id=new_id, draw=random.SystemRandom().random)


@define
class Shared(Generic[Http]):
    """What a client and those derived from it have in common."""

    http: Http
    credentials: CredentialResolver
    shared_state: SharedState = field(factory=SharedState)
    closed: bool = False


class ClientBase(Generic[Http]):
    """What async and blocking clients have in common."""

    service: ClassVar[Service]
    """The service that the client is for."""

    _arguments: ClientArguments
    _shared: Shared[Http]
    _owns: bool
    _context: CallContext
    _config: ConfigResolver

    def __repr__(self) -> str:
        region = self._arguments.options.region
        return (
            f"<{type(self).__name__} region={region!r}>" if region else f"<{type(self).__name__}>"
        )

    def __reduce__(self) -> tuple[object, ...]:
        client = type(self).__name__
        arguments = self._arguments.to_pickle(client)
        refusal = f"{client} cannot be pickled: its `credentials` callable cannot be"
        return _unpickled, (marker_for(arguments.credentials, refusal), type(self), arguments)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def with_options(
        self,
        *,
        region: str | None = None,
        endpoint_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        validate: Validate | None = None,
        timeout: Timeout | float | None = None,
        retry: RetryPolicy | None = None,
        app_id: str | None = None,
    ) -> Self:
        """Return a client that differs in these options and shares all else.

        That is connections, credentials, and what calls have taught: the retry quota, the rate
        limit, the service's clock. It is cheap, and closing it does nothing; it ends with the
        client it was derived from. What is `None` stays as it is.

        Args:
            region: AWS Region.
            endpoint_url: Where to send requests instead.
            headers: Extra headers for every request, in place of those given before.
            use_fips: Whether to use the endpoint with FIPS 140 validated cryptography.
            use_dual_stack: Whether to use the endpoint that has IPv6 too.
            validate: How much to check before sending.
            timeout: Time limits, or the limit of the whole call in seconds.
            retry: What to do about failures that may pass.
            app_id: Name of your application, for the user agent.
        """
        options = {
            "region": region,
            "endpoint_url": endpoint_url,
            "use_fips": use_fips,
            "use_dual_stack": use_dual_stack,
            "app_id": app_id,
            "retry": retry,
        }
        client = object.__new__(type(self))
        outer = sys.exception()
        try:
            arguments = self._arguments.changed(options, headers, validate, timeout)
        except BaseException as error:
            del headers, endpoint_url, options  # an endpoint may have a password in it
            discard_locals(error, outer)
            raise
        client._set_up(arguments, self._shared, self._config_for(arguments), owns=False)
        return client

    def _source(self, origin: CredentialProviders) -> CredentialResolver:
        return CredentialResolver(origin, log=logging.getLogger(self.service.package))

    def _config_for(self, arguments: ClientArguments) -> ConfigResolver:
        """Return the own one where it is the same: to find it may take a thread and botocore."""
        mine = self._arguments
        if (arguments.options, arguments.headers) == (mine.options, mine.headers):
            return self._config
        return ConfigResolver(self.service, arguments.options, arguments.headers)

    def _set_up(
        self,
        arguments: ClientArguments,
        shared: Shared[Http],
        config: ConfigResolver,
        *,
        owns: bool,
    ) -> None:
        self._arguments = arguments
        self._shared = shared
        self._owns = owns
        self._context = CallContext(
            arguments.validate,
            arguments.limits,
            SYSTEM_CLOCK,
            SYSTEM_RANDOM,
            shared.shared_state,
            default_connect=not isinstance(arguments.timeout, Timeout),
        )
        self._config = config
        self._make_driver()

    @abstractmethod
    def _make_driver(self) -> None:
        """Set `_driver`, which runs all calls of this client."""

    def _check_open(self) -> None:
        if self._shared.closed:
            raise RuntimeError(f"{type(self).__name__} is closed")


def _unpickled(_: object, cls: Callable[..., object], arguments: ClientArguments) -> object:
    # A pickle may come from somewhere else: this makes clients of ours and nothing else.
    if not (_is_client(cls) and isinstance(arguments, ClientArguments)):  # pyright: ignore[reportUnnecessaryIsInstance]  # pickles have no types
        raise UnpicklingError("not a client class with its arguments")
    options = arguments.options
    return cls(
        region=options.region,
        credentials=arguments.credentials,
        profile=options.profile,
        endpoint_url=options.endpoint_url,
        headers=arguments.headers,
        use_fips=options.use_fips,
        use_dual_stack=options.use_dual_stack,
        validate=arguments.validate,
        timeout=arguments.timeout,
        retry=options.retry,
        app_id=options.app_id,
    )


def _is_client(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, ClientBase)
