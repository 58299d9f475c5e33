"""Services sections of profiles, and the indentation of their settings."""

import pytest

from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.config.sources import Profile
from tests.unit.config.profile_files import PROFILES, Write, problem


def test_unknown_services_section(write: Write) -> None:
    """A missing services section is an error."""
    assert (
        "the profile 'broken' cannot be used: its services section 'nowhere' does not exist"
    ) == problem(write(PROFILES, ""), "broken")


URL = "endpoint_url = http://127.0.0.1:1"
NOT_INDENTED = "expected indented settings on the lines below"
NOT_LINES = "expected indented lines such as endpoint_url = URL, each name once"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"kms =\n{URL}\n", f"kms: {NOT_INDENTED}"),
        (f"{URL}\n", f"endpoint_url: {NOT_INDENTED}"),
        ("kms = http://127.0.0.1:1\n", f"kms: {NOT_INDENTED}"),
        (f"sts = x\nkms =\n  {URL}\n", f"sts: {NOT_INDENTED}"),
        (f"sts =\n  {URL}\n  kms =\n  {URL}\n", f"sts: {NOT_LINES}"),
        (f"sts =\n  {URL}\n  kms =\n    {URL}\n", f"sts: {NOT_LINES}"),
        (f"kms =\n  {URL}\n  {URL}\n", f"kms: {NOT_LINES}"),
        ("kms =\n  endpoint_url\n", f"kms: {NOT_LINES}"),
        ("kms =\n  endpoint_url: http://127.0.0.1:1\n", f"kms: {NOT_LINES}"),
        ("kms =\n  = http://127.0.0.1:1\n", f"kms: {NOT_LINES}"),
    ],
)
def test_services_section_that_means_nothing(write: Write, lines: str, expected: str) -> None:
    """Wrong indentation in a services section is an error, and never ignored."""
    environ = write(f"[default]\nservices = local\n[services local]\n{lines}", "")

    assert (
        f"the default profile cannot be used: its services section 'local', {expected}"
    ) == problem(environ)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            f"services =\n  kms =\n    {URL}\n",
            "services: expected one value, got indented lines below it",
        ),
        ("output = json\n  services = local\n", "services is indented, and so a part of output above it"),
        (f"output = json\n  {URL}\n", "endpoint_url is indented, and so a part of output above it"),
        ("s3 =\n  x = y\n  services = local\n", "services is indented, and so a part of s3 above it"),
        ("s3 =\n  ca_bundle: /x\n", "ca_bundle is indented, and so a part of s3 above it"),
    ],
)  # fmt: skip
def test_indentation_in_a_profile(write: Write, lines: str, expected: str) -> None:
    """An indented setting, which becomes part of the one above it, is an error."""
    assert f"the default profile cannot be used: {expected}" == problem(
        write(f"[default]\n{lines}", "")
    )


def test_settings_of_others(write: Write) -> None:
    """Nested settings of other tools and commands of several lines are valid."""
    lines = f"s3 =\n  use_dualstack_endpoint = true\n  {URL}\ncredential_process = a\n  --b=c\n"
    environ = write(f"[default]\nregion = eu-west-1\n{lines}", "")

    found = load_profile(None, "kms", environ)

    assert isinstance(found, Profile)
    assert "eu-west-1" == found.settings["region"]
    assert "endpoint_url" not in found.settings
