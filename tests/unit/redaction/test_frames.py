"""Error trackers that record local variables find no secret in the frames of a call."""

import asyncio
import inspect
import sys
import traceback
from types import FrameType

import pytest

import smaws_kms as kms
from smaws_kms._runtime.support.frames import discard_locals, raised_by_handler
from tests.operations.facts import AnyOperation, each_operation, method_name
from tests.operations.values import members_of
from tests.unit.redaction.frame_secrets import SECRET, options
from tests.unit.redaction.frame_watch import leaks_in_frames
from tests.unit.redaction.secret_markers import planted


@each_operation
async def test_async_function(operation: AnyOperation) -> None:
    """While a call waits, no frame of it holds a secret."""
    async with kms.AsyncKMSClient(**options()) as client:
        call = getattr(client, method_name(operation))
        with pytest.raises(RuntimeError) as caught:
            await call(**members_of(planted(operation.input)))

    assert "transport" in str(caught.value)
    assert [] == leaks_in_frames(caught.value)


@each_operation
def test_blocking_function(operation: AnyOperation) -> None:
    """While a blocking call waits, no frame of it holds a secret."""
    with kms.KMSClient(**options()) as client:
        call = getattr(client, method_name(operation))
        with pytest.raises(RuntimeError) as caught:
            call(**members_of(planted(operation.input)))

    assert [] == leaks_in_frames(caught.value)


def test_no_room_to_discard() -> None:
    """Where the recursion limit leaves no room to clear frames, the traceback goes as a whole."""
    left: list[int] = []

    def descend() -> None:
        try:
            descend()
        except RecursionError as error:
            discard_locals(error, None)
            left.append(len([*traceback.walk_tb(error.__traceback__)]))
            raise

    with pytest.raises(RecursionError):
        descend()

    assert 0 == left[0]


def test_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    """If a call exceeds the recursion limit, its frames hold no secret."""
    monkeypatch.setattr(sys, "unraisablehook", bool)  # checks would exceed the limit too
    limit = sys.getrecursionlimit()
    depth = len(inspect.stack())
    caught: list[RecursionError] = []
    # A tracer, such as coverage's, may exceed the limit before a function's first line, which no
    # function can guard against.
    tracer = sys.gettrace()
    sys.settrace(None)
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
    sys.settrace(tracer)

    assert len(caught) > 5
    assert [] == [leaks for error in caught for leaks in leaks_in_frames(error)]


def test_outer_exception_keeps_its_frames() -> None:
    """An exception that was being handled when the call began keeps its frames."""

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
    """Frames of causes, contexts and group members are cleared too, also with cycles."""

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
    """A user's coroutine that caught an exception and continues is not closed."""
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
def test_exceptions_of_handlers_are_recognised(kind: str) -> None:
    """An exception of a handler is recognised by the frame that called it."""

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
