"""Error trackers that record local variables find no secret in the frames of a call."""

import asyncio
import inspect
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import FrameType
from typing import Any, Final, TypeAlias

import attrs
import httpx
import pytest

import smaws_kms as kms
from smaws_kms import signing
from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.support.frames import discard_locals, raised_by_handler
from tests.faults.interruptions import interrupted
from tests.operations.facts import AnyOperation, each_operation, method_name
from tests.operations.values import members_of
from tests.unit.http11.scripted_server import Peer, serving
from tests.unit.redaction.frame_watch import leaks_in_frames
from tests.unit.redaction.secret_markers import planted, secret
from tests.unit.redaction.secret_programs import CREDENTIALS

SECRET: Final = secret("plaintext").encode()
OFF: Final = kms.RetryPolicy(mode="off")


class Interrupted(BaseException):
    """The exception that a signal handler raises."""


def broken(_: httpx.Request) -> httpx.Response:
    """Fail in a way that no transport should."""
    raise RuntimeError("a bug in a transport")


def options(**changes: Any) -> dict[str, Any]:
    """Return a client's arguments."""
    common = {"region": "eu-west-1", "credentials": CREDENTIALS, "retry": OFF}
    return {**common, "http": httpx.MockTransport(broken), **changes}


@each_operation
async def test_async_function(operation: AnyOperation) -> None:
    """While a call waits, neither its function nor anything below holds what is sensitive."""
    async with kms.AsyncKMSClient(**options()) as client:
        call = getattr(client, method_name(operation))
        with pytest.raises(RuntimeError) as caught:
            await call(**members_of(planted(operation.input)))

    assert "transport" in str(caught.value)
    assert [] == leaks_in_frames(caught.value)


@each_operation
def test_blocking_function(operation: AnyOperation) -> None:
    """The blocking function does not either."""
    with kms.KMSClient(**options()) as client:
        call = getattr(client, method_name(operation))
        with pytest.raises(RuntimeError) as caught:
            call(**members_of(planted(operation.input)))

    assert [] == leaks_in_frames(caught.value)


@each_operation
def test_wrong_type(operation: AnyOperation) -> None:
    """A member of a wrong type does not show the value of any member."""
    members = members_of(planted(operation.input))
    fields = attrs.fields_dict(operation.input)
    with kms.KMSClient(**options()) as client:
        call = getattr(client, method_name(operation))
        for name in members:
            value = {"a dict": SECRET} if member_of(fields[name]).sensitive else object()
            wrong = {**members, name: value}
            for make in (call, operation.input):
                with pytest.raises(TypeError) as caught:
                    make(**wrong)
                assert [] == leaks_in_frames(caught.value), name


Wrong: TypeAlias = Callable[[], object]
WRONG: Final[dict[str, Wrong]] = {
    "a text": lambda: kms.EncryptRequest(key_id="k", plaintext=SECRET.decode()),  # type: ignore[arg-type]
    "positional": lambda: kms.EncryptRequest(SECRET),  # type: ignore[call-arg,arg-type]
    "unknown": lambda: kms.EncryptRequest(key_id="k", plain=SECRET),  # type: ignore[call-arg]
    "no request": lambda: kms.Encrypt.request_sync(kms.KMSClient(), SECRET),  # type: ignore[arg-type]
    "no request, async": lambda: asyncio.run(kms.Encrypt.request(kms.AsyncKMSClient(), SECRET)),  # type: ignore[arg-type]
    "a dict for a structure": lambda: kms.KMSClient().create_custom_key_store(
        custom_key_store_name="n",
        xks_proxy_authentication_credential={"RawSecretAccessKey": SECRET},  # type: ignore[arg-type]
    ),
    "a structure": lambda: kms.XksProxyAuthenticationCredentialType(
        access_key_id="a",
        raw_secret_access_key=SECRET,  # type: ignore[arg-type]
    ),
    "from_wire": lambda: kms.from_wire(kms.DecryptResponse, {"Plaintext": 1, "X": SECRET}),
    "sign": lambda: signing.sign(
        method="POST",
        url="no host",
        headers={"x-secret": SECRET.decode()},
        body=SECRET,
        region="eu-west-1",
        service="kms",
        credentials=CREDENTIALS,
        now=datetime.now(UTC),
    ),
}


@pytest.mark.parametrize("wrong", list(WRONG.values()), ids=list(WRONG))
def test_wrong_use(wrong: Wrong) -> None:
    """Rejected values are not in the frames of the functions that reject them."""
    with pytest.raises((TypeError, kms.ResponseParseError, ValueError)) as caught:
        wrong()

    assert [] == leaks_in_frames(caught.value)


def never(peer: Peer) -> None:
    """Read a request and send no response."""
    peer.request()
    peer.signal()
    peer.await_close()


@pytest.mark.parametrize("end", ["cancelled", "timed out"])
@pytest.mark.parametrize("engine", ["on", "off"])
async def test_ended_while_waiting(end: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call cancelled while waiting for the response shows nothing, on either transport."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", engine)
    async with serving(never) as server:
        client = kms.AsyncKMSClient(**options(http=None, endpoint_url=server.url))
        call = client.encrypt(key_id="k", plaintext=SECRET)
        task = asyncio.ensure_future(call)
        waiting = asyncio.ensure_future(asyncio.wait_for(task, 0.5 if end == "timed out" else None))
        await asyncio.to_thread(server.await_signal)
        if end == "cancelled":
            waiting.cancel()
        with pytest.raises((TimeoutError, asyncio.CancelledError)) as caught:
            await waiting
        await client.aclose()

    assert (end == "timed out") == isinstance(caught.value, TimeoutError)
    assert [] == leaks_in_frames(caught.value)


def places(
    work: Callable[[], object], inside: Callable[[FrameType], bool], step: int
) -> Iterator[BaseException]:
    """Interrupt a call at one place after another, and yield each exception."""

    def handler(_signal: int, _frame: FrameType | None) -> None:
        raise Interrupted

    place = 0
    while True:
        try:
            if not interrupted(work, handler, place, inside):
                return
        except Interrupted as error:
            yield error
        place += step


_LIBRARIES: Final = ("smaws_kms", "httpx", "json", "hmac", "attr", "cattrs", "ssl", "base64")


def _inside(frame: FrameType) -> bool:
    name = str(frame.f_globals.get("__name__"))
    return name.partition(".")[0] in _LIBRARIES or frame.f_code.co_filename.startswith("<")


@pytest.mark.parametrize("operation", ["encrypt", "decrypt"])
def test_interrupted_anywhere(operation: str) -> None:
    """Wherever a signal's handler raises, what is sent and what has come do not show."""
    body = b'{"CiphertextBlob": "aGk=", "Plaintext": "eFMzY3IzdHg5ZjNiN2NR"}'

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body)

    with kms.KMSClient(**options(http=httpx.MockTransport(answer))) as client:

        def work() -> None:
            if operation == "encrypt":
                client.encrypt(key_id="k", plaintext=SECRET).unwrap()
            else:
                client.decrypt(ciphertext_blob=b"hi").unwrap()

        work()
        found = [leaks_in_frames(error) for error in places(work, _inside, 7)]

    assert len(found) > 50
    assert [] == [leaks for leaks in found if leaks]


def test_interrupted_conversion() -> None:
    """Shapes that are converted by hand do not show either."""
    request = kms.EncryptRequest(key_id="k", plaintext=SECRET)

    def work() -> None:
        kms.from_wire(kms.EncryptRequest, kms.to_wire(request))

    work()
    found = [leaks_in_frames(error) for error in places(work, _inside, 1)]

    assert len(found) > 10
    # In the first instruction of a function nothing can be done for its parameters.
    assert [] == [leaks for leaks in found if leaks and "from_wire" not in leaks[0]]


def test_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a call show anything that is made where there is no room left on the stack."""
    monkeypatch.setattr(sys, "unraisablehook", bool)  # there is no room for it either
    limit = sys.getrecursionlimit()
    depth = len(inspect.stack())
    caught: list[RecursionError] = []
    with kms.KMSClient(**options()) as client:
        for room in range(2, 80):
            try:
                sys.setrecursionlimit(depth + room)
                client.encrypt(key_id="k", plaintext=SECRET)
            except RecursionError as error:
                caught.append(error)
            except RuntimeError:
                pass
            finally:
                sys.setrecursionlimit(limit)

    assert len(caught) > 5
    assert [] == [leaks for error in caught for leaks in leaks_in_frames(error)]


def test_outer_exception_keeps_its_frames() -> None:
    """An exception that was being handled when a call began keeps its frames."""

    def fail(number: int) -> None:
        raise KeyError(number)

    def call_while_handling() -> None:
        try:
            fail(1)
        except KeyError:
            kms.KMSClient(**options()).encrypt(key_id="k", plaintext=SECRET)

    with pytest.raises(RuntimeError) as caught:
        call_while_handling()
    outer = caught.value.__context__

    assert isinstance(outer, KeyError)
    assert outer.__traceback__ is not None
    assert outer.__traceback__.tb_next is not None
    assert {"number": 1} == outer.__traceback__.tb_next.tb_frame.f_locals


def test_groups_and_causes() -> None:
    """Frames of causes, contexts and of the members of groups are emptied too; cycles do no harm."""

    def fail() -> None:
        mine = SECRET
        raise ValueError(len(mine))

    def caught(error: type[Exception] | None = None) -> Exception:
        try:
            fail()
        except ValueError as found:
            return found if error is None else error(str(found))
        raise AssertionError("did not fail")

    member, cause, context = caught(), caught(), caught()
    group = ExceptionGroup("all", [member])
    group.__cause__, group.__context__ = cause, context
    context.__context__ = group

    discard_locals(group, None)

    for error in (member, cause, context):
        assert error.__traceback__ is not None
        assert error.__traceback__.tb_next is not None
        assert {} == error.__traceback__.tb_next.tb_frame.f_locals


async def test_suspended_coroutine_is_left_alone() -> None:
    """A user's coroutine that caught an exception and goes on is not closed by emptying its frame."""
    going_on = asyncio.Event()
    kept: list[Exception] = []

    async def user() -> str:
        try:
            raise ValueError("kept")  # noqa: TRY301 - its frame is the point
        except ValueError as error:
            kept.append(error)
        await going_on.wait()
        return "went on"

    task = asyncio.create_task(user())
    await asyncio.sleep(0)
    discard_locals(kept[0], None)
    going_on.set()

    assert "went on" == await task


@pytest.mark.parametrize("kind", ["function", "any arguments"])
def test_handlers_are_told_apart(kind: str) -> None:
    """An exception of a handler is known by the frame that its function was given."""

    def handler(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    def any_arguments(*_: object) -> None:
        raise TimeoutError

    def network() -> None:
        raise TimeoutError("timed out")

    def signalled() -> None:
        (handler if kind == "function" else any_arguments)(14, inspect.currentframe())

    for expected, raises in ((True, signalled), (False, network)):
        try:
            raises()
        except TimeoutError as error:
            assert expected == raised_by_handler(error)  # noqa: PT017


REFUSED: Final[dict[str, Wrong]] = {
    "credentials": lambda: kms.KMSClient(credentials=("AKIDEXAMPLE", SECRET)),  # type: ignore[arg-type]
    "headers": lambda: kms.AsyncKMSClient(headers={"a": 1, "b": SECRET.decode()}),  # type: ignore[dict-item]
    "timeout beside a password": lambda: kms.KMSClient(
        endpoint_url=f"https://user:{SECRET.decode()}@host",
        timeout="1",  # type: ignore[arg-type]
    ),
    "derived": lambda: kms.KMSClient().with_options(headers={"a": 1, "b": SECRET.decode()}),  # type: ignore[dict-item]
}


@pytest.mark.parametrize("wrong", list(REFUSED.values()), ids=list(REFUSED))
def test_refused_arguments_of_clients(wrong: Wrong) -> None:
    """An unknown argument of a client is not shown, nor are the other arguments."""
    with pytest.raises(TypeError) as caught:
        wrong()

    assert [] == leaks_in_frames(caught.value)
