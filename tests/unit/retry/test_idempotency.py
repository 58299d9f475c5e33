"""Lost responses: which requests are retried, and what a later error says about the first attempt."""

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
    """Return an error of a connection that broke after the request was sent."""
    return ConnectionLostError("broken")


def rotate(*outcomes: AttemptOutcome, retry: RetryPolicy | None = None) -> tuple[Any, int]:
    """Call an operation that creates something; return the result and the number of requests."""
    harness = CallHarness(ROTATE, operation=kms.RotateKeyOnDemand, retry=retry)
    return harness.finish(*outcomes), len(harness.sent)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation(name: str) -> None:
    """After a lost response, all operations are retried except those that create something."""
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
    ("outcome", "sends"),
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
def test_creation(outcome: Any, sends: int) -> None:
    """A creation is retried if it cannot have been carried out, or if the service says so."""
    result, sent = rotate(*[outcome(), NOTHING][:sends])

    assert (sends, sends == 2) == (sent, result.is_ok)


def test_creation_with_an_idempotency_member() -> None:
    """A grant with a name is created once even if retried; a grant without a name is not retried."""
    named, nameless = (
        CallHarness(kms.CreateGrantRequest(**GRANT, name=name), operation=kms.CreateGrant)  # type: ignore[arg-type]  # as it is
        for name in ("orders", None)
    )

    assert named.finish(lost(), lost(), lost()).is_err
    assert nameless.finish(lost()).is_err


def test_creation_repeated_on_demand() -> None:
    """With `retry_creations`, lost creations are retried."""
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
    """If a retry finds the work done, `maybe_done` says that an earlier attempt may have done it."""
    harness = CallHarness(filled(OPERATIONS[operation].input), operation=OPERATIONS[operation])
    error = harness.finish(earlier(), refusal(code)).error

    assert (code, True) == (error.code, error.maybe_done)
    assert str(pickle.loads(pickle.dumps(error))).startswith(  # noqa: S301 - our own
        f"{operation}: {code}: no (an earlier attempt at this call may have done it) ("
    )


@pytest.mark.parametrize(
    "earlier", [lambda: ConnectError("refused", sent="no"), lambda: refusal("ThrottlingException")]
)
def test_surely_not_done(earlier: Any) -> None:
    """If the earlier attempt cannot have been carried out, `maybe_done` is false."""
    error = CallHarness(ALIAS, operation=kms.CreateAlias).finish(earlier(), EXISTS).error

    assert not error.maybe_done
    assert "may have done it" not in str(error)


def test_first_attempt() -> None:
    """Without an earlier attempt, `maybe_done` is false."""
    assert not CallHarness(ALIAS, operation=kms.CreateAlias).finish(EXISTS).error.maybe_done


def test_error_of_another_operation() -> None:
    """A key that `Encrypt` does not find was not deleted by an earlier `Encrypt`."""
    error = CallHarness().finish(lost(), refusal("NotFoundException")).error

    assert isinstance(error, kms.NotFoundException)
    assert not error.maybe_done


def test_sent_of_the_call() -> None:
    """If an attempt may have been carried out, `sent` is not "no", even if the last one sent nothing."""
    result = CallHarness().finish(lost(), *(ConnectError("refused", sent="no") for _ in range(2)))

    assert isinstance(result.error, ConnectError)
    assert "maybe" == result.error.sent
    assert ["maybe", "no", "no"] == [it.error.sent for it in result.metadata.attempts]


def test_credentials_that_run_out() -> None:
    """`CredentialsError` means that nothing was sent, so after a lost response it is not the result."""
    result = CallHarness().finish(lost(), credentials=[CREDENTIALS, kms.CredentialsError("sealed")])

    assert isinstance(result.error, ConnectionLostError)
    assert ["There was no other attempt: sealed"] == result.error.__notes__


def test_settings_that_go_wrong() -> None:
    """The same holds for `ConfigurationError`, such as missing trust roots after a fork."""
    result = CallHarness().finish(lost(), kms.ConfigurationError("no roots"))

    assert isinstance(result.error, ConnectionLostError)
    assert ["There was no other attempt: no roots"] == result.error.__notes__
    assert 1 == len(result.metadata.attempts)


def test_settings_that_are_wrong() -> None:
    """Without a lost response, wrong settings are the call's error at once."""
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
    """A service that failed may have failed after it did the work."""
    assert expected == may_have_succeeded(error)
