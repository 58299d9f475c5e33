"""AWS's own signature test suite, from botocore's archive."""

from datetime import UTC, datetime
from typing import Final

import pytest

from smaws_kms import Credentials
from smaws_kms.signing import sign
from tests.published.archive import NOT_THERE
from tests.published.signature_cases import SignatureCase, signature_cases

# botocore skips `get-space` (its HTTP parser rejects the request line) and the three cases of
# `get-vanilla-query-order` (its request has one value per name); nothing is skipped here.
CASES: Final = [pytest.param(case, id=case.id) for case in signature_cases()]


@pytest.mark.parametrize("case", CASES or [pytest.param(None, marks=NOT_THERE)])
def test_signature(case: SignatureCase) -> None:
    """The request gets the `Authorization` of the case."""
    signed = sign(
        method=case.method,
        url=case.url,
        headers=case.headers,
        body=case.body,
        region="us-east-1",
        service="service",
        credentials=Credentials(
            "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", case.session_token
        ),
        now=datetime(2015, 8, 30, 12, 36, tzinfo=UTC),
    )

    assert case.authorization == signed["Authorization"]
    assert "20150830T123600Z" == signed["X-Amz-Date"]
    assert case.session_token == signed.get("X-Amz-Security-Token")
