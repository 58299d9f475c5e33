"""Sign any request for AWS, without a client and without I/O."""

import sys
from collections.abc import Mapping
from datetime import datetime

from smaws_kms._runtime.auth.signing_checks import check_signable
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.auth.sigv4 import sign_request
from smaws_kms._runtime.support.frames import discard_locals
from smaws_kms._runtime.values import Blob, Credentials

__all__ = ["sign"]


def sign(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: Blob,
    region: str,
    service: str,
    credentials: Credentials,
    now: datetime,
) -> dict[str, str]:
    """Sign a request with AWS Signature Version 4.

    A pure function: it reads no clock, no environment and no network, and the same arguments give
    the same signature. Send exactly the signed method, URL and body, with the returned headers.

    Args:
        method: The HTTP method, for example `"POST"`.
        url: The absolute URL; its path and query are signed too. They must be percent-encoded,
            as they are sent.
        headers: The headers of the request. All are signed, except those that proxies, tracers and
            HTTP libraries change, for example `User-Agent`.
        body: The whole body; `b""` for none. If `headers` have `X-Amz-Content-SHA256`, its hash is
            signed instead.
        region: AWS Region to sign for, for example `"us-east-1"`.
        service: The service's name in signatures, for example `"kms"`.
        credentials: Credentials to sign with.
        now: The time of signing, an aware datetime. AWS accepts a signature for five minutes before
            and after it.

    Returns:
        All headers of the signed request: those of `headers`, `Host`, `X-Amz-Date`, `Authorization`,
        and `X-Amz-Security-Token` if the credentials have a session token. Existing values of the
        last three are replaced. If `headers` have `Date`, it is set to `now`, and `X-Amz-Date` is
        left out.

    Raises:
        ValueError: `now` is naive, `url` has no host, or an argument has characters that HTTP does
            not allow there, such as line feeds. The text names the argument and shows no secret.
    """
    outer = sys.exception()
    try:
        check_signable(
            method=method,
            url=url,
            headers=headers,
            region=region,
            service=service,
            credentials=credentials,
        )
        if now.utcoffset() is None:
            raise ValueError("now: expected an aware datetime, got a naive one")  # noqa: TRY301 - the frames of both are emptied below
        return sign_request(
            method=method,
            target=target(url),
            headers=headers,
            body=body,
            region=region,
            service=service,
            credentials=credentials,
            now=now,
        )
    except BaseException as error:
        del body, headers, url
        discard_locals(error, outer)
        raise
