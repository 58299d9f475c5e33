"""Which profile the environment names."""

from collections.abc import Mapping


def profile_of_environment(environ: Mapping[str, str]) -> str | None:
    """Return the name of the profile that the environment asks for. An empty variable is unset."""
    return environ.get("AWS_PROFILE") or environ.get("AWS_DEFAULT_PROFILE") or None
