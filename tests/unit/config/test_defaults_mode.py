"""`AWS_DEFAULTS_MODE`: the defaults that it selects, and what overrides them."""

from collections.abc import Mapping

import pytest

from smaws_kms import ConfigurationError, Encrypt, RetryPolicy, Timeout
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile
from tests.unit.call.call_harness import CallHarness


def resolve(
    environ: Mapping[str, str],
    profile: Mapping[str, str] | None = None,
    machine: str | None = None,
) -> Settings | ConfigurationError:
    """Resolve the settings of a client."""
    return resolve_settings(
        Options(region="eu-west-1"),
        service=Encrypt.service,
        environ=environ,
        load_profile=lambda: Profile(profile or {}),
        find_region_of_machine=lambda: machine,
    )


LAMBDA = {"AWS_EXECUTION_ENV": "AWS_Lambda_python3.13", "AWS_DEFAULTS_MODE": "auto"}


@pytest.mark.parametrize(
    ("environ", "profile", "machine", "seconds", "source"),
    [
        ({}, {}, None, None, None),
        ({"AWS_DEFAULTS_MODE": "legacy"}, {}, None, None, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "Standard"}, {}, None, 3.1, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "in-region"}, {}, None, 1.1, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "cross-region"}, {}, None, 3.1, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "mobile"}, {}, None, 30.0, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "mobile"}, {"defaults_mode": "standard"}, None, 30.0, "AWS_DEFAULTS_MODE"),
        ({}, {"defaults_mode": "in-region"}, None, 1.1, "defaults_mode in the profile"),
        ({"AWS_DEFAULTS_MODE": "auto"}, {}, None, 3.1, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "auto"}, {}, "eu-west-1", 1.1, "AWS_DEFAULTS_MODE"),
        ({"AWS_DEFAULTS_MODE": "auto"}, {}, "eu-west-2", 3.1, "AWS_DEFAULTS_MODE"),
        ({**LAMBDA, "AWS_REGION": "eu-west-1"}, {}, "eu-west-2", 1.1, "AWS_DEFAULTS_MODE"),
        ({**LAMBDA, "AWS_DEFAULT_REGION": "eu-west-2"}, {}, "eu-west-1", 3.1, "AWS_DEFAULTS_MODE"),
        (LAMBDA, {}, "eu-west-1", 1.1, "AWS_DEFAULTS_MODE"),
    ],
)  # fmt: skip
def test_modes(
    environ: dict[str, str],
    profile: dict[str, str],
    machine: str | None,
    seconds: float | None,
    source: str | None,
) -> None:
    """Each mode has its connect timeout; all have standard retries."""
    settings = resolve(environ, profile, machine)

    assert isinstance(settings, Settings)
    assert seconds == settings.connect_timeout
    assert source == settings.sources.get("defaults mode")
    assert RetryPolicy() == settings.retry


def test_retry_mode_comes_first() -> None:
    """A setting overrides the default of the mode."""
    settings = resolve({"AWS_DEFAULTS_MODE": "standard", "AWS_RETRY_MODE": "adaptive"})

    assert isinstance(settings, Settings)
    assert "adaptive" == settings.retry.mode


@pytest.mark.parametrize("mode", ["fast", "auto ", "1"])
def test_unknown_mode(mode: str) -> None:
    """An unknown mode is an error that lists the valid ones."""
    error = resolve({"AWS_DEFAULTS_MODE": mode})

    assert isinstance(error, ConfigurationError)
    assert (
        "AWS_DEFAULTS_MODE: expected one of legacy, standard, in-region, cross-region, mobile, auto, "
        f"got {mode!r}"
    ) == error.message


@pytest.mark.parametrize(
    ("expected", "timeout", "by_mode"),
    [(3.0, None, None), (1.1, None, 1.1), (2.0, Timeout(connect=2.0), 1.1), (3.0, Timeout(), 1.1)],
)
def test_a_timeout_in_code_comes_first(
    expected: float, timeout: Timeout | None, by_mode: float | None
) -> None:
    """The connect timeout of the mode applies to clients without a `Timeout`."""
    harness = CallHarness(timeout=timeout, connect_by_mode=by_mode)

    assert expected == harness.until_send().timeouts.connect
