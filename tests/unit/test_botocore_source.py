"""Profiles and credentials through botocore."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smaws_kms._runtime.botocore_source import find_credentials, load_profile, making_session
from smaws_kms._runtime.errors import ConfigurationError, CredentialsError, SmawsError
from smaws_kms._runtime.forks import after_fork_in_child
from smaws_kms._runtime.values import Credentials
from smaws_kms._runtime.worker import in_daemon_thread

WriteFile = Callable[[str], Path]


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WriteFile:
    """Write the config file."""

    def write(text: str) -> Path:
        path = tmp_path / "config"
        path.write_text(text)
        monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
        return path

    return write


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WriteFile:
    """Write the shared credentials file."""

    def write(text: str) -> Path:
        path = tmp_path / "credentials"
        path.write_text(text)
        monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(path))
        return path

    return write


def problem(outcome: object, kind: type[SmawsError]) -> str:
    """Return the text of an error that holds on to nothing."""
    assert isinstance(outcome, kind)
    assert (None, None, None) == (outcome.__cause__, outcome.__context__, outcome.__traceback__)
    return outcome.message


PROFILES = """
[default]
region = eu-west-1
endpoint_url = https://all.test
use_fips_endpoint = true
services = local
s3 =
    addressing_style = path

[profile other]
region = eu-west-2

[profile broken]
services = nowhere

[profile elsewhere]
services = remote

[services local]
kms =
    endpoint_url = https://section.test
two_words =
    endpoint_url = https://two-words.test

[services remote]
sts =
    endpoint_url = https://sts.test
"""


def test_default_profile(config: WriteFile) -> None:
    """A profile's settings are plain texts, with the endpoint of the service among them."""
    config(PROFILES)

    assert {
        "region": "eu-west-1",
        "endpoint_url": "https://all.test",
        "use_fips_endpoint": "true",
        "services": "local",
        "service_endpoint_url": "https://two-words.test",
    } == load_profile(None, "two_words")


def test_services_without_the_service(config: WriteFile) -> None:
    """A services section need not know every service."""
    config(PROFILES)

    assert {"services": "remote"} == load_profile("elsewhere", "kms")


def test_named_profile(config: WriteFile) -> None:
    """The profile that the user names is the one."""
    config(PROFILES)

    assert {"region": "eu-west-2"} == load_profile("other", "kms")


@pytest.mark.parametrize("variable", ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"])
def test_profile_of_the_environment(
    variable: str, config: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it is the one that the environment names."""
    config(PROFILES)
    monkeypatch.setenv(variable, "other")

    assert {"region": "eu-west-2"} == load_profile(None, "kms")
    assert {"services": "remote"} == load_profile("elsewhere", "kms")


def test_settings_in_the_credentials_file(shared: WriteFile) -> None:
    """A region beside the keys counts as well."""
    shared("[default]\nregion = eu-west-3\n")

    assert {"region": "eu-west-3"} == load_profile(None, "kms")


def test_files_without_a_default_profile(config: WriteFile) -> None:
    """Nothing is said where there is no default profile."""
    config("[profile other]\nregion = eu-west-2\n")

    assert {} == load_profile(None, "kms")


def test_unknown_profile(config: WriteFile) -> None:
    """A profile that does not exist is an error that names it."""
    config(PROFILES)

    assert (
        "the profile 'nope' cannot be used: "
        "ProfileNotFound: The config profile (nope) could not be found"
    ) == problem(load_profile("nope", "kms"), ConfigurationError)


@pytest.mark.parametrize("profile", ["nope", None])
def test_unknown_profile_without_files(
    profile: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is when there are no files at all, whoever names it."""
    monkeypatch.setenv("AWS_PROFILE", "nope")

    assert "the profile 'nope'" in problem(load_profile(profile, "kms"), ConfigurationError)


def test_unknown_services_section(config: WriteFile) -> None:
    """A section that a profile refers to has to be there."""
    config(PROFILES)

    assert (
        "the profile 'broken' cannot be used: its services section 'nowhere' does not exist"
    ) == problem(load_profile("broken", "kms"), ConfigurationError)


def test_files_that_cannot_be_read(shared: WriteFile) -> None:
    """The error says which file, and shows nothing that stands in it."""
    path = shared("[default]\naws_secret_access_key = geheim\nstray geheim\n")

    for outcome, kind in (
        (load_profile(None, "kms"), ConfigurationError),
        (find_credentials(None, None), CredentialsError),
    ):
        text = problem(outcome, kind)

        assert text.startswith("the default profile")
        assert str(path) in text
        assert "geheim" not in text


def test_no_files() -> None:
    """Without files there is nothing to say, and nothing wrong."""
    assert {} == load_profile(None, "kms")


def test_no_files_no_botocore() -> None:
    """Without files, botocore is not even imported."""
    program = (
        "import sys\n"
        "from smaws_kms._runtime.botocore_source import load_profile\n"
        "print(load_profile(None, 'kms'), [name for name in sys.modules if 'botocore.' in name])\n"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "{} []" == done.stdout.strip()


def test_keys_in_a_file(shared: WriteFile) -> None:
    """Keys of a profile have no expiry that anybody knows."""
    shared("[default]\naws_access_key_id = AKID\naws_secret_access_key = secret\n")

    found = find_credentials(None, None)

    assert Credentials("AKID", "secret") == found
    assert isinstance(found, Credentials)
    assert "the default profile, keys in the credentials file" == found.source


def test_replaced_keys_are_seen(shared: WriteFile) -> None:
    """Each time the files are read anew."""
    shared("[default]\naws_access_key_id = OLD\naws_secret_access_key = secret\n")
    find_credentials(None, None)
    shared("[default]\naws_access_key_id = NEW\naws_secret_access_key = secret\n")

    assert Credentials("NEW", "secret") == find_credentials(None, None)


def test_named_profile_before_environment(
    shared: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys in the environment do not stand in for the profile that the user named."""
    shared("[other]\naws_access_key_id = FILE\naws_secret_access_key = secret\n")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "ENV")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")

    assert Credentials("FILE", "secret") == find_credentials("other", None)


def process_profile(program: Path, code: str) -> str:
    """Return a config file whose credentials come from a program."""
    program.write_text(code)
    return f"[profile process]\ncredential_process = {sys.executable} {program}\n"


def test_credentials_of_a_process(config: WriteFile, tmp_path: Path) -> None:
    """What a program hands out keeps its token and its expiry."""
    answer = {
        "Version": 1,
        "AccessKeyId": "AKID",
        "SecretAccessKey": "secret",
        "SessionToken": "token",
        "Expiration": "2999-01-01T00:00:00Z",
    }
    config(process_profile(tmp_path / "give.py", f"print({json.dumps(answer)!r})"))

    assert Credentials(
        "AKID", "secret", "token", datetime(2999, 1, 1, tzinfo=UTC)
    ) == find_credentials("process", None)


def test_process_that_fails(config: WriteFile, tmp_path: Path) -> None:
    """What botocore raises is copied as type and text."""
    config(process_profile(tmp_path / "fail.py", "import sys; sys.exit('not today')"))

    text = problem(find_credentials("process", None), CredentialsError)

    assert text.startswith("the profile 'process': CredentialRetrievalError: ")
    assert "not today" in text


def test_unknown_profile_has_no_credentials() -> None:
    """The profile is named here too."""
    text = problem(find_credentials("nope", None), CredentialsError)

    assert text.startswith("the profile 'nope': ProfileNotFound: ")


def test_nothing_found() -> None:
    """The error says where botocore looked."""
    text = problem(find_credentials(None, None), CredentialsError)

    assert text.startswith("no credentials found: looked at the environment, the profile")


def test_half_a_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """One half of a pair of variables is an error, not a reason to look further."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKID")

    text = problem(find_credentials(None, None), CredentialsError)

    assert text.startswith("the default profile: PartialCredentialsError: ")


def test_many_threads(shared: WriteFile) -> None:
    """Threads that ask at once do not disturb each other."""
    shared("[default]\naws_access_key_id = AKID\naws_secret_access_key = secret\n")
    together = threading.Barrier(8)

    def ask() -> Credentials | CredentialsError:
        together.wait(5)
        return find_credentials(None, None)

    asked = [in_daemon_thread(ask) for _ in range(8)]

    assert [Credentials("AKID", "secret")] * 8 == [future.result(30) for future in asked]


def test_in_a_child(shared: WriteFile) -> None:
    """A child can make sessions though a thread of its parent was at it when it forked."""
    shared("[default]\naws_access_key_id = AKID\naws_secret_access_key = secret\n")

    with making_session.lock:
        after_fork_in_child()
        found = in_daemon_thread(lambda: find_credentials(None, None)).result(30)

    assert Credentials("AKID", "secret") == found


ASSUME_ROLE = """
[profile role]
role_arn = arn:aws:iam::123456789012:role/orders
source_profile = source
services = local

[profile source]
aws_access_key_id = AKID
aws_secret_access_key = secret

[services local]
sts =
    endpoint_url = http://127.0.0.1:9
"""


def test_region_for_sts(config: WriteFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client's region does for STS, which else would have none."""
    config(ASSUME_ROLE)
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    without = problem(find_credentials("role", None), CredentialsError)
    within = problem(find_credentials("role", "eu-west-1"), CredentialsError)

    assert "NoRegionError" in without
    assert "EndpointConnectionError" in within
