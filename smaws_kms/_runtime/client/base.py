"""Base of async and blocking clients: settings, derived clients, pickling."""

import logging
import os
import sys
import time
from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, Generic, Self, TypeVar

from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.client.arguments import ClientArguments
from smaws_kms._runtime.client.boto3_arguments import WITH_OPTIONS
from smaws_kms._runtime.config.resolved import ConfigResolver
from smaws_kms._runtime.config.sources import problem_of_url
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.call_arguments import explained
from smaws_kms._runtime.support.frames import discard_locals
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.values import Timeout, Validate

if TYPE_CHECKING:
    from smaws_kms._runtime.client import by_value, missing_attributes
else:
    by_value = runtime_module("client.by_value")
    missing_attributes = runtime_module("client.missing_attributes")

Http = TypeVar("Http", AsyncHttp, SyncHttp)


def new_id() -> str:
    """Return a random UUID, version 4, in a third of the time that `uuid.uuid4` takes."""
    digits = os.urandom(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


SYSTEM_CLOCK: Final = Clock(now=partial(datetime.now, UTC), monotonic=time.monotonic)


def _draw() -> float:
    # As `random.SystemRandom().random()` does; the module takes 2 ms to import.
    return (int.from_bytes(os.urandom(7)) >> 3) * 2.0**-53


# The operating system's random source: the application's `random.seed` does not affect it, and forked
# children draw different delays.
SYSTEM_RANDOM: Final = Random(new_id=new_id, draw=_draw)


class Shared(Generic[Http]):
    """State that a client shares with the clients derived from it."""

    __slots__ = ("credentials", "http", "shared_state")

    def __init__(self, http: Http, credentials: CredentialResolver) -> None:
        self.http: Http = http
        self.credentials = credentials
        self.shared_state = SharedState()


class ClientBase(Generic[Http]):
    """Common base of `AsyncClient` and `SyncClient`."""

    service: ClassVar[Service]
    """Facts of the service that the client calls."""

    _arguments: ClientArguments
    _shared: Shared[Http]
    _owns: bool
    _context: CallContext
    _config: ConfigResolver

    def __repr__(self) -> str:
        settings = self._config.known_settings()
        region, url = self._arguments.region, self._arguments.endpoint_url
        if settings is not None:
            region, url = settings.region, settings.endpoint_url
        shown = f" region={region!r}" if region else ""
        if url and not problem_of_url(url):  # others may hold a password
            shown += f" endpoint_url={url!r}"
        return f"<{type(self).__name__}{shown}>"

    # Type checkers would accept any attribute.
    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            raise missing_attributes.missing_attribute(type(self), self.service.package, name)

    def __reduce__(self) -> tuple[object, ...]:
        client = type(self).__name__
        arguments = self._arguments
        arguments.check_picklable(client)
        refusal = f"{client} cannot be pickled: its `credentials` callable cannot be"
        return _unpickled, (
            by_value.marker_for(arguments.credentials, refusal),
            type(self),
            arguments,
        )

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    @explained(WITH_OPTIONS)
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
        """Return a derived client with some settings changed, for example for a single call.

        It shares connections, credentials, retry tokens, the rate limit and the clock correction
        with this client. Closing it does nothing; once this client is closed, it is closed too.

        The arguments mean the same as in the constructor. `None` keeps the current value, and
        `headers` replace the current ones.

        Raises:
            TypeError: An argument has the wrong type.
            ValueError: `timeout` is negative, infinite or not a number.
        """
        changes = {
            "region": region,
            "endpoint_url": endpoint_url,
            "headers": headers,
            "use_fips": use_fips,
            "use_dual_stack": use_dual_stack,
            "validate": validate,
            "timeout": timeout,
            "retry": retry,
            "app_id": app_id,
        }
        client = object.__new__(type(self))
        outer = sys.exception()
        try:
            arguments = self._arguments.changed(changes)
        except BaseException as error:
            del headers, endpoint_url, changes  # the URL may contain a password
            discard_locals(error, outer)
            raise
        client._set_up(arguments, self._shared, self._config_for(arguments), owns=False)
        return client

    def _start(
        self, arguments: ClientArguments, http: Http, providers: CredentialProviders
    ) -> None:
        """Set up a client that is not derived from another."""
        log = logging.getLogger(self.service.package)
        shared = Shared(http, CredentialResolver(providers, log=log))
        config = ConfigResolver(self.service, arguments, arguments.headers)
        self._set_up(arguments, shared, config, owns=True)

    def _config_for(self, arguments: ClientArguments) -> ConfigResolver:
        """Reuse this client's configuration if it is the same: resolving may need a thread."""
        if arguments.resolves_like(self._arguments):
            return self._config
        return ConfigResolver(self.service, arguments, arguments.headers)

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
            client=type(self).__name__,
            default_connect=not isinstance(arguments.timeout, Timeout),
            known_config=config.known,
            known_credentials=shared.credentials.cached,
        )
        self._config = config
        self._make_driver()

    @abstractmethod
    def _make_driver(self) -> None:
        """Set `_driver`, which runs all calls of this client."""


def _unpickled(_: object, cls: Callable[..., object], arguments: ClientArguments) -> object:
    # Pickles may be forged: create only clients, and run the constructor's checks again.
    if not (_is_client(cls) and isinstance(arguments, ClientArguments)):  # pyright: ignore[reportUnnecessaryIsInstance]  # pickles have no types
        from pickle import UnpicklingError  # noqa: PLC0415  # only pickles need it

        raise UnpicklingError("not a client class with its arguments")
    return cls(**arguments.keywords())


def _is_client(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, ClientBase)
