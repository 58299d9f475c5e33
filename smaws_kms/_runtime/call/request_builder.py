"""Builds the signed HTTP requests of one call: what all attempts share is prepared once."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from smaws_kms._runtime.auth.request_frame import RequestFrame, UnsendableError
from smaws_kms._runtime.auth.sigv4 import SigningFrame
from smaws_kms._runtime.config.lambda_trace import HEADER as TRACE_HEADER
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.user_agent import GZIP, credential_features
from smaws_kms._runtime.errors import ProtocolError
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.request_body import request_headers
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.values import Credentials

if TYPE_CHECKING:
    from smaws_kms._runtime.serde import compression
else:
    compression = runtime_module("serde.compression")

# Unsigned, as proxies change it; a compressed response could be a decompression bomb.
_UNSIGNED: Final = {"Accept-Encoding": "identity"}


class RequestBuilder:
    """Body, shared headers and target of one call; `build` signs them for one attempt.

    Args:
        config: Endpoint and settings.
        operation: The operation.
        body: The serialized request; it is compressed here if settings and operation allow it.
        features: Letters of the features that the call is part of, for `User-Agent`.
    """

    __slots__ = ("_body", "_compressed_headers", "_features", "_operation", "config")

    def __init__(
        self,
        config: ResolvedConfig,
        operation: OperationModel[Any, Any, Any],
        body: bytes,
        features: tuple[str, ...],
    ) -> None:
        self.config = config
        self._operation = operation
        self._body = body
        self._features = features
        self._compressed_headers: Mapping[str, str] | None = None
        """The shared headers, if they say that the body is compressed."""
        if operation.encodings:
            self._compress()

    def build(
        self, credentials: Credentials, now: datetime, attempt: str, trace_id: str | None
    ) -> WireRequest | ProtocolError:
        """Return the signed request of one attempt; an error if no HTTP header can hold a header.

        Args:
            credentials: The credentials that sign it.
            now: The time by the service's clock.
            attempt: Lines of headers that are added after signing.
            trace_id: The trace of the AWS Lambda invocation; sent if the settings allow it.
        """
        config = self.config
        # The letter for gzip is in the features, so compressed requests have frames of their own.
        key = (self._operation, self._features, trace_id)
        make = partial(self._frame, credentials, now, trace_id)
        try:
            frame = config.frames.get(credentials, now, key, make)
        except UnsendableError as error:
            return ProtocolError(str(error), sent="no")
        lines, secrets = frame.lines(self._body, attempt)
        return WireRequest(config.url, lines, self._body, config.ca_bundle, secrets)

    def _frame(self, credentials: Credentials, now: datetime, trace_id: str | None) -> RequestFrame:
        config, settings = self.config, self.config.settings
        features = (*self._features, *credential_features(credentials.source))
        shared = self._compressed_headers or self._shared_headers()
        headers = {**shared, "User-Agent": config.user_agent.text(features)}
        if trace_id is not None:
            headers[TRACE_HEADER] = trace_id
        signing = SigningFrame(
            method="POST",
            target=config.target,
            headers=headers,
            region=settings.signing_region,
            service=settings.signing_name,
            credentials=credentials,
            now=now,
        )
        return RequestFrame(signing, _UNSIGNED)

    def _shared_headers(self) -> Mapping[str, str]:
        return {**request_headers(self._operation), **self.config.headers}

    def _compress(self) -> None:
        threshold = self.config.settings.compress_from
        body, headers = compression.compress(
            self._body, self._shared_headers(), self._operation.encodings, threshold
        )
        if body is not self._body:
            self._body, self._compressed_headers = body, headers
            self._features = (*self._features, GZIP)
