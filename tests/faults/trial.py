"""One case tried on one transport: the outcome of the call, and of the calls after it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final

import pytest
from attrs import evolve, field, frozen

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.case import OWN, Case
from tests.faults.cases import CASES
from tests.faults.certificates import Certificates
from tests.faults.echo_server import ciphertext_of
from tests.faults.environment import environment
from tests.faults.messages import FORGED_CIPHERTEXT
from tests.faults.server import FaultServer, ReceivedRequest
from tests.faults.transports import AnyResult, Caller, EncryptResult, Transport
from tests.patience import with_patience
from tests.unit.redaction.secret_markers import leaks, leaks_in_log, leaks_of, never_raised, secret
from tests.unit.redaction.secret_programs import CREDENTIALS

_CALLS_AFTERWARDS: Final = 3


@frozen(kw_only=True)
class Observed:
    """What happened in a trial."""

    result: EncryptResult = field(repr=False)
    got: str
    """The outcome of the call, as in `Outcome.got`."""
    text: str
    """The error's text."""
    sent: Sent | None
    status: int | None
    retryable: bool
    seconds: float
    before: tuple[ReceivedRequest, ...]
    """The requests that arrived before the call."""
    during: tuple[ReceivedRequest, ...]
    """The requests of the call."""
    after: tuple[ReceivedRequest, ...]
    """The requests of the calls after it."""
    afterwards: tuple[str, ...]
    """The outcomes of the calls after it."""

    @property
    def too_early(self) -> bool:
        """Whether the attempt timed out before its request arrived: the machine is busy."""
        return isinstance(self.result.err, kms.AttemptTimeoutError) and not self.during

    @property
    def reused(self) -> bool:
        """Whether the next call used the connection of this call or of the one before."""
        known = {request.connection for request in (*self.before, *self.during)[-1:]}
        return self.after[0].connection in known


@frozen
class Trial:
    """A case on a transport."""

    case: Case
    scheme: str
    transport: Transport

    @property
    def name(self) -> str:
        """The test ID."""
        return f"{self.case.name} - {self.transport.label} {self.scheme}"


def trials(transports: Iterable[Transport]) -> Iterator[Trial]:
    """Yield every case on every transport."""
    for case in CASES:
        for scheme in case.schemes:
            for transport in transports:
                yield Trial(case, scheme, transport)


async def observe(trial: Trial, certificates: Certificates) -> Observed:
    """Run the trial, again with a longer timeout if that ended before the request arrived."""
    case = trial.case
    return await with_patience(
        case.attempt,
        lambda attempt: _observe(evolve(trial, case=evolve(case, attempt=attempt)), certificates),
        ended_too_early=lambda seen: seen.too_early,
    )


async def _observe(trial: Trial, certificates: Certificates) -> Observed:
    case = trial.case
    plaintext = secret("plaintext", length=case.size).encode()
    timeout = kms.Timeout(connect=case.connect, attempt=case.attempt)
    with environment(trial.scheme, case.address, certificates) as (server, address):
        async with trial.transport.opened(server.url) as caller:
            before = await _call_before(case, server, caller)
            started = monotonic()
            result = await caller.towards(address, timeout).encrypt(case.command, plaintext)
            seconds = monotonic() - started
            if result.is_ok:
                # The next call must see what the server does after its response.
                await server.settled(before + (address == server.url))
            sent = len(server.requests)
            afterwards = [await _call_afterwards(server, caller) for _ in range(_CALLS_AFTERWARDS)]
            return Observed(
                result=result,
                got=_outcome_of(result, plaintext),
                text="" if result.is_ok else str(result.err),
                sent=getattr(result.err, "sent", None),
                status=getattr(result.err, "status_code", None),
                retryable=not isinstance(result.err, kms.TransportError) or result.err.retryable,
                seconds=seconds,
                before=tuple(server.requests[:before]),
                during=tuple(server.requests[before:sent]),
                after=tuple(server.requests[sent:]),
                afterwards=tuple(afterwards),
            )


async def _call_before(case: Case, server: FaultServer, caller: Caller) -> int:
    if case.before is None:
        return 0
    (await caller.encrypt(case.before, b"before")).unwrap()
    server.go.set()
    await server.settled(1)
    return 1


async def _call_afterwards(server: FaultServer, caller: Caller) -> str:
    before = len(server.requests)
    plaintext = b"afterwards %d" % before
    result = await caller.encrypt("echo", plaintext)
    if result.is_ok:
        await server.settled(before + 1)
    return _outcome_of(result, plaintext)


def _outcome_of(result: EncryptResult, plaintext: bytes) -> str:
    if isinstance(result, kms.Err):
        return type(result.error).__name__
    known = {ciphertext_of(plaintext): OWN, FORGED_CIPHERTEXT: "Ok with the forged response"}
    return known.get(result.value.ciphertext_blob, "Ok with the response to another request")


def check_secrets(result: AnyResult, caplog: pytest.LogCaptureFixture) -> None:
    """Check that no secret is in log records, in the error, or in the errors of the attempts."""
    # httpcore's DEBUG log shows heads of responses on purpose; this package cannot change that.
    records = [record for record in caplog.records if "httpcore" not in record.name]
    plaintext, token = secret("plaintext"), str(CREDENTIALS.session_token)
    in_base64 = b64encode(plaintext.encode()).decode()
    secrets = (CREDENTIALS.secret_access_key, token, plaintext, in_base64)
    failed = [attempt.error for attempt in result.metadata.attempts if attempt.error]

    assert [] == leaks_in_log(records)
    assert [] == [text for text in secrets if text in caplog.text]
    assert [] == leaks(failed)
    assert all(map(never_raised, failed))
    if isinstance(result, kms.Err):
        assert never_raised(result.error)
        assert [] == leaks_of(result, headers=True)
