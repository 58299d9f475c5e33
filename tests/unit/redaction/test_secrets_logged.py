"""No secret is logged, warned about or raised by calls that succeed, are discarded or paginate."""

import asyncio
import logging
import traceback
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpx
import pytest

import smaws_kms as kms
from tests.operations.wire_json import wire_json
from tests.unit.redaction.secret_markers import (
    holds_secret,
    leaks,
    leaks_in_log,
    leaks_of,
    planted,
    secret,
)
from tests.unit.redaction.secret_programs import CREDENTIALS, OPERATIONS

KEY: Final = secret("key")


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Record the log at level DEBUG."""
    caplog.set_level(logging.DEBUG)
    return caplog


def full_response(operation: kms.Operation[Any, Any, Any]) -> httpx.MockTransport:
    """Respond with every member set, and secrets in the sensitive ones."""
    body = {} if operation.output is None else wire_json(planted(operation.output))
    headers = {"x-secret": secret("header")}
    return httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, json=body))


@contextmanager
def every_step_logged(loop: asyncio.AbstractEventLoop) -> Generator[None]:
    """Make asyncio log each step of each task with the task's repr, since all count as slow."""
    usual = loop.slow_callback_duration
    loop.slow_callback_duration = -1.0
    loop.set_debug(True)
    try:
        yield
    finally:
        loop.set_debug(False)
        loop.slow_callback_duration = usual


@pytest.mark.parametrize("operation", list(OPERATIONS.values()), ids=list(OPERATIONS))
async def test_success(
    operation: kms.Operation[Any, Any, Any], log: pytest.LogCaptureFixture
) -> None:
    """A successful call logs no secret, and its result shows none, also in asyncio's debug mode."""
    request, transport = planted(operation.input), full_response(operation)
    client = kms.AsyncKMSClient(region="eu-west-1", credentials=CREDENTIALS, http=transport)
    blocking = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=transport)

    with every_step_logged(asyncio.get_running_loop()):
        called = await asyncio.create_task(operation.request(client, request))
    results = [called, operation.request_sync(blocking, request)]

    assert [True, True] == [result.is_ok for result in results]
    assert [] == [text for text in map(repr, results) if holds_secret(text)]
    assert not holds_secret(repr(called.metadata))
    assert any("Executing" in record.getMessage() for record in log.records)
    assert [] == leaks_in_log(log.records)


def test_unexamined_error(log: pytest.LogCaptureFixture) -> None:
    """The warning and the log line about a discarded error have only operation and code."""
    body = {"__type": "DisabledException", "message": KEY, "Plaintext": KEY}
    transport = httpx.MockTransport(lambda _: httpx.Response(400, json=body))
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=transport)

    with pytest.warns(kms.UnexaminedErrorWarning) as warned:
        client.encrypt(key_id="k", plaintext=KEY.encode())

    text = "Encrypt failed with DisabledException and its error was not examined"
    assert [text] == [str(warning.message) for warning in warned]
    assert [] == [line for warning in warned for line in leaks(warning)]
    assert text in log.messages
    assert [] == leaks_in_log(log.records)


def test_no_other_warning() -> None:
    """A failing call causes no other warning that could hold a secret."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=KEY.encode()))
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=transport)

    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        result = client.encrypt(key_id="k", plaintext=KEY.encode())
        assert isinstance(result.err, kms.ResponseParseError)

    assert [] == warned


def pages() -> Iterator[httpx.Response]:
    """Respond with a page of sensitive members, then with one that cannot be parsed."""
    page = wire_json(planted(kms.DescribeCustomKeyStoresResponse))
    yield httpx.Response(200, json={**page, "NextMarker": KEY})
    yield httpx.Response(200, json={**page, "CustomKeyStores": {"AccessKeyId": KEY}})


def repeated() -> Iterator[httpx.Response]:
    """Respond with the same page each time."""
    page = wire_json(planted(kms.DescribeCustomKeyStoresResponse))
    while True:
        yield httpx.Response(200, json={**page, "NextMarker": KEY})


@pytest.mark.parametrize("make_responses", [pages, repeated])
def test_page_that_fails(make_responses: Any) -> None:
    """An error in the middle of `items` shows no page, neither earlier ones nor its own."""
    respond = make_responses()
    transport = httpx.MockTransport(lambda _: next(respond))
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=transport)
    found: list[object] = []

    error = raised_by(client.describe_custom_key_stores.items(), found)

    formatted = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    assert found
    assert [] == [line for line in formatted if holds_secret(line)]
    assert [] == leaks(error, (error.__traceback__,))


def raised_by(items: Iterator[object], found: list[object]) -> kms.SmawsError:
    """Return the exception that an iterator raises after its items."""
    try:
        for item in items:
            found.append(item)  # noqa: PERF402  # `extend` would hide where it stopped
    except kms.ResponseParseError as error:
        return error
    raise AssertionError("nothing was raised")


def failed() -> kms.Err[Any]:
    """Return a result in which a test hides secrets."""
    return kms.Err(kms.NotFoundException("no", operation="Encrypt"), kms.Metadata())


def test_the_search_finds_secrets() -> None:
    """These tests find a secret wherever an error could hold one."""
    attribute, note, cause, context, closure, headers, frames = (failed() for _ in range(7))
    attribute.error.body = KEY.encode()
    note.error.add_note(KEY)
    request = httpx.Request("POST", "https://kms.example", content=KEY.encode())
    cause.error.__cause__ = httpx.ReadTimeout("slow", request=request)
    context.error.__context__ = ValueError({"a": [KEY.encode().hex()]})
    closure.error.retry = lambda: request
    headers.metadata.headers["x-secret"] = KEY  # type: ignore[index]  # a dict in fact
    frames.error.with_traceback(raised_with_secret().__traceback__)
    hidden = [attribute, note, cause, context, closure, headers, frames]

    assert [] == leaks_of(failed())
    assert [] == leaks_of(headers, headers=True)
    # Before `leaks_of`, which unwraps: that clears traceback and context.
    assert all(leaks(result.error) for result in hidden if result is not headers)
    assert all(leaks_of(result) for result in hidden[:4] + hidden[5:6])


def raised_with_secret() -> ValueError:
    """Return an error whose traceback holds a secret."""

    def fail(key: str) -> None:
        raise ValueError(len(key))

    try:
        fail(KEY)
    except ValueError as error:
        return error
    raise AssertionError("fail does nothing else")
