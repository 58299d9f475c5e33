"""Answers that got lost: what is sent again, and what an error then says of it."""

import pickle
from typing import Any

import pytest
from attrs import evolve

import smaws_kms as kms
from smaws_kms import AttemptTimeoutError, ConnectError, ConnectionLostError, RetryPolicy
from smaws_kms._runtime.retry.idempotency import may_have_succeeded
from tests.operations.values import filled
from tests.unit.call.call_harness import CREDENTIALS, NOTHING, AttemptOutcome, CallHarness, refusal

OPERATIONS: dict[str, "kms.Operation[Any, Any, Any]"] = {
    name: found for name in dir(kms) if isinstance(found := getattr(kms, name), kms.Operation)
}
CREATING = {"CreateGrant", "CreateKey", "RotateKeyOnDemand"}
BROKEN = refusal("KMSInternalException", status=500)
ROTATE = kms.RotateKeyOnDemandRequest(key_id="k")
GRANT = {
    "key_id": "k",
    "grantee_principal": "arn:aws:iam::111122223333:role/r",
    "operations": [kms.GrantOperation.Encrypt],
}
ALIAS = kms.CreateAliasRequest(alias_name="alias/orders", target_key_id="k")
EXISTS = refusal("AlreadyExistsException")


def lost() -> AttemptOutcome:
    """Return a connection that broke after the request was sent."""
    return ConnectionLostError("broken")


def rotate(*answers: AttemptOutcome, retry: RetryPolicy | None = None) -> tuple[Any, int]:
    """Call an operation that creates something; return the result and the number of requests."""
    harness = CallHarness(ROTATE, operation=kms.RotateKeyOnDemand, retry=retry)
    return harness.finish(*answers), len(harness.sent)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation(name: str) -> None:
    """After a lost answer, all but the operations that create something are sent again."""
    operation = OPERATIONS[name]
    request = filled(operation.input)
    if name == "CreateGrant":
        request = evolve(request, name=None)
    repeats = 0 if name in CREATING else 2
    harness = CallHarness(request, operation=operation)
    result = harness.finish(*(lost() for _ in range(1 + repeats)))

    assert isinstance(result.error, ConnectionLostError)
    assert 1 + repeats == len(harness.sent)


@pytest.mark.parametrize(
    ("answer", "sends"),
    [
        (lambda: AttemptTimeoutError("slow"), 1),
        (lambda: kms.ProtocolError("no HTTP"), 1),
        (lambda: refusal("", status=500), 1),
        (lambda: refusal("", status=502), 1),
        (lambda: refusal("", status=504), 1),
        (lambda: ConnectError("refused", sent="no"), 2),
        (lambda: kms.ConnectTimeoutError("slow", sent="no"), 2),
        (lambda: refusal("ThrottlingException"), 2),
        (lambda: refusal("", status=429), 2),
        (lambda: BROKEN, 2),
        (lambda: refusal("InternalFailure", status=500), 2),
    ],
)
def test_creation(answer: Any, sends: int) -> None:
    """What creates is sent again when nothing can have come of it, or the service itself says so."""
    result, sent = rotate(*[answer(), NOTHING][:sends])

    assert (sends, sends == 2) == (sent, result.is_ok)


def test_creation_that_can_be_told_apart() -> None:
    """A grant with a name is the same grant the second time; one without is another."""
    named, nameless = (
        CallHarness(kms.CreateGrantRequest(**GRANT, name=name), operation=kms.CreateGrant)  # type: ignore[arg-type]  # as it is
        for name in ("orders", None)
    )

    assert named.finish(lost(), lost(), lost()).is_err
    assert nameless.finish(lost()).is_err


def test_creation_repeated_on_demand() -> None:
    """Who can live with two says so, and gets repeats."""
    policy = RetryPolicy(retry_creations=True)

    assert 3 == rotate(lost(), lost(), NOTHING, retry=policy)[1]


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ("CreateAlias", "AlreadyExistsException"),
        ("DeleteAlias", "NotFoundException"),
        ("ScheduleKeyDeletion", "KMSInvalidStateException"),
        ("CancelKeyDeletion", "KMSInvalidStateException"),
        ("DeleteCustomKeyStore", "CustomKeyStoreNotFoundException"),
        ("ConnectCustomKeyStore", "CustomKeyStoreInvalidStateException"),
        ("RevokeGrant", "NotFoundException"),
        ("ReplicateKey", "AlreadyExistsException"),
    ],
)
@pytest.mark.parametrize("earlier", [lost, lambda: BROKEN, lambda: refusal("", status=504)])
def test_maybe_done(operation: str, code: str, earlier: Any) -> None:
    """A repeat that finds the work done says that an earlier attempt may have done it."""
    harness = CallHarness(filled(OPERATIONS[operation].input), operation=OPERATIONS[operation])
    error = harness.finish(earlier(), refusal(code)).error

    assert (code, True) == (error.code, error.maybe_done)
    assert f"{operation}: {code}: no (an earlier attempt at this call may have done it)" == (
        str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own
    )


@pytest.mark.parametrize(
    "earlier", [lambda: ConnectError("refused", sent="no"), lambda: refusal("ThrottlingException")]
)
def test_surely_not_done(earlier: Any) -> None:
    """When the earlier attempt cannot have worked, the error means what it says."""
    error = CallHarness(ALIAS, operation=kms.CreateAlias).finish(earlier(), EXISTS).error

    assert not error.maybe_done
    assert "CreateAlias: AlreadyExistsException: no" == str(error)


def test_first_attempt() -> None:
    """Without an earlier attempt there is nothing to explain."""
    assert not CallHarness(ALIAS, operation=kms.CreateAlias).finish(EXISTS).error.maybe_done


def test_error_of_another_operation() -> None:
    """A key that cannot be found was not deleted by the encryption before."""
    error = CallHarness().finish(lost(), refusal("NotFoundException")).error

    assert isinstance(error, kms.NotFoundException)
    assert not error.maybe_done


def test_sent_of_the_call() -> None:
    """A call whose last attempt sent nothing has maybe been carried out by an earlier one."""
    result = CallHarness().finish(lost(), *(ConnectError("refused", sent="no") for _ in range(2)))

    assert isinstance(result.error, ConnectError)
    assert "maybe" == result.error.sent
    assert ["maybe", "no", "no"] == [it.error.sent for it in result.metadata.attempts]


def test_credentials_that_run_out() -> None:
    """`CredentialsError` says that nothing was sent; after a lost answer that would be a lie."""
    result = CallHarness().finish(lost(), credentials=[CREDENTIALS, kms.CredentialsError("sealed")])

    assert isinstance(result.error, ConnectionLostError)
    assert ["There was no other attempt: sealed"] == result.error.__notes__


def test_settings_that_go_wrong() -> None:
    """The same holds for `ConfigurationError`, such as roots that are gone after a fork."""
    result = CallHarness().finish(lost(), kms.ConfigurationError("no roots"))

    assert isinstance(result.error, ConnectionLostError)
    assert ["There was no other attempt: no roots"] == result.error.__notes__
    assert 1 == len(result.metadata.attempts)


def test_settings_that_are_wrong() -> None:
    """Without a lost answer, wrong settings end the call as what they are, at once."""
    refused = ConnectError("refused", sent="no")
    result = CallHarness().finish(refused, kms.ConfigurationError("no roots"))

    assert isinstance(result.error, kms.ConfigurationError)
    assert [refused] == [attempt.error for attempt in result.metadata.attempts]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (kms.KMSInternalException("no", status_code=400), True),
        (kms.UnmodeledServiceError("no", status_code=500), True),
        (kms.ThrottlingException("no", status_code=503), False),
        (kms.NotFoundException("no"), False),
        (kms.ResponseParseError("no"), True),
        (kms.CredentialsError("no"), False),
    ],
)
def test_may_have_been_done(error: kms.SmawsError, expected: bool) -> None:  # noqa: FBT001 - a row's
    """A service that failed may have failed after the fact."""
    assert expected == may_have_succeeded(error)
