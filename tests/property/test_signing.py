"""Signatures, with botocore's signer as the oracle."""

from datetime import datetime

from hypothesis import given, strategies as st

from smaws_kms import Credentials
from smaws_kms.signing import sign
from tests.property.botocore_signer import lowered, signed_by_botocore
from tests.property.effort import times
from tests.property.http_requests import (
    CREDENTIALS,
    NAMES,
    SCOPES,
    TIMES,
    VALUES,
    urls,
)


@times(20)
@given(
    method=st.sampled_from(["POST", "GET", "post", "PUT", "DELETE"]),
    url=urls(),
    headers=st.dictionaries(NAMES, VALUES, max_size=8),
    body=st.binary(max_size=64),
    region=SCOPES,
    service=SCOPES,
    credentials=CREDENTIALS,
    now=TIMES,
)
def test_agrees_with_botocore(
    *,
    method: str,
    url: str,
    headers: dict[str, str],
    body: bytes,
    region: str,
    service: str,
    credentials: Credentials,
    now: datetime,
) -> None:
    """The headers of any signed request equal those of botocore, byte for byte."""
    expected = signed_by_botocore(
        method=method, url=url, headers=headers, body=body, region=region, service=service,
        credentials=credentials, now=now,
    )  # fmt: skip
    signed = sign(
        method=method, url=url, headers=headers, body=body, region=region, service=service,
        credentials=credentials, now=now,
    )  # fmt: skip

    assert expected == lowered(signed)
