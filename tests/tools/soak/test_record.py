"""The outcomes that the soak test accepts, and those that it reports as problems."""

import smaws_kms as kms
from tests.faults.echo_server import ciphertext_of
from tools.soak.draw import PlannedCall
from tools.soak.kinds import FAULT_KINDS
from tools.soak.record import EncryptResult, Record

THROTTLED = next(kind for kind in FAULT_KINDS if kind.command == "throttled")
REFUSED = next(kind for kind in FAULT_KINDS if kind.command == "modelled-error")


def response(number: int) -> EncryptResult:
    """Return the right response to a call."""
    return kms.Ok(
        kms.EncryptResponse(
            ciphertext_blob=ciphertext_of(b"call %d" % number),
            key_id="alias/soak",
            encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
        )
    )


def error(cls: type[kms.SmawsError]) -> EncryptResult:
    """Return a call that ended in an error."""
    return kms.Err(cls("no"))


def record_of(*calls: tuple[PlannedCall, EncryptResult]) -> Record:
    """Return a record of these calls."""
    record = Record(len(calls))
    for planned, result in calls:
        record.add(planned, result, 0.1)
    return record


def test_own_response() -> None:
    """A call's own response is right, with any fault."""
    record = record_of(
        (PlannedCall(0), response(0)), (PlannedCall(1, "throttled", THROTTLED), response(1))
    )

    assert ([], 0, 2) == (record.problems, record.without_one_result, record.ends["Ok"])


def test_foreign_response() -> None:
    """The response to another call is a problem."""
    record = record_of((PlannedCall(0), response(1)))

    assert 1 == len(record.problems)
    assert "another request" in next(iter(record.ends))


def test_error_of_the_fault() -> None:
    """An error is right if the fault leads to it and no retry could have helped."""
    lasting = PlannedCall(0, "throttled", THROTTLED, lasting=True)
    refused = PlannedCall(1, "modelled-error>echo", REFUSED)
    record = record_of(
        (lasting, error(kms.ThrottlingException)), (refused, error(kms.DisabledException))
    )

    assert [] == record.problems
    assert (1, 1) == (record.met[THROTTLED], record.met[REFUSED])


def test_error_of_another_fault() -> None:
    """An error is wrong without its fault, or if a retry would have helped."""
    once = PlannedCall(0, "throttled>echo", THROTTLED)
    record = record_of(
        (once, error(kms.ThrottlingException)),
        (PlannedCall(1), error(kms.DisabledException)),
        (PlannedCall(2, "throttled", THROTTLED, lasting=True), error(kms.ConnectionLostError)),
    )

    assert 3 == len(record.problems)


def test_timeout_without_a_fault() -> None:
    """A call without a fault that timed out is counted."""
    record = record_of((PlannedCall(0), error(kms.AttemptTimeoutError)))

    assert [] == record.problems
    assert {"AttemptTimeoutError": 1} == record.failed_without_fault


def test_results() -> None:
    """A call without a result, and one with two, are counted."""
    record = Record(3)
    for number in (0, 0, 1):
        record.add(PlannedCall(number), response(number), 0.1)

    assert 2 == record.without_one_result
