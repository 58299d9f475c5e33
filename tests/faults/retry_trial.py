"""One case with retries tried on one transport: the call attempt by attempt, and the calls after it."""

from collections.abc import Iterator

from attrs import field, frozen

import smaws_kms as kms
from tests.faults.case import OWN
from tests.faults.certificates import Certificates
from tests.faults.kinds import KINDS, AnyResult, Caller, Kind
from tests.faults.retry_case import PLAINTEXT, RetryCase
from tests.faults.retry_cases import RETRY_CASES
from tests.faults.seal import sealed
from tests.faults.server import Seen
from tests.faults.world import world

_SCHEMES = ("http", "https")


@frozen(kw_only=True)
class Tried:
    """What happened."""

    result: AnyResult = field(repr=False)
    requests: tuple[Seen, ...]
    """Those of the call."""
    after: tuple[Seen, ...]
    """Those that came later."""
    right: tuple[bool, ...]
    """Whether each of the calls after it got its own answer."""

    @property
    def end(self) -> str:
        """What the call ended in, as `RetryCase.end` says it."""
        if isinstance(self.result, kms.Err):
            return type(self.result.error).__name__
        match self.result.value:
            case kms.EncryptResponse(ciphertext_blob=blob) if blob == sealed(PLAINTEXT):
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
    kind: Kind

    @property
    def name(self) -> str:
        """What it tries."""
        return f"{self.case.name} - {self.kind.label} {self.scheme}"


def retry_trials() -> Iterator[RetryTrial]:
    """Yield every case on every transport."""
    for case in RETRY_CASES:
        for scheme in _SCHEMES:
            for kind in KINDS:
                yield RetryTrial(case, scheme, kind)


async def try_out(trial: RetryTrial, certificates: Certificates) -> Tried:
    """Try it, on a connection that is there already."""
    case = trial.case
    timeout = kms.Timeout(attempt=case.attempt, operation=case.within)
    with world(trial.scheme, "server", certificates) as (server, address):
        async with trial.kind.opened(server.url, case.policy) as caller:
            await _call(caller, b"before")
            result = await caller.towards(address, timeout).request(case.operation, case.request)
            # A client that has given up may be ahead of a server that has not looked yet.
            await server.settled(1 + case.requests)
            count = len(server.requests)
            right = [await _call(caller, b"after %d" % number) for number in range(3)]
            await server.settled(count + len(right))
            return Tried(
                result=result,
                requests=tuple(server.requests[1:count]),
                after=tuple(server.requests[count:]),
                right=tuple(right),
            )


async def _call(caller: Caller, plaintext: bytes) -> bool:
    answer = (await caller.encrypt("echo", plaintext)).unwrap()
    return sealed(plaintext) == answer.ciphertext_blob
