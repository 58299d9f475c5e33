"""What must not stand in a log or a result, whatever a call met."""

from base64 import b64encode

import pytest

import smaws_kms as kms
from tests.faults.kinds import AnyResult
from tests.unit.redaction.secret_markers import leaks, leaks_in_log, leaks_of, never_raised, secret
from tests.unit.redaction.secret_programs import CREDENTIALS


def check_secrets(result: AnyResult, caplog: pytest.LogCaptureFixture) -> None:
    """See that no secret is in what was logged, nor in what is left of the attempts that failed."""
    # httpcore's DEBUG log shows the heads of answers: its purpose, and not for us to change.
    ours = [record for record in caplog.records if "httpcore" not in record.name]
    plaintext, token = secret("plaintext"), str(CREDENTIALS.session_token)
    in_base64 = b64encode(plaintext.encode()).decode()
    asked = (CREDENTIALS.secret_access_key, token, plaintext, in_base64)
    failed = [attempt.error for attempt in result.metadata.attempts if attempt.error]

    assert [] == leaks_in_log(ours)
    assert [] == [text for text in asked if text in caplog.text]
    assert [] == leaks(failed)
    assert all(map(never_raised, failed))
    if isinstance(result, kms.Err):
        assert never_raised(result.error)
        assert [] == leaks_of(result, headers=True)
