"""AWS Signature Version 4 in headers, as a pure function of request and time.

Steps and names follow "Create a signed AWS API request",
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.

Within one second, the requests of one operation differ in their body only. `SigningFrame` hashes what
they share once; the signature of a body then costs two SHA-256 and the rest of an HMAC.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from smaws_kms._runtime.auth.canonical_headers import select_headers
from smaws_kms._runtime.auth.signing_keys import SigningKeys
from smaws_kms._runtime.auth.signing_target import Target
from smaws_kms._runtime.values import Blob, Credentials

_ALGORITHM: Final = "AWS4-HMAC-SHA256"

_keys = SigningKeys()


class SigningFrame:
    """All of a signed request but its body, for the second of `now`, which must be aware.

    It holds a signing key, so it must not outlive the credentials: see `FrameCache`.
    """

    __slots__ = ("_canonical_request", "_payload", "_string_to_sign", "authorization", "headers")

    def __init__(
        self,
        *,
        method: str,
        target: Target,
        headers: Mapping[str, str],
        region: str,
        service: str,
        credentials: Credentials,
        now: datetime,
    ) -> None:
        now = now.astimezone(UTC)
        timestamp = _timestamp(now)
        token = credentials.session_token
        selected = select_headers(headers, target.host, now, timestamp, token)
        signed, self._payload = selected.signed, selected.payload
        self.headers = selected.sent
        """Headers to send, without `Authorization`."""
        # Step 1, create a canonical request: all but the hash of the body, its last line.
        names = sorted(signed)
        signed_headers = ";".join(names)
        canonical_headers = "".join([f"{name}:{signed[name]}\n" for name in names])
        self._canonical_request = sha256(
            f"{method.upper()}\n{target.path}\n{target.query}\n"
            f"{canonical_headers}\n{signed_headers}\n".encode()
        )
        # Step 3, create a string to sign: all but the hash of the canonical request, its last line.
        # Step 4, derive a signing key, is done in `SigningKeys`.
        scope = f"{timestamp[:8]}/{region}/{service}/aws4_request"
        key = _keys.get(credentials, timestamp[:8], region, service)
        self._string_to_sign = key.after(f"{_ALGORITHM}\n{timestamp}\n{scope}\n".encode())
        # Step 6, add the signature to the request.
        self.authorization = (
            f"{_ALGORITHM} Credential={credentials.access_key_id}/{scope}, "
            f"SignedHeaders={signed_headers}, Signature="
        )
        """Value of `Authorization`, up to the signature."""

    def signature(self, body: Blob) -> str:
        """Return the signature of a request with this body."""
        payload = sha256(body).hexdigest() if self._payload is None else self._payload
        # Step 2, create a hash of the canonical request.
        canonical_request = self._canonical_request.copy()
        canonical_request.update(payload.encode())
        # Step 5, calculate the signature.
        return self._string_to_sign.hexdigest(canonical_request.hexdigest().encode())


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
    frame = SigningFrame(
        method=method,
        target=target,
        headers=headers,
        region=region,
        service=service,
        credentials=credentials,
        now=now,
    )
    frame.headers["Authorization"] = f"{frame.authorization}{frame.signature(body)}"
    return frame.headers


def _timestamp(utc: datetime) -> str:
    # strftime takes five times as long, and writes the year 999 with three digits.
    return f"{utc.isoformat()[:19].replace('-', '').replace(':', '')}Z"
