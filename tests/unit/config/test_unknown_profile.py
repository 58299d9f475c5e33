"""A profile that no file has: the error suggests similar names, or lists some that exist."""

from pathlib import Path

import pytest

from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.errors import ConfigurationError


@pytest.mark.parametrize(
    ("names", "wanted", "expected"),
    [
        (["orders"], "Orders", "no file has it (did you mean 'orders'?)"),
        (["orders", "order-dev"], "order", "no file has it (did you mean 'orders' or 'order-dev'?)"),
        (["a", "b"], "nope", "no file has it (the files have 'a', 'b')"),
        (list("abcdefg"), "nope", "no file has it (the files have 'a', 'b', 'c', 'd', 'e' and 2 more)"),
        ([], "nope", "no file has it"),
        (["\u202ex"], "nope", r"no file has it (the files have '\u202ex')"),
    ],
)  # fmt: skip
def test_other_names(names: list[str], wanted: str, expected: str, tmp_path: Path) -> None:
    """Names of both files count, and are escaped."""
    half = len(names) // 2
    config, shared = tmp_path / "config", tmp_path / "credentials"
    config.write_text("".join(f"[profile {name}]\n" for name in names[:half]))
    shared.write_text("".join(f"[{name}]\n" for name in names[half:]))
    files = {"AWS_CONFIG_FILE": str(config), "AWS_SHARED_CREDENTIALS_FILE": str(shared)}

    argument = load_profile(wanted, "kms", files)
    variable = load_profile(None, "kms", {**files, "AWS_PROFILE": wanted})

    assert isinstance(argument, ConfigurationError)
    assert isinstance(variable, ConfigurationError)
    assert f"the profile {wanted!r} cannot be used: {expected}" == argument.message
    assert f"{argument.message} (AWS_PROFILE names the profile)" == variable.message
