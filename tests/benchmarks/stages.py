"""The stages of a call, and the functions in which each spends its time.

Only functions that do not wait: while a coroutine waits, the time belongs to other calls. Functions that call
each other may be in different stages, since a function counts without those that it calls. Update this list when
functions move: the table names those that it did not find.
"""

from typing import Final

_RUNTIME: Final = "smaws_kms._runtime."
_REQUEST: Final = "smaws_kms._generated.operations._encrypt"

STAGES: Final = {
    "request object": (f"{_REQUEST}:EncryptRequest.__init__",),
    "validate, encode": (
        f"{_RUNTIME}serde.validation:validate",
        f"{_RUNTIME}serde.aws_json:encode",
    ),
    "sign, headers": (
        f"{_RUNTIME}call.request_builder:RequestBuilder.__init__",
        f"{_RUNTIME}call.request_builder:RequestBuilder.build",
    ),
    "objects of a call": (
        f"{_RUNTIME}call.call:Call.__init__",
        f"{_RUNTIME}call.attempt_loop:AttemptLoop.__init__",
        f"{_RUNTIME}call.attempt_loop:AttemptLoop._sign",
        f"{_RUNTIME}call.state:CallState.__init__",
        f"{_RUNTIME}call.state:CallState.begin_attempt",
        f"{_RUNTIME}call.state:CallState.end_attempt",
        f"{_RUNTIME}call.state:CallState.metadata",
        f"{_RUNTIME}call.retrying:Retries.__init__",
        f"{_RUNTIME}call.retrying:Retries.learn",
        f"{_RUNTIME}call.response_redaction:CallSecrets.clean",
        f"{_RUNTIME}call.host_prefix:address",
        f"{_RUNTIME}auth.credential_resolver:CredentialResolver.cached",
    ),
    "httpx objects": (
        f"{_RUNTIME}http.exchange:_request",
        f"{_RUNTIME}http.body:Body.__init__",
        f"{_RUNTIME}http.body:Body.result",
        f"{_RUNTIME}http11.httpx_messages:OutgoingRequest.__init__",
        f"{_RUNTIME}http11.httpx_messages:response_from",
        f"{_RUNTIME}http.httpx_clients:DirectAsyncClient.http11_for",
    ),
    "deadlines": (f"{_RUNTIME}http11.timeouts:Deadlines.__init__",),
    "pool": (
        f"{_RUNTIME}http11.pool:Pool.acquire",
        f"{_RUNTIME}http11.pool:verify_usable",
    ),
    "timers": (
        "asyncio.base_events:BaseEventLoop.call_at",
        "asyncio.base_events:BaseEventLoop.call_soon",
    ),
    "TLS write, send": (
        "asyncio.sslproto:SSLProtocol._write_appdata",
        "asyncio.selector_events:_SelectorSocketTransport.write",
        "ssl:SSLSocket.send",
    ),
    "TLS read, receive": (
        "asyncio.sslproto:SSLProtocol.buffer_updated",
        "ssl:SSLSocket.recv",
    ),
    "parse the response": (
        f"{_RUNTIME}http11.response_parser:ResponseParser.__init__",
        f"{_RUNTIME}http11.response_parser:ResponseParser.feed",
    ),
    "decode": (f"{_RUNTIME}serde.aws_json:decode",),
}
REST: Final = "event loop, coroutines, the rest"
