"""The trace header of AWS Lambda: when it is sent, and its characters."""

from typing import Any

import pytest
from botocore.handlers import add_recursion_detection_header

from smaws_kms._runtime.call.effects import Send
from smaws_kms._runtime.config.lambda_trace import trace_id
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.call.call_harness import CONFIG, CREDENTIALS, CallHarness, refusal

IN_LAMBDA = {"AWS_LAMBDA_FUNCTION_NAME": "f"}
TRACE = "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1"


@pytest.mark.parametrize(
    ("expected", "environ"),
    [
        (None, {}),
        (None, {"_X_AMZN_TRACE_ID": TRACE}),
        (None, IN_LAMBDA),
        (None, {**IN_LAMBDA, "_X_AMZN_TRACE_ID": ""}),
        (None, {**IN_LAMBDA, "_X_AMZN_TRACE_ID": "x" * 2000}),
        (TRACE, {**IN_LAMBDA, "_X_AMZN_TRACE_ID": TRACE}),
        ("%FF", {**IN_LAMBDA, "_X_AMZN_TRACE_ID": "\udcff"}),
    ],
)
def test_when(expected: str | None, environ: dict[str, str]) -> None:
    """It is sent only in Lambda, and only if a header can hold it."""
    assert expected == trace_id(environ)


@pytest.mark.parametrize(
    "value", [TRACE, "a b", "a\r\nX-Evil: 1", "\0", "é€", "-=;:+&[]{}\"',", "%/?#"]
)
def test_same_as_botocore(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Characters that headers cannot hold are encoded as in botocore."""
    environ = {**IN_LAMBDA, "_X_AMZN_TRACE_ID": value}
    monkeypatch.setattr("os.environ", environ)
    params: dict[str, Any] = {"headers": {}}
    add_recursion_detection_header(params)

    found = trace_id(environ)

    assert params["headers"]["X-Amzn-Trace-Id"] == found
    assert found is not None
    assert found.isascii()
    assert found.isprintable()


def test_each_attempt_reads_the_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each request has the trace of its own invocation, unsigned."""
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "f")
    monkeypatch.setenv("_X_AMZN_TRACE_ID", "Root=1")
    harness = CallHarness()
    first = harness.until_send().request.headers
    monkeypatch.setenv("_X_AMZN_TRACE_ID", "Root=2")
    effect = harness.step(refusal("KMSInternalException", status=500))
    while not isinstance(effect, Send):
        effect = harness.step(CREDENTIALS)
    second = effect.request.headers

    assert ("Root=1", "Root=2") == (first["X-Amzn-Trace-Id"], second["X-Amzn-Trace-Id"])
    assert "trace" not in first["Authorization"]


def test_users_own_header(monkeypatch: pytest.MonkeyPatch) -> None:
    """A trace header of the user replaces that of Lambda."""
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "f")
    monkeypatch.setenv("_X_AMZN_TRACE_ID", "Root=1")
    own = {"x-amzn-trace-id": "Root=mine"}
    harness = CallHarness()
    harness.step()
    harness.step(evolve(CONFIG, headers=own, sends_trace=False))
    headers = harness.step(CREDENTIALS).request.headers

    assert ["Root=mine"] == [v for name, v in headers.items() if name.lower() == "x-amzn-trace-id"]
