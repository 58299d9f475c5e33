"""A process that can start no thread: it is at its limit, or its interpreter shuts down."""

import pytest

from tests.faults.kinds import ENGINE_ASYNC, ENGINE_BLOCKING
from tests.faults.processes import Ended, run_scene

_WHENS = ["limit", "atexit"]


@pytest.mark.parametrize("when", _WHENS)
def test_blocking(when: str, echo: str, secure_echo: str) -> None:
    """A blocking client reads settings, credentials, trust roots and names in the caller's thread."""
    urls = (echo.replace("127.0.0.1", "localhost"), secure_echo)

    ended = run_scene("threadless_scene", ENGINE_BLOCKING, "blocking", when, *urls)

    assert Ended(0, "Ok\nOk\n", "") == ended


@pytest.mark.parametrize("when", _WHENS)
def test_async(when: str, secure_echo: str) -> None:
    """An async client returns an error: to look for credentials inline could block the loop."""
    ended = run_scene("threadless_scene", ENGINE_ASYNC, "async", when, secure_echo)

    assert (0, "") == (ended.code, ended.stderr)
    text = "CredentialsError: Encrypt: no thread can be started to look for credentials: "
    # Some Pythons start threads during shutdown.
    assert ended.stdout.startswith(("Ok\n", text) if when == "atexit" else text)
