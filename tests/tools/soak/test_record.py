"""The outcomes that the soak accepts, and those that it complains about."""

import smaws_kms as kms
from tests.faults.echo_server import ciphertext_of
from tools.soak.draw import Planned
from tools.soak.kinds import FAULT_KINDS
from tools.soak.record import EncryptResult, Record

THROTTLED = next(kind for kind in FAULT_KINDS if kind.command == "throttled")
REFUSED = next(kind for kind in FAULT_KINDS if kind.command == "modelled-error")


def answer(number: int) -> EncryptResult:
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


def noted(*calls: tuple[Planned, EncryptResult]) -> Record:
    """Return a record of these calls."""
    record = Record(len(calls))
    for planned, result in calls:
        record.note(planned, result, 0.1)
    return record


def test_own_response() -> None:
    """A call's own response is right, with any fault."""
    record = noted((Planned(0), answer(0)), (Planned(1, "throttled", THROTTLED), answer(1)))

    assert ([], 0, 2) == (record.complaints, record.without_one_result, record.ends["Ok"])


def test_foreign_response() -> None:
    """The response to another call is a complaint."""
    record = noted((Planned(0), answer(1)))

    assert 1 == len(record.complaints)
    assert "another request" in next(iter(record.ends))


def test_error_of_the_fault() -> None:
    """An error is right if the fault leads to it and no retry could have helped."""
    lasting = Planned(0, "throttled", THROTTLED, lasting=True)
    refused = Planned(1, "modelled-error>echo", REFUSED)
    record = noted(
        (lasting, error(kms.ThrottlingException)), (refused, error(kms.DisabledException))
    )

    assert [] == record.complaints
    assert (1, 1) == (record.met[THROTTLED], record.met[REFUSED])


def test_error_of_another_fault() -> None:
    """An error is wrong without its fault, or if a retry would have helped."""
    once = Planned(0, "throttled>echo", THROTTLED)
    record = noted(
        (once, error(kms.ThrottlingException)),
        (Planned(1), error(kms.DisabledException)),
        (Planned(2, "throttled", THROTTLED, lasting=True), error(kms.ConnectionLostError)),
    )

    assert 3 == len(record.complaints)


def test_crowded() -> None:
    """A call without a fault that timed out is counted."""
    record = noted((Planned(0), error(kms.AttemptTimeoutError)))

    assert [] == record.complaints
    assert {"AttemptTimeoutError": 1} == record.crowded


def test_results() -> None:
    """A call without a result, and one with two, are noticed."""
    record = Record(3)
    for number in (0, 0, 1):
        record.note(Planned(number), answer(number), 0.1)

    assert 2 == record.without_one_result
