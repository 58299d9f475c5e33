"""`check()` of both clients: what it reports, and the errors that it ends in."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Final, TypeAlias

import httpx
import pytest

import smaws_kms as kms
from smaws_kms._runtime.config.resolved import ConfigResolver, ResolvedConfig
from tests.patience import with_patience

CheckResult: TypeAlias = kms.Result[kms.Readiness, kms.CheckError]

SECRET: Final = "geheim"
END: Final = datetime.now(UTC) + timedelta(hours=1)
TEMPORARY: Final = kms.Credentials("ASIAIOSFODNN7EXAMPLE", SECRET, f"{SECRET} token", END)


def refuse(request: httpx.Request) -> httpx.Response:
    """Fail: `check()` must not send a request."""
    raise AssertionError(f"sent {request}")


class Both:
    """Both clients with the same settings, whose results must agree."""

    def __init__(
        self,
        credentials: kms.Credentials | Callable[[], kms.Credentials] | None = TEMPORARY,
        *,
        region: str | None = "eu-west-1",
        endpoint_url: str | None = None,
        profile: str | None = None,
        timeout: kms.Timeout | None = None,
    ) -> None:
        transport = httpx.MockTransport(refuse)
        self._asynchronous = kms.AsyncKMSClient(
            credentials=credentials,
            region=region,
            endpoint_url=endpoint_url,
            profile=profile,
            timeout=timeout,
            http=transport,
        )
        self._blocking = kms.KMSClient(
            credentials=credentials,
            region=region,
            endpoint_url=endpoint_url,
            profile=profile,
            timeout=timeout,
            http=transport,
        )

    async def check(self) -> CheckResult:
        """Check both clients, and return the result."""
        first, second = await self.results()

        assert str(first) == str(second)
        assert type(first.outcome) is type(second.outcome)
        return first

    async def results(self) -> tuple[CheckResult, CheckResult]:
        """Check both clients, and return both results."""
        return await self._asynchronous.check(), self._blocking.check()

    async def ready(self) -> kms.Readiness:
        """Return the readiness that both report."""
        return (await self.check()).unwrap()


async def test_everything_in_code() -> None:
    """Region, endpoint and credentials are reported with their origins."""
    found = await Both().ready()

    assert "eu-west-1" == found.region
    assert "https://kms.eu-west-1.amazonaws.com" == found.endpoint_url
    assert "ASIA...MPLE" == found.access_key_id
    assert END == found.expires_at
    assert {
        "region": "the argument region",
        "endpoint_url": "the rules of KMS",
        "credentials": "the argument credentials",
    }.items() <= found.sources.items()


async def test_environment_and_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings from the environment and from files are reported with their origins."""
    config = tmp_path / "config"
    config.write_text("[profile app]\nregion = eu-west-2\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_PROFILE", "app")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "https://kms.test")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)

    found = await Both(None, region=None).ready()

    assert ("eu-west-2", "https://kms.test") == (found.region, found.endpoint_url.rstrip("/"))
    assert ("AKIA...MPLE", None) == (found.access_key_id, found.expires_at)
    assert {
        "region": "region in the profile",
        "endpoint_url": "AWS_ENDPOINT_URL",
        "credentials": "the environment",
    }.items() <= found.sources.items()


def from_the_vault() -> kms.Credentials:
    """Return credentials."""
    return TEMPORARY


async def test_text() -> None:
    """`str` is one line for a log, without a secret."""
    found = await Both(from_the_vault).ready()

    assert (
        "https://kms.eu-west-1.amazonaws.com (from the rules of KMS) "
        "in eu-west-1 (from the argument region) "
        f"as ASIA...MPLE (from the function from_the_vault, until {END.isoformat()})"
    ) == str(found)
    assert SECRET not in f"{found!r} {found}"
    assert TEMPORARY.access_key_id not in f"{found!r} {found}"
    assert hash(found) == hash(await Both(from_the_vault).ready())


@pytest.mark.parametrize(
    ("key", "shown"), [("AKID", "***"), ("AKIDEXAMPLE", "***"), ("AKIDEXAMPLES", "AKID...PLES")]
)
async def test_short_keys(key: str, shown: str) -> None:
    """Short key IDs, as test servers have them, are not shown in full either."""
    assert shown == (await Both(kms.Credentials(key, SECRET)).ready()).access_key_id


async def test_no_region() -> None:
    """An invalid setting is the same error as in a call."""
    error = (await Both(region=None).check()).err

    assert isinstance(error, kms.ConfigurationError)
    assert str(error).startswith("no region: pass region to the client")


def sealed() -> kms.Credentials:
    """Raise an exception."""
    raise LookupError("the vault is sealed")


async def test_no_credentials() -> None:
    """Missing credentials are the same error as in a call."""
    error = (await Both(sealed).check()).err

    assert isinstance(error, kms.CredentialsError)
    assert "sealed failed: LookupError: the vault is sealed" == str(error)


async def test_credentials_that_hang() -> None:
    """A check ends at its deadline while it waits for credentials."""
    asked: list[None] = []
    go_on = Event()

    def wait() -> kms.Credentials:
        asked.append(None)
        go_on.wait(30)
        return TEMPORARY

    async def check(seconds: float) -> tuple[CheckResult, CheckResult]:
        asked.clear()
        return await Both(wait, timeout=kms.Timeout(operation=seconds)).results()

    results = await with_patience(0.05, check, ended_too_early=lambda _: len(asked) != 2)
    go_on.set()

    for result in results:
        assert isinstance(result.err, kms.DeadlineExceededError)
        assert "while waiting for credentials" in str(result.err)


def never(
    _: ConfigResolver,
    *,
    or_here: bool = False,  # noqa: ARG001 - what it replaces has it
) -> "Future[ResolvedConfig | kms.ConfigurationError]":
    """Block forever, like a disk that hangs."""
    future: Future[ResolvedConfig | kms.ConfigurationError] = Future()
    future.set_running_or_notify_cancel()
    return future


async def test_settings_that_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check ends at its deadline while it waits for settings."""
    monkeypatch.setattr(ConfigResolver, "get", never)

    error = (await Both(timeout=kms.Timeout(operation=0.0)).check()).err

    assert isinstance(error, kms.DeadlineExceededError)
    assert "while reading the settings" in str(error)


async def test_closed() -> None:
    """`check()` of a closed client raises, like any call."""
    blocking, asynchronous = kms.KMSClient(), kms.AsyncKMSClient()
    blocking.close()
    await asynchronous.aclose()

    with pytest.raises(RuntimeError, match="closed"):
        blocking.check()
    with pytest.raises(RuntimeError, match="closed"):
        await asynchronous.check()


async def test_metadata() -> None:
    """The metadata has no attempts, and the elapsed time."""
    result = await Both().check()

    assert () == result.metadata.attempts
    assert result.metadata.elapsed >= 0
