"""Frames sign as the plain signer and botocore do, whatever stays and whatever changes within a second."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms import Credentials
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.auth.sigv4 import SigningFrame
from smaws_kms._runtime.call.request_builder import RequestBuilder
from smaws_kms._runtime.config.lambda_trace import HEADER
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms.signing import sign
from tests.property.botocore_signer import lowered, signed_by_botocore
from tests.property.effort import times
from tests.property.http_requests import CREDENTIALS, NAMES, SCOPES, TIMES, VALUES, urls
from tests.unit.call.call_harness import CONFIG

OPERATIONS: tuple["kms.Operation[Any, Any, Any]", ...] = (kms.Encrypt, kms.Sign, kms.ListKeys)
ASCII = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)
USERS = st.dictionaries(
    st.sampled_from(
        ["X-Extra", "Date", "X-Amz-Content-SHA256", "x-amzn-trace-id", "X-Api-Key", "accept"]
    ),
    ASCII,
    max_size=4,
)
"""Headers that users set."""


@times(4)
@given(
    url=urls(),
    headers=st.dictionaries(NAMES, VALUES, max_size=8),
    bodies=st.lists(st.binary(max_size=64), min_size=2, max_size=4),
    region=SCOPES,
    credentials=CREDENTIALS,
    now=TIMES,
)
def test_frames_agree_with_the_plain_signer(
    *,
    url: str,
    headers: dict[str, str],
    bodies: list[bytes],
    region: str,
    credentials: Credentials,
    now: datetime,
) -> None:
    """One frame signs any number of bodies as the plain signer signs each of them."""
    frame = SigningFrame(
        method="POST", target=target(url), headers=headers, region=region, service="kms",
        credentials=credentials, now=now,
    )  # fmt: skip
    framed = [f"{frame.authorization}{frame.signature(body)}" for body in bodies]
    plain = [
        sign(
            method="POST", url=url, headers=headers, body=body, region=region, service="kms",
            credentials=credentials, now=now,
        )
        for body in bodies
    ]  # fmt: skip

    assert [signed.pop("Authorization") for signed in plain] == framed
    assert [frame.headers] * len(bodies) == plain


@times(4)
@given(
    users=USERS,
    credentials=st.lists(CREDENTIALS, min_size=1, max_size=2),
    seconds=st.lists(st.floats(0, 2), min_size=1, max_size=6),
    data=st.data(),
)
def test_requests_agree_with_botocore(
    users: dict[str, str], credentials: list[Credentials], seconds: list[float], data: st.DataObject
) -> None:
    """Calls of one client carry botocore's signature, while operation, body, keys and time change."""
    config = evolve(CONFIG, headers=users)
    for second in sorted(seconds):
        operation = data.draw(st.sampled_from(OPERATIONS))
        body = data.draw(st.binary(max_size=20))
        key = data.draw(st.sampled_from(credentials))
        trace = None if "x-amzn-trace-id" in users else data.draw(st.none() | ASCII)
        now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC) + timedelta(seconds=second)
        attempt = f"amz-sdk-request: attempt={data.draw(st.integers(1, 3))}; max=3\r\n"
        built = RequestBuilder(config, operation, body, ()).build(key, now, attempt, trace)
        assert isinstance(built, WireRequest)
        sent = lowered(built.headers)
        before = {
            "content-type": "application/x-amz-json-1.1",
            "x-amz-target": f"TrentService.{operation.name}",
            **users,
            "User-Agent": "agent m/e",
            **({} if trace is None else {HEADER: trace}),
        }

        assert ["identity"] == sent.pop("accept-encoding")
        assert [str(len(body))] == sent.pop("content-length")
        assert [attempt[17:-2]] == sent.pop("amz-sdk-request")
        assert sent == signed_by_botocore(
            method="POST", url=config.url, headers=before, body=body, region="eu-central-1",
            service="kms", credentials=key, now=now,
        )  # fmt: skip
