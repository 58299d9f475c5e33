"""botocore's signer as the oracle."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials

from smaws_kms import Credentials


def lowered(headers: Mapping[str, str]) -> dict[str, list[str]]:
    """Return values by lowercase name, equal names in order."""
    values: dict[str, list[str]] = {}
    for name, value in headers.items():
        values.setdefault(name.lower(), []).append(value)
    return values


def signed_by_botocore(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    region: str,
    service: str,
    credentials: Credentials,
    now: datetime,
) -> dict[str, list[str]]:
    """Return the headers that botocore signs, and `Host`, which botocore leaves to urllib3."""
    request = AWSRequest(method=method, url=url, headers=headers, data=body)
    frozen = ReadOnlyCredentials(
        credentials.access_key_id, credentials.secret_access_key, credentials.session_token
    )
    oracle = SigV4Auth(frozen, service, region)
    host = oracle.headers_to_sign(request)["host"]
    naive = now.astimezone(UTC).replace(tzinfo=None)
    # `add_auth` has no parameter for the time, so the clock is replaced in its module only.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.auth.get_current_datetime", lambda: naive)
        oracle.add_auth(request)
    values: dict[str, list[str]] = {} if "host" in request.headers else {"host": [host]}
    for name, value in request.headers.items():
        values.setdefault(name.lower(), []).append(value)
    return values
