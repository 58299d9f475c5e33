"""Builds the signed HTTP requests of one call: what all attempts share is prepared once."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from smaws_kms._runtime.auth.sigv4 import sign_request
from smaws_kms._runtime.config.lambda_trace import HEADER as TRACE_HEADER
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.user_agent import GZIP, credential_features
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.compression import compress
from smaws_kms._runtime.serde.request_body import request_headers
from smaws_kms._runtime.values import Credentials


class RequestBuilder:
    """Body, shared headers and target of one call; `build` signs them for one attempt.

    Args:
        config: Endpoint and settings.
        operation: The operation.
        body: The serialized request; it is compressed here if settings and operation allow it.
        features: Letters of the features that the call is part of, for `User-Agent`.
    """

    __slots__ = ("_body", "_features", "_headers", "config")

    def __init__(
        self,
        config: ResolvedConfig,
        operation: OperationModel[Any, Any, Any],
        body: bytes,
        features: tuple[str, ...],
    ) -> None:
        headers = {**request_headers(operation), **config.headers}
        threshold = config.settings.compress_from
        self.config = config
        self._body, self._headers = compress(body, headers, operation.encodings, threshold)
        self._features = features if self._body is body else (*features, GZIP)

    def build(
        self,
        credentials: Credentials,
        now: datetime,
        unsigned: Mapping[str, str],
        trace_id: str | None,
    ) -> WireRequest:
        """Return the signed request of one attempt.

        Args:
            credentials: The credentials that sign it.
            now: The time by the service's clock.
            unsigned: Headers that are added after signing.
            trace_id: The trace of the AWS Lambda invocation; sent if the settings allow it.
        """
        config, settings = self.config, self.config.settings
        features = (*self._features, *credential_features(credentials.source))
        headers = {**self._headers, "User-Agent": config.user_agent.text(features)}
        if trace_id is not None:
            headers[TRACE_HEADER] = trace_id
        signed = sign_request(
            method="POST",
            target=config.target,
            headers=headers,
            body=self._body,
            region=settings.signing_region,
            service=settings.signing_name,
            credentials=credentials,
            now=now,
        )
        # Unsigned, as proxies change it; a compressed response could be a decompression bomb.
        signed["Accept-Encoding"] = "identity"
        signed["Content-Length"] = str(len(self._body))
        signed.update(unsigned)
        return WireRequest(config.url, signed, self._body, config.ca_bundle)
