"""What to write instead of arguments of boto3's and aiobotocore's clients, and of other names users try."""

from collections.abc import Mapping
from typing import Final

_CREDENTIALS: Final = (
    "pass credentials=Credentials(access_key_id, secret_access_key, session_token)"
)
_TLS: Final = "pass ssl_context=..., or name a file of trust roots in AWS_CA_BUNDLE"
_TIMEOUT: Final = "pass timeout=Timeout(connect=..., attempt=..., operation=...)"
_RETRY: Final = "pass retry=RetryPolicy(max_attempts=..., mode=...)"
_CONNECTIONS: Final = (
    "pass a transport of the module connections as http=..., which has such settings"
)
_PROXY: Final = "set HTTPS_PROXY, or pass an httpx client with a proxy as http=..."

CONSTRUCTOR: Final[Mapping[str, str]] = {
    "region_name": "write region=...",
    "aws_region": "write region=...",
    "aws_default_region": "write region=...",
    "profile_name": "write profile=...",
    "aws_profile": "write profile=...",
    "endpoint": "write endpoint_url=...",
    "base_url": "write endpoint_url=...",
    "use_fips_endpoint": "write use_fips=...",
    "use_dualstack_endpoint": "write use_dual_stack=...",
    "use_ssl": "for plain HTTP, pass an http:// URL as endpoint_url",
    "aws_access_key_id": _CREDENTIALS,
    "aws_secret_access_key": _CREDENTIALS,
    "aws_session_token": _CREDENTIALS,
    "access_key_id": _CREDENTIALS,
    "access_key": _CREDENTIALS,
    "secret_access_key": _CREDENTIALS,
    "secret_key": _CREDENTIALS,
    "session_token": _CREDENTIALS,
    "token": _CREDENTIALS,
    "aws_account_id": "leave it out: endpoints of this service need no account ID",
    "session": "pass credentials=... or profile=...; there is no session object",
    "boto3_session": "pass credentials=... or profile=...; there is no session object",
    "botocore_session": "pass credentials=... or profile=...; there is no session object",
    "service_name": "leave it out: a client class belongs to one service",
    "api_version": "leave it out: the package implements one version of the service",
    "signature_version": "leave it out: requests are signed with Signature Version 4",
    "verify": _TLS,
    "cert": _TLS,
    "ca_bundle": _TLS,
    "client_cert": _TLS,
    "config": "pass its settings as arguments of their own: timeout=..., retry=..., app_id=...",
    "client_config": "pass its settings as arguments of their own: timeout=..., retry=..., app_id=...",
    "connect_timeout": _TIMEOUT,
    "read_timeout": _TIMEOUT,
    "timeouts": _TIMEOUT,
    "retries": _RETRY,
    "max_retries": _RETRY,
    "max_attempts": _RETRY,
    "retry_mode": _RETRY,
    "max_pool_connections": _CONNECTIONS,
    "max_connections": _CONNECTIONS,
    "limits": _CONNECTIONS,
    "connector_args": _CONNECTIONS,
    "keepalive": _CONNECTIONS,
    "tcp_keepalive": _CONNECTIONS,
    "proxies": _PROXY,
    "proxy": _PROXY,
    "proxies_config": _PROXY,
    "http_client": "write http=...",
    "transport": "write http=...",
    "user_agent": "pass app_id=..., which becomes part of the user agent",
    "user_agent_extra": "pass app_id=..., which becomes part of the user agent",
    "user_agent_appid": "write app_id=...",
    "parameter_validation": 'pass validate="off"',
    "loop": "leave it out: an async client uses the event loop that is running",
}
"""Advice by argument of a client's constructor."""

_FIXED: Final = "it is fixed when a client is made: make another client"

WITH_OPTIONS: Final[Mapping[str, str]] = {
    name: _FIXED
    if any(fixed in text for fixed in ("credentials=", "profile=", "http=", "ssl_context="))
    else text
    for name, text in {
        **CONSTRUCTOR,
        **dict.fromkeys(("credentials", "profile", "http", "ssl_context"), _FIXED),
    }.items()
}
"""Advice by argument of `with_options`."""
