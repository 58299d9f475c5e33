"""Keys in the shared credentials file, read by botocore's chain."""

import threading

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials, making_session
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.support.fork import after_fork_in_child
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.chain_files import WriteFile, problem


def test_file_that_cannot_be_read(shared: WriteFile) -> None:
    """The error names the file, and quotes no content."""
    path = shared("[default]\naws_secret_access_key = geheim\nstray geheim\n")

    text = problem(find_credentials(None, None), CredentialsError)

    assert text.startswith("the default profile")
    assert str(path) in text
    assert "geheim" not in text


def test_keys_in_a_file(shared: WriteFile) -> None:
    """Keys of a profile have no expiry time."""
    shared("[default]\naws_access_key_id = AKID\naws_secret_access_key = secret\n")

    found = find_credentials(None, None)

    assert Credentials("AKID", "secret") == found
    assert isinstance(found, Credentials)
    assert "the default profile, keys in the credentials file" == found.source


def test_replaced_keys_are_seen(shared: WriteFile) -> None:
    """Each call reads the files again."""
    shared("[default]\naws_access_key_id = OLD\naws_secret_access_key = secret\n")
    find_credentials(None, None)
    shared("[default]\naws_access_key_id = NEW\naws_secret_access_key = secret\n")

    assert Credentials("NEW", "secret") == find_credentials(None, None)


def test_named_profile_before_environment(
    shared: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys in the environment do not replace the profile that the argument names."""
    shared("[other]\naws_access_key_id = FILE\naws_secret_access_key = secret\n")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "ENV")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")

    assert Credentials("FILE", "secret") == find_credentials("other", None)


def test_many_threads(shared: WriteFile) -> None:
    """Concurrent calls in threads do not affect each other."""
    shared("[default]\naws_access_key_id = AKID\naws_secret_access_key = secret\n")
    together = threading.Barrier(8)

    def find() -> Credentials | CredentialsError:
        together.wait(5)
        return find_credentials(None, None)

    futures = [run_in_daemon_thread(find) for _ in range(8)]

    assert [Credentials("AKID", "secret")] * 8 == [future.result(30) for future in futures]


def test_in_a_child(shared: WriteFile) -> None:
    """A forked child can create sessions although a thread of its parent held the lock."""
    shared("[default]\naws_access_key_id = AKID\naws_secret_access_key = secret\n")

    with making_session.lock:
        after_fork_in_child()
        found = run_in_daemon_thread(lambda: find_credentials(None, None)).result(30)

    assert Credentials("AKID", "secret") == found
