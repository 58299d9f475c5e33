"""The configuration of a client, resolved once, by its first call."""

import logging
import os
from collections.abc import Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.auth.frame_cache import FrameCache
from smaws_kms._runtime.auth.providers import find_region_of_machine
from smaws_kms._runtime.auth.request_frame import RequestFrame
from smaws_kms._runtime.auth.signing_target import Target, target
from smaws_kms._runtime.config.lambda_trace import HEADER, is_lambda
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile
from smaws_kms._runtime.config.user_agent import (
    ENDPOINT_OVERRIDE,
    RETRY_MODES,
    UserAgent,
    user_agent,
)
from smaws_kms._runtime.endpoints.url_parts import split_url
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.http11.trust_roots import Bundle
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.ip import is_address
from smaws_kms._runtime.support.lazy import Lazy

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

_OURS: Final = frozenset(
    {
        "accept-encoding",
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "transfer-encoding",
        "user-agent",
        "x-amz-date",
        "x-amz-security-token",
        "x-amz-target",
        "x-amzn-query-mode",
    }
)
"""Headers that the client sets itself; other values would break requests."""


class ResolvedConfig(Frozen):
    """The resolved settings, and the parts that all requests of a client share."""

    __slots__ = (  # noqa: RUF023  # the order of `repr`
        "settings",
        "url",
        "target",
        "headers",
        "user_agent",
        "sends_trace",
        "is_lambda",
        "ca_bundle",
        "frames",
        "region",
        "connect_timeout",
        "attempts",
        "is_adaptive",
    )
    hidden = frozenset({"headers"})
    # Every call reads the last four: slots, since attributes of `Settings` take several times as long.
    derived = frozenset({"frames", "region", "connect_timeout", "attempts", "is_adaptive"})

    settings: Settings
    url: str
    """The URL of all requests, with its path."""
    target: Target
    headers: Mapping[str, str]
    """The user's headers, sent with each request."""
    user_agent: UserAgent
    sends_trace: bool
    """Whether requests in AWS Lambda carry its trace header; `False` if the user set that header."""
    is_lambda: bool
    """Whether the client may run in AWS Lambda. Elsewhere, no request looks for a trace."""
    ca_bundle: Bundle | None
    """Trust roots, if the settings name them."""
    frames: FrameCache[RequestFrame]
    """What requests to this URL have in common for one second."""
    region: str
    connect_timeout: float | None
    """Connect timeout of the defaults mode, see `Settings`."""
    attempts: int
    """Attempts of a call at most."""
    is_adaptive: bool
    """Whether the rate of calls is limited after throttling."""

    def __init__(
        self,
        settings: Settings,
        url: str,
        target: Target,
        headers: Mapping[str, str],
        user_agent: UserAgent | None = None,
        *,
        sends_trace: bool = True,
        is_lambda: bool = True,
        ca_bundle: Bundle | None = None,
    ) -> None:
        self._set(
            settings=settings,
            url=url,
            target=target,
            headers=headers,
            user_agent=user_agent or UserAgent(),
            sends_trace=sends_trace,
            is_lambda=is_lambda,
            ca_bundle=ca_bundle,
            frames=FrameCache[RequestFrame](),
            region=settings.region,
            connect_timeout=settings.connect_timeout,
            attempts=settings.retry.attempts,
            is_adaptive=settings.retry.mode == "adaptive",
        )


class ConfigResolver:
    """Resolves the configuration once. After a failure, the next call tries again."""

    def __init__(self, service: Service, options: Options, headers: Mapping[str, str]) -> None:
        self._service = service
        self._options = options
        self._headers = headers
        self._config: Lazy[ResolvedConfig | ConfigurationError] = Lazy(keep=_is_resolved)

    def get(
        self,
    ) -> "ResolvedConfig | ConfigurationError | Future[ResolvedConfig | ConfigurationError]":
        """Return the configuration, or the future of the thread that resolves it.

        Without a thread for it, the caller reads the files, which takes some milliseconds.
        """
        if self._config.value is not None:
            return self._config.value
        return self._config.future(self._resolve, or_here=True)

    def known(self) -> ResolvedConfig | None:
        """Return the configuration if it has been resolved already."""
        config = self._config.value
        return config if isinstance(config, ResolvedConfig) else None

    def known_settings(self) -> Settings | None:
        """Return the settings if they have been resolved already."""
        config = self.known()
        return None if config is None else config.settings

    def _resolve(self) -> ResolvedConfig | ConfigurationError:
        try:
            return self._resolve_unguarded()
        except Exception as error:  # noqa: BLE001 - a call returns errors
            raise_if_from_handler(error)
            kind = type(error).__name__
        # Outside the handler: the error must not hold frames, and with them the environment.
        return ConfigurationError(f"the settings cannot be resolved: {kind}")

    def _resolve_unguarded(self) -> ResolvedConfig | ConfigurationError:
        problem = _problem_of_headers(self._headers)
        if problem is not None:
            return ConfigurationError(problem)
        settings = resolve_settings(
            self._options,
            service=self._service,
            environ=os.environ,
            load_profile=self._profile,
            find_region_of_machine=find_region_of_machine,
        )
        if isinstance(settings, ConfigurationError):
            return settings
        warn_if_plain_http(settings.endpoint_url, self._service.package)
        url = _request_url(settings.endpoint_url)
        found = settings.ca_bundle
        return ResolvedConfig(
            settings,
            url,
            target(url),
            self._headers,
            user_agent=_user_agent(settings, self._service.product),
            sends_trace=HEADER.lower() not in map(str.lower, self._headers),
            is_lambda=is_lambda(),
            ca_bundle=Bundle(found.value, found.source) if found else None,
        )

    def _profile(self) -> Profile | ConfigurationError:
        return load_profile(self._options.profile, self._service.settings_key, os.environ)


def _is_resolved(found: ResolvedConfig | ConfigurationError) -> bool:
    return isinstance(found, ResolvedConfig)


def _request_url(url: str) -> str:
    """Return the URL of requests: the path `/`, below the path of the endpoint if it has one."""
    path = split_url(url).path
    return f"{url}/" if path and not url.endswith("/") else url


def warn_if_plain_http(endpoint_url: str, package: str) -> None:
    """Log one warning to the package's logger if requests leave this machine over plain HTTP."""
    parts = split_url(endpoint_url)
    host = parts.hostname or ""
    if parts.scheme == "http" and not _is_loopback(host):
        logging.getLogger(package).warning(
            "endpoint %s uses plain HTTP: keys and plaintext in requests are not encrypted",
            host,
        )


def _is_loopback(host: str) -> bool:
    # RFC 6761 section 6.3: every name below "localhost" is this machine.
    if host == "localhost" or host.endswith(".localhost"):
        return True
    if not is_address(host):
        return False
    address: IPv4Address | IPv6Address = import_whole("ipaddress").ip_address(host)
    return address.is_loopback


def _problem_of_headers(headers: Mapping[str, str]) -> str | None:
    if len({name.lower() for name in headers}) < len(headers):
        return "headers: two names differ in upper and lower case only"
    for name, value in headers.items():
        if name.lower() in _OURS:
            return f"headers: {name} is set by the client itself"
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            return f"headers: expected names of letters, digits, - and _, got {name!r}"
        if not value.isascii() or not value.isprintable() or value != value.strip():
            return f"headers: the value of {name} has characters that no header can hold"
    return None


def _user_agent(settings: Settings, product: str) -> UserAgent:
    override = ENDPOINT_OVERRIDE if settings.custom_endpoint else ""
    mode = settings.retry.mode
    return user_agent(
        product=product,
        app_id=settings.app_id,
        execution_env=os.environ.get("AWS_EXECUTION_ENV"),
        retry_mode=mode,
        features=tuple(filter(None, (RETRY_MODES[mode], override))),
    )
