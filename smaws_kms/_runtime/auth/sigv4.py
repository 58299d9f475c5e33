"""AWS Signature Version 4 in headers, as a pure function of request and time.

Steps and names follow "Create a signed AWS API request",
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
Where that page leaves a choice (unsigned headers, the meaning of `Date`) this follows botocore, so
that proxies and emulators accept the same requests from both.

All requests of a client have one URL. `Target` holds the part of the canonical request that depends on
the URL alone and is computed once. Each request then costs two SHA-256, one HMAC and sorting a few
headers.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import formatdate
from hashlib import sha256
from hmac import HMAC
from typing import Final

from smaws_kms._runtime.auth.signing_keys import SigningKeys
from smaws_kms._runtime.auth.signing_target import Target
from smaws_kms._runtime.values import Blob, Credentials

_ALGORITHM: Final = "AWS4-HMAC-SHA256"

# Headers that proxies, tracers and HTTP libraries add or change. botocore has the same list.
_UNSIGNED: Final = frozenset(
    {
        "baggage",
        "connection",
        "expect",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "te",
        "traceparent",
        "tracestate",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "x-amzn-trace-id",
    }
)

# Headers that signing sets. Old values are dropped, so that a signed request can be signed again.
_OURS: Final = frozenset({"authorization", "date", "x-amz-date"})
_OURS_WITH_TOKEN: Final = _OURS | {"x-amz-security-token"}

# S3 and some gateways expect the hash of the body in this header.
_PAYLOAD_HASH: Final = "x-amz-content-sha256"

_keys = SigningKeys()


def sign_request(
    *,
    method: str,
    target: Target,
    headers: Mapping[str, str],
    body: Blob,
    region: str,
    service: str,
    credentials: Credentials,
    now: datetime,
) -> dict[str, str]:
    """Return every header of the signed request; `now` must be aware."""
    now = now.astimezone(UTC)
    timestamp = _timestamp(now)
    sent, signed = _headers(headers, target.host, now, timestamp, credentials.session_token)
    payload = (
        _first(headers, _PAYLOAD_HASH) if _PAYLOAD_HASH in signed else sha256(body).hexdigest()
    )
    canonical_request, signed_headers = _canonical_request(method, target, signed, payload)
    # Steps 2 to 5, from canonical request to signature.
    scope = f"{timestamp[:8]}/{region}/{service}/aws4_request"
    key = _keys.get(credentials, timestamp[:8], region, service)
    signature = _signature(canonical_request, timestamp, scope, key)
    # Step 6, add the signature to the request.
    sent["Authorization"] = (
        f"{_ALGORITHM} Credential={credentials.access_key_id}/{scope}, "
        f"SignedHeaders={signed_headers}, Signature={signature}"
    )
    return sent


def _canonical_request(
    method: str, target: Target, signed: Mapping[str, str], payload: str
) -> tuple[str, str]:
    """Return the canonical request and, a part of it, the names of the signed headers."""
    # Step 1, create a canonical request.
    names = sorted(signed)
    signed_headers = ";".join(names)
    canonical_headers = "".join([f"{name}:{signed[name]}\n" for name in names])
    text = (
        f"{method.upper()}\n{target.path}\n{target.query}\n"
        f"{canonical_headers}\n{signed_headers}\n{payload}"
    )
    return text, signed_headers


def _signature(canonical_request: str, timestamp: str, scope: str, key: HMAC) -> str:
    # Step 2, create a hash of the canonical request.
    hashed_request = sha256(canonical_request.encode()).hexdigest()
    # Step 3, create a string to sign: algorithm, time, credential scope and that hash.
    string_to_sign = f"{_ALGORITHM}\n{timestamp}\n{scope}\n{hashed_request}"
    # Step 4, derive a signing key, is done in `SigningKeys`. Step 5, calculate the signature.
    signing = key.copy()
    signing.update(string_to_sign.encode())
    return signing.hexdigest()


def _headers(
    given: Mapping[str, str], host: str, now: datetime, timestamp: str, token: str | None
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the headers to send, and the canonical values of the signed ones by lower-case name."""
    sent: dict[str, str] = {}
    signed: dict[str, str] = {}
    ours = _OURS_WITH_TOKEN if token else _OURS
    dated = False
    for name, value in given.items():
        key = name.lower()
        if key in ours:
            dated = dated or key == "date"
            continue
        sent[name] = value
        if key not in _UNSIGNED:
            # "Trimall": no outer white space, single inner spaces. Values of equal names join with a comma.
            trimmed = " ".join(value.split())
            signed[key] = f"{signed[key]},{trimmed}" if key in signed else trimmed
    if "host" not in signed:
        # RFC 9110 section 7.2: Host should be the first header.
        sent = {"Host": host, **sent}
        signed["host"] = host
    # A request has its time in one header: in `Date` if the caller passed that, at signing time.
    if dated:
        sent["Date"] = signed["date"] = formatdate(int(now.timestamp()))
    else:
        sent["X-Amz-Date"] = signed["x-amz-date"] = timestamp
    if token:
        sent["X-Amz-Security-Token"] = token
        signed["x-amz-security-token"] = " ".join(token.split())
    return sent, signed


def _first(headers: Mapping[str, str], lower_name: str) -> str:
    return next(value for name, value in headers.items() if name.lower() == lower_name)


def _timestamp(utc: datetime) -> str:
    # strftime takes five times as long, and writes the year 999 with three digits.
    return f"{utc.isoformat()[:19].replace('-', '').replace(':', '')}Z"
