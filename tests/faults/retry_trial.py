"""One retry case tried on one transport: the call attempt by attempt, and the calls after it."""

from collections.abc import Iterable, Iterator
from itertools import product

from attrs import evolve, field, frozen

import smaws_kms as kms
from tests.faults.case import OWN
from tests.faults.certificates import Certificates
from tests.faults.echo_server import ciphertext_of
from tests.faults.environment import environment
from tests.faults.retry_case import PLAINTEXT, RetryCase
from tests.faults.retry_cases import RETRY_CASES
from tests.faults.server import ReceivedRequest
from tests.faults.transports import AnyResult, Caller, Transport
from tests.patience import with_patience


@frozen(kw_only=True)
class ObservedRetries:
    """What happened in a trial."""

    result: AnyResult = field(repr=False)
    requests: tuple[ReceivedRequest, ...]
    """The requests of the call."""
    after: tuple[ReceivedRequest, ...]
    """The requests of the calls after it."""
    right: tuple[bool, ...]
    """Whether each call after it got its own response."""

    @property
    def end(self) -> str:
        """The outcome of the call, as in `RetryCase.end`."""
        if isinstance(self.result, kms.Err):
            return type(self.result.error).__name__
        match self.result.value:
            case kms.EncryptResponse(ciphertext_blob=blob) if blob == ciphertext_of(PLAINTEXT):
                return OWN
            case kms.CreateKeyResponse():
                return OWN
            case other:
                return repr(other)


@frozen
class RetryTrial:
    """A case on a transport."""

    case: RetryCase
    scheme: str
    transport: Transport

    @property
    def name(self) -> str:
        """The test ID."""
        return f"{self.case.name} - {self.transport.label} {self.scheme}"


def retry_trials(
    transports: Iterable[Transport], schemes: Iterable[str] = ("http", "https")
) -> Iterator[RetryTrial]:
    """Yield every case on every transport."""
    for case, scheme, transport in product(RETRY_CASES, schemes, transports):
        yield RetryTrial(case, scheme, transport)


async def observe_retries(trial: RetryTrial, certificates: Certificates) -> ObservedRetries:
    """Run the trial, again with a longer timeout if that ended an attempt too early."""
    case = trial.case
    return await with_patience(
        case.attempt,
        lambda attempt: _observe(evolve(trial, case=evolve(case, attempt=attempt)), certificates),
        ended_too_early=lambda seen: _ended_too_early(case, seen),
    )


def _ended_too_early(case: RetryCase, seen: ObservedRetries) -> bool:
    """Return whether an attempt timed out before its request arrived, or before a response could."""
    slow = kms.AttemptTimeoutError
    expected = [failure.error for failure in case.failures].count(slow.__name__)
    timed_out = [isinstance(attempt.error, slow) for attempt in seen.result.metadata.attempts]
    late = sum(timed_out) > expected or len(seen.requests) < case.requests
    return expected > 0 and late


async def _observe(trial: RetryTrial, certificates: Certificates) -> ObservedRetries:
    """Run the trial once, on a connection that an earlier call has opened."""
    case = trial.case
    timeout = kms.Timeout(attempt=case.attempt, operation=case.within)
    with environment(trial.scheme, "server", certificates) as (server, address):
        async with trial.transport.opened(server.url, case.policy) as caller:
            await _call(caller, b"before")
            result = await caller.towards(address, timeout).request(case.operation, case.request)
            # After a timeout the client may be ahead of the server.
            await server.has_settled(1 + case.requests)
            count = len(server.requests)
            right = [await _call(caller, b"after %d" % number) for number in range(3)]
            await server.settled(count + len(right))
            return ObservedRetries(
                result=result,
                requests=tuple(server.requests[1:count]),
                after=tuple(server.requests[count:]),
                right=tuple(right),
            )


async def _call(caller: Caller, plaintext: bytes) -> bool:
    response = (await caller.encrypt("echo", plaintext)).unwrap()
    return ciphertext_of(plaintext) == response.ciphertext_blob
