"""Sign any request for AWS, without a client and without I/O."""

import sys
from collections.abc import Mapping
from datetime import datetime

from smaws_kms._runtime.auth import sigv4
from smaws_kms._runtime.auth.signing_checks import check_signable
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
    the same signature. Send exactly the method, URL and body that were signed, with the headers
    that come back.

    Args:
        method: The HTTP method, for example `"POST"`.
        url: The absolute URL; its path and query are signed too. They must be percent-encoded,
            as they are sent.
        headers: The headers of the request. All of them are signed but those that proxies, tracers
            and HTTP libraries change on the way, for example `User-Agent`.
        body: The whole body; `b""` for none. A hash in the header `X-Amz-Content-SHA256` is signed
            in its place.
        region: The region to sign for, for example `"us-east-1"`.
        service: The service's name in signatures, for example `"kms"`.
        credentials: Whose signature it is.
        now: The time of signing, aware. AWS accepts a signature for five minutes around it.

    Returns:
        Every header of the signed request: `Host` (unless given), those given, `X-Amz-Date`,
        `X-Amz-Security-Token` where the credentials have one, and `Authorization`. Old values of
        the last three are replaced. If `Date` is among those given, it is set to `now` and takes
        the place of `X-Amz-Date`.

    Raises:
        ValueError: `now` is naive, `url` names no host, or an argument has characters that HTTP does
            not allow there, such as line feeds. The text names the argument, and shows no secret.
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
            raise ValueError("now: expected an aware datetime, got a naive one")  # noqa: TRY301 - not of the same kind
        return sigv4.sign_request(
            method=method,
            target=sigv4.target(url),
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
