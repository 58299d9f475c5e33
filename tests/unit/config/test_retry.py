"""The retry policy of environment and profile."""

from collections.abc import Mapping

import pytest

from smaws_kms import ConfigurationError, Encrypt, RetryPolicy
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile


def resolve(
    environ: Mapping[str, str], loaded: Mapping[str, str] | None = None, **options: object
) -> Settings | ConfigurationError:
    """Resolve the settings of a client."""
    return resolve_settings(
        Options(**{"region": "eu-west-1", **options}),  # type: ignore[arg-type]  # any option
        service=Encrypt.service,
        environ=environ,
        load_profile=lambda: Profile(loaded or {}),
    )


@pytest.mark.parametrize(
    ("environ", "profile", "policy"),
    [
        ({}, {}, RetryPolicy()),
        ({"AWS_RETRY_MODE": "adaptive"}, {}, RetryPolicy(mode="adaptive")),
        ({"AWS_RETRY_MODE": "Standard"}, {}, RetryPolicy()),
        ({"AWS_RETRY_MODE": "legacy"}, {}, RetryPolicy()),
        ({"AWS_MAX_ATTEMPTS": "7"}, {}, RetryPolicy(max_attempts=7)),
        ({"AWS_MAX_ATTEMPTS": " 1 "}, {}, RetryPolicy(max_attempts=1)),
        ({}, {"retry_mode": "adaptive", "max_attempts": "2"}, RetryPolicy(mode="adaptive", max_attempts=2)),
        ({"AWS_MAX_ATTEMPTS": "7"}, {"max_attempts": "2"}, RetryPolicy(max_attempts=7)),
        ({"AWS_NEW_RETRIES_2026": "false"}, {}, RetryPolicy()),
    ],
)  # fmt: skip
def test_sources(
    environ: Mapping[str, str], profile: Mapping[str, str], policy: RetryPolicy
) -> None:
    """The environment overrides the profile, and the standard policy is the default."""
    settings = resolve(environ, profile)

    assert isinstance(settings, Settings)
    assert policy == settings.retry


def test_argument() -> None:
    """A policy in code is used as it is, without reading any setting."""
    policy = RetryPolicy(max_attempts=2)
    settings = resolve({"AWS_RETRY_MODE": "no such"}, {"max_attempts": "0"}, retry=policy)

    assert isinstance(settings, Settings)
    assert policy == settings.retry
    assert "the argument retry" == settings.sources["retry"]


def test_origins() -> None:
    """The source of each setting is known, and that `legacy` selects the standard mode."""
    settings = resolve({"AWS_RETRY_MODE": "legacy"}, {"max_attempts": "2"})

    assert isinstance(settings, Settings)
    assert {
        "retry mode": "AWS_RETRY_MODE (legacy, which is standard here)",
        "max attempts": "max_attempts in the profile",
    }.items() <= settings.sources.items()


@pytest.mark.parametrize("options", [{}, {"endpoint_url": "https://kms.test"}])
def test_profile_is_read(options: dict[str, object]) -> None:
    """As in boto3, the attempts of the profile apply to code that names its endpoint too."""
    settings = resolve({}, {"max_attempts": "9"}, **options)

    assert isinstance(settings, Settings)
    assert 9 == settings.retry.max_attempts


@pytest.mark.parametrize(
    ("environ", "problem"),
    [
        ({"AWS_RETRY_MODE": "often"}, "AWS_RETRY_MODE: expected one of legacy, standard, adaptive, got 'often'"),
        ({"AWS_MAX_ATTEMPTS": "0"}, "AWS_MAX_ATTEMPTS: expected a whole number of attempts, 1 or more, got '0'"),
        ({"AWS_MAX_ATTEMPTS": "-1"}, "AWS_MAX_ATTEMPTS: expected a whole number"),
        ({"AWS_MAX_ATTEMPTS": "three"}, "AWS_MAX_ATTEMPTS: expected a whole number"),
        ({"AWS_MAX_ATTEMPTS": "9" * 5000}, "AWS_MAX_ATTEMPTS: expected a whole number"),
    ],
)  # fmt: skip
def test_wrong_setting(environ: Mapping[str, str], problem: str) -> None:
    """An invalid setting is an error that names it."""
    error = resolve(environ)

    assert isinstance(error, ConfigurationError)
    assert error.message.startswith(problem)
