"""The configuration of a client: resolved once, on a daemon thread, and again after a failure."""

import os
import threading
from concurrent.futures import Future

import pytest

import smaws_kms as kms
from smaws_kms import ConfigurationError
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.resolved import ConfigResolver, ResolvedConfig
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.example_service import service

SERVICE = kms.Encrypt.service
OPTIONS = Options(endpoint_url="http://kms.test:8080", region="eu-west-1", app_id="shop/1")


def find(resolver: ConfigResolver) -> ResolvedConfig | ConfigurationError:
    """Return the resolved configuration or its error."""
    found = resolver.get()
    return found.result(30) if isinstance(found, Future) else found


def problem(headers: dict[str, str]) -> str | None:
    """Return the error text for headers, `None` if they are valid."""
    found = find(ConfigResolver(SERVICE, OPTIONS, headers))
    return found.message if isinstance(found, ConfigurationError) else None


def test_found_once(caplog: pytest.LogCaptureFixture) -> None:
    """The first call resolves it and warns of plain HTTP; later calls reuse it."""
    resolver = ConfigResolver(SERVICE, OPTIONS, {"X-A": "1"})
    found = find(resolver)

    assert isinstance(found, ResolvedConfig)
    assert found is resolver.get()
    assert ("eu-west-1", "kms.test:8080") == (found.settings.region, found.target.host)
    assert {"X-A": "1"} == found.headers
    assert 1 == len(caplog.records)
    assert "plain HTTP" in caplog.text


def test_user_agent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user agent reflects environment and settings."""
    monkeypatch.setenv("AWS_EXECUTION_ENV", "AWS_Lambda_python3.13")
    monkeypatch.setenv("AWS_RETRY_MODE", "adaptive")
    found = find(ConfigResolver(SERVICE, OPTIONS, {}))

    assert isinstance(found, ResolvedConfig)
    parts = found.user_agent.text(("g",)).split()
    assert f"smaws-kms/{kms.__version__}" == parts[0]
    assert [
        "exec-env/AWS_Lambda_python3.13",
        "m/F,N,g",
        "cfg/retry-mode#adaptive",
        "app/shop-1",
    ] == parts[-4:]


def test_failure_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failure the next call resolves the settings again."""
    resolver = ConfigResolver(SERVICE, Options(), {})

    assert isinstance(find(resolver), ConfigurationError)
    monkeypatch.setenv("AWS_REGION", "eu-west-2")
    assert isinstance(found := find(resolver), ResolvedConfig)
    assert "eu-west-2" == found.settings.region


class BlockedResolver(ConfigResolver):
    """A resolver that waits for a signal."""

    def __init__(self) -> None:
        super().__init__(SERVICE, OPTIONS, {})
        self.go_on = threading.Event()
        self.readers: list[threading.Thread] = []

    def _resolve(self) -> ResolvedConfig | ConfigurationError:
        self.readers.append(threading.current_thread())
        self.go_on.wait(30)
        return super()._resolve()


def test_one_thread_for_all_callers() -> None:
    """Concurrent calls share one future, which a daemon thread completes."""
    resolver = BlockedResolver()
    first, second = resolver.get(), resolver.get()
    resolver.go_on.set()

    assert first is second
    assert isinstance(find(resolver), ResolvedConfig)
    assert 1 == len(resolver.readers)
    assert threading.current_thread() not in resolver.readers


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows does not fork")
def test_after_fork() -> None:
    """A forked child does not wait for a thread of its parent."""
    resolver = BlockedResolver()
    lost = resolver.get()
    after_fork_in_child()
    resolver.go_on.set()

    assert lost is not resolver.get()
    assert isinstance(find(resolver), ResolvedConfig)


@pytest.mark.parametrize(
    ("headers", "text"),
    [
        ({}, None),
        ({"X-Tenant": "a b", "x_other": "", "X-Amzn-Trace-Id": "Root=1"}, None),
        ({"HOST": "other.test"}, "headers: HOST is set by the client itself"),
        ({"x-amz-target": "T"}, "headers: x-amz-target is set by the client itself"),
        ({"Amz-Sdk-Request": "1"}, "headers: Amz-Sdk-Request is set by the client itself"),
        ({"X-A": "1", "x-a": "2"}, "headers: two names differ in upper and lower case only"),
        ({"": "1"}, "headers: expected names of letters, digits, - and _, got ''"),
        ({"X A": "1"}, "headers: expected names of letters, digits, - and _, got 'X A'"),
        ({"X-Ä": "1"}, "headers: expected names of letters, digits, - and _, got 'X-Ä'"),
        ({"X-A": "s3cret\r\n"}, "headers: the value of X-A has characters that no header can hold"),
        ({"X-A": " s3cret"}, "headers: the value of X-A has characters that no header can hold"),
        ({"X-A": "s€cret"}, "headers: the value of X-A has characters that no header can hold"),
    ],
)
def test_headers(headers: dict[str, str], text: str | None) -> None:
    """A header that would break requests is an error with its name and without its value."""
    assert text == problem(headers)


@pytest.mark.parametrize(
    ("expected", "headers"), [(True, {"X-A": "1"}), (False, {"x-amzn-TRACE-id": "Root=1"})]
)
def test_trace_of_the_user(expected: bool, headers: dict[str, str]) -> None:  # noqa: FBT001  # pytest passes it
    """A trace header of the user replaces that of Lambda."""
    found = find(ConfigResolver(SERVICE, OPTIONS, headers))

    assert isinstance(found, ResolvedConfig)
    assert expected is found.sends_trace


class SurpriseError(Exception):
    """An unexpected exception."""


@pytest.mark.parametrize("kind", [SurpriseError, OSError, RuntimeError, TimeoutError])
def test_nothing_escapes(kind: type[Exception]) -> None:
    """An exception while settings are resolved becomes an error with its type and without its text."""

    class Broken(ConfigResolver):
        def _resolve_unguarded(self) -> ResolvedConfig | ConfigurationError:
            raise kind("s3cret")

    error = find(Broken(SERVICE, OPTIONS, {}))

    assert isinstance(error, ConfigurationError)
    assert f"the settings cannot be resolved: {kind.__name__}" == error.message
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)


def test_no_more_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """If no thread can be started, the calling thread resolves the settings."""

    def start(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)

    resolver = ConfigResolver(SERVICE, OPTIONS, {})

    assert isinstance(found := resolver.get(), Future)
    assert found.done()
    assert found.result() is resolver.get()


@pytest.mark.parametrize(
    ("expected", "path", "url"),
    [
        ("https://x.test", "/", "https://x.test"),
        ("https://x.test/", "/", "https://x.test/"),
        ("https://x.test/custom/", "/custom/", "https://x.test/custom"),
        ("https://x.test/custom/", "/custom/", "https://x.test/custom/"),
    ],
)
def test_requests_are_for_the_root_below_the_endpoint(expected: str, path: str, url: str) -> None:
    """Requests go to `/` below the path of the endpoint, and the signature covers the same path."""
    options = Options(region="us-east-1", endpoint_url=url)
    found = find(ConfigResolver(service(), options, {}))

    assert isinstance(found, ResolvedConfig)
    assert (expected, path) == (found.url, found.target.path)
