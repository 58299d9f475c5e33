"""Compression of requests, and its settings."""

import gzip
from collections.abc import Mapping

import pytest

from smaws_kms._runtime.config.compression import DEFAULT_SIZE
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.serde.compression import compress
from tests.unit.example_service import service

BODY = b"x" * DEFAULT_SIZE


def test_body_of_the_threshold_is_compressed() -> None:
    """The body is valid gzip, and the header names the encoding."""
    body, headers = compress(BODY, {"A": "b"}, ("gzip",), DEFAULT_SIZE)

    assert gzip.compress(BODY, mtime=0) == body
    assert BODY == gzip.decompress(body)
    assert {"A": "b", "content-encoding": "gzip"} == headers


def test_encoding_is_appended() -> None:
    """`gzip` follows an encoding that the headers already name, in the order of application."""
    _, headers = compress(BODY, {"Content-Encoding": "custom"}, ("gzip",), 0)

    assert {"content-encoding": "custom, gzip"} == headers


@pytest.mark.parametrize(
    ("encodings", "threshold"), [((), 0), (("br",), 0), (("gzip",), None), (("gzip",), 10_241)]
)
def test_other_bodies_are_unchanged(encodings: tuple[str, ...], threshold: int | None) -> None:
    """No compression without the trait, below the threshold, or if it is disabled."""
    assert (BODY, {}) == compress(BODY, {}, encodings, threshold)


def _settings(
    environ: Mapping[str, str], profile: Mapping[str, str], *, compresses: bool = True
) -> Settings | ConfigurationError:
    return resolve_settings(
        Options(region="us-east-1"),
        service=service(compresses_requests=compresses, prefixes_hosts=compresses),
        environ=environ,
        load_profile=lambda: Profile(profile),
    )


@pytest.mark.parametrize(
    ("expected", "environ", "profile"),
    [
        (10_240, {}, {}),
        (None, {"AWS_DISABLE_REQUEST_COMPRESSION": "true"}, {}),
        (None, {}, {"disable_request_compression": "true"}),
        (10_240, {"AWS_DISABLE_REQUEST_COMPRESSION": "false"}, {}),
        (7, {"AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES": "7"}, {}),
        (0, {}, {"request_min_compression_size_bytes": "0"}),
    ],
)
def test_settings(
    expected: int | None, environ: Mapping[str, str], profile: Mapping[str, str]
) -> None:
    """Environment and profile set the threshold, or disable compression."""
    settings = _settings(environ, profile)
    assert isinstance(settings, Settings)

    assert expected == settings.compress_from


@pytest.mark.parametrize("size", ["-1", "1.5", "much", "10485761", "9" * 5000])
def test_invalid_size_is_an_error(size: str) -> None:
    """The error names the source of the setting."""
    found = _settings({"AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES": size}, {})
    assert isinstance(found, ConfigurationError)

    assert found.message.startswith("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES: expected a number")


@pytest.mark.parametrize(
    ("expected", "environ", "profile"),
    [
        (True, {}, {}),
        (False, {"AWS_DISABLE_HOST_PREFIX_INJECTION": "true"}, {}),
        (False, {}, {"disable_host_prefix_injection": "true"}),
    ],
)
def test_host_prefixes_can_be_disabled(
    expected: bool,  # noqa: FBT001  # pytest passes it
    environ: Mapping[str, str],
    profile: Mapping[str, str],
) -> None:
    """The setting for host prefixes has the same sources."""
    settings = _settings(environ, profile)
    assert isinstance(settings, Settings)

    assert expected is settings.prefixes_hosts


def test_services_without_such_operations_ignore_the_settings() -> None:
    """Invalid settings of a feature that a service lacks are ignored."""
    environ = {
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES": "much",
        "AWS_DISABLE_HOST_PREFIX_INJECTION": "perhaps",
    }
    settings = _settings(environ, {}, compresses=False)
    assert isinstance(settings, Settings)

    assert (None, True) == (settings.compress_from, settings.prefixes_hosts)
