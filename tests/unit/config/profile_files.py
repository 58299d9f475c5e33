"""Load profiles from files that a test writes."""

from collections.abc import Callable

from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.errors import ConfigurationError

Write = Callable[[str, str], dict[str, str]]


def problem(environ: dict[str, str], profile: str | None = None) -> str:
    """Return the text of an error, and check that it holds no other exception."""
    error = load_profile(profile, "kms", environ)

    assert isinstance(error, ConfigurationError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    return error.message


PROFILES = """
[default]
region = eu-west-1
endpoint_url = https://all.test
use_fips_endpoint = true
services = local
output =

[profile other]
region = eu-west-2

[profile "two words"]
region = eu-west-3

[profile broken]
services = nowhere

[profile elsewhere]
services = remote

[services local]
kms =
    # Comments are allowed anywhere.
    endpoint_url = https://section.test
two_words =

    endpoint_url = https://two-words.test

[services remote]
sts =
    endpoint_url = https://sts.test
kms =
    endpoint_url =

[profile 'unbalanced]
region = eu-west-4
[profiles]
"""
