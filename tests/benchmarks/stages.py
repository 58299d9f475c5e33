"""The stages of a call, and the functions in which each spends its time.

Only functions that do not wait: while a coroutine waits, the time belongs to other calls. Functions that call
each other may be in different stages, since a function counts without those that it calls. Update this list when
functions move: the table names those that it did not find.
"""

from typing import Final

_RUNTIME: Final = "smaws_kms._runtime."
_REQUEST: Final = "smaws_kms._generated.operations._encrypt"

STAGES: Final = {
    "request object": (f"{_REQUEST}:_new_encrypt_request",),
    "validate, encode": (f"{_RUNTIME}serde.request_body:encode_checked",),
    "sign, headers": (
        f"{_RUNTIME}call.request_builder:RequestBuilder.__init__",
        f"{_RUNTIME}call.request_builder:RequestBuilder.build",
    ),
    "objects of a call": (
        f"{_RUNTIME}call.call:Call._configure",
        f"{_RUNTIME}call.attempts:Attempts.__init__",
        f"{_RUNTIME}call.attempts:Attempts._prepare_at_once",
        f"{_RUNTIME}call.attempts:Attempts._succeed",
        f"{_RUNTIME}call.attempts:Attempts._read",
        f"{_RUNTIME}call.host_prefix:address",
        f"{_RUNTIME}call.state:CallState.__init__",
        f"{_RUNTIME}call.state:CallState.metadata",
        f"{_RUNTIME}call.deadline:Deadline.attempt_timeouts",
    ),
    "redaction": (f"{_RUNTIME}call.response_redaction:is_clean_success",),
    "bytes of the request, deadlines": (
        f"{_RUNTIME}http.exchange:AsyncHttp._is_seen",
        f"{_RUNTIME}http.direct_messages:encode",
        f"{_RUNTIME}http.direct_messages:deadlines_of",
        f"{_RUNTIME}http.transport_selection:AsyncConnections.route",
    ),
    "pool": (
        f"{_RUNTIME}http11.pool:Pool.acquire",
        f"{_RUNTIME}http11.pool:Pool.release",
        f"{_RUNTIME}http11.pool:verify_usable",
    ),
    "connection, timer": (
        f"{_RUNTIME}http11.connection:Connection.start",
        f"{_RUNTIME}http11.connection:Connection.advance",
        f"{_RUNTIME}http11.connection:Connection._read",
        f"{_RUNTIME}http11.async_connection:AsyncConnection._arm",
        f"{_RUNTIME}http11.async_connection:AsyncConnection._on_readable",
        f"{_RUNTIME}http11.async_connection:AsyncConnection._settle",
    ),
    "TLS write, send": ("ssl:SSLSocket.send",),
    "TLS read, receive": ("ssl:SSLSocket.recv",),
    "parse the response": (
        f"{_RUNTIME}http11.response_parser:ResponseParser.__init__",
        f"{_RUNTIME}http11.response_parser:ResponseParser.feed",
        f"{_RUNTIME}http.direct_messages:decode",
    ),
    "decode": (f"{_RUNTIME}serde.aws_json:decode",),
}
REST: Final = "event loop, coroutines, the rest"
