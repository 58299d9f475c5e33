"""One case tried on one transport: what a call ended in, and the calls after it."""

from collections.abc import Iterator
from time import monotonic
from typing import Final

from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.case import FORGED, OWN, Case, Outcome
from tests.faults.cases import CASES
from tests.faults.certificates import Certificates
from tests.faults.kinds import KINDS, Caller, EncryptResult, Kind
from tests.faults.seal import sealed
from tests.faults.server import FaultServer, Seen
from tests.faults.wire import FORGED_CIPHERTEXT
from tests.faults.world import world
from tests.unit.redaction.secret_markers import secret

_CALLS_AFTERWARDS: Final = 3


@frozen(kw_only=True)
class Observed:
    """What happened."""

    result: EncryptResult = field(repr=False)
    got: str
    """What the call ended in, as `Outcome.got` says it."""
    text: str
    """The error's text."""
    sent: Sent | None
    status: int | None
    """What the error says of the answer."""
    retryable: bool
    """Whether a `ProtocolError` says that another attempt may end differently."""
    seconds: float
    before: tuple[Seen, ...]
    """The requests that arrived before the call."""
    during: tuple[Seen, ...]
    """Those of the call itself."""
    after: tuple[Seen, ...]
    """Those that came later."""
    afterwards: tuple[str, ...]
    """What the calls after it got."""

    @property
    def reused(self) -> bool:
        """Whether the next call went over a connection that was there before."""
        known = {seen.connection for seen in (*self.before, *self.during)[-1:]}
        return self.after[0].connection in known


@frozen
class Trial:
    """A case on a transport."""

    case: Case
    scheme: str
    kind: Kind

    @property
    def name(self) -> str:
        """What it tries."""
        return f"{self.case.name} - {self.kind.label} {self.scheme}"

    @property
    def outcome(self) -> Outcome:
        """What is expected of it."""
        return self.case.outcome_on(self.kind, self.scheme)


def trials() -> Iterator[Trial]:
    """Yield every case on every transport."""
    for case in CASES:
        for scheme in case.schemes:
            for kind in KINDS:
                yield Trial(case, scheme, kind)


async def observe(trial: Trial, certificates: Certificates) -> Observed:
    """Try it."""
    case = trial.case
    plaintext = secret("plaintext", length=case.size).encode()
    timeout = kms.Timeout(connect=case.connect, attempt=case.attempt)
    with world(trial.scheme, case.address, certificates) as (server, address):
        async with trial.kind.opened(server.url) as caller:
            before = await _call_before(case, server, caller)
            started = monotonic()
            result = await caller.towards(address, timeout).encrypt(case.command, plaintext)
            seconds = monotonic() - started
            if result.is_ok:
                # What the server does behind its answer it has done before the next call.
                await server.settled(before + (address == server.url))
            sent = len(server.requests)
            afterwards = [await _call_afterwards(server, caller) for _ in range(_CALLS_AFTERWARDS)]
            return Observed(
                result=result,
                got=_kind_of(result, plaintext),
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
    return _kind_of(result, plaintext)


def _kind_of(result: EncryptResult, plaintext: bytes) -> str:
    if isinstance(result, kms.Err):
        return type(result.error).__name__
    kinds = {sealed(plaintext): OWN, FORGED_CIPHERTEXT: FORGED}
    return kinds.get(result.value.ciphertext_blob, "Ok with an answer from somewhere else")
