"""Fixtures: both transports, certificates."""

import ssl
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

import pytest

from smaws_kms._runtime.http11.dns import resolve
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.tls import Trust
from tests.loops import LOOPS, on_loop, parametrize_loop
from tests.unit.http11.certificates import Authority
from tests.unit.http11.steps_drivers import DRIVERS, Run
from tests.unit.http11.transport_harness import HARNESSES_ON_LOOPS, MakeTransport, TransportHarness


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run async tests on each loop, and tests of both transports once with the blocking one."""
    if "make_transport" in metafunc.fixturenames:
        metafunc.parametrize(("anyio_backend", "make_transport"), HARNESSES_ON_LOOPS, indirect=True)
    else:
        parametrize_loop(metafunc)


@pytest.fixture(autouse=True)
def no_roots_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove OpenSSL's variables from the environment."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


@pytest.fixture
def trusted(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the authority through AWS_CA_BUNDLE, as users do."""
    authority.write(tmp_path / "roots.pem")
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "roots.pem"))


@pytest.fixture(params=[on_loop(loop) for loop in LOOPS])
def loop(request: pytest.FixtureRequest) -> str:
    """Return the name of a loop, for tests that run a loop themselves."""
    name: str = request.param
    return name


@pytest.fixture
async def make_transport(request: pytest.FixtureRequest) -> AsyncGenerator[MakeTransport]:
    """Yield a function that makes transports of one kind, and close them after the test."""
    make: Callable[..., TransportHarness] = request.param
    made: list[TransportHarness] = []

    def harness(**options: object) -> TransportHarness:
        made.append(make(**options))
        return made[-1]

    yield harness
    for each in made:
        await each.close()


@pytest.fixture
def harness(make_transport: MakeTransport) -> TransportHarness:
    """Return a transport of each kind."""
    return make_transport()


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Return a certificate authority that no system trusts."""
    return Authority()


@pytest.fixture(scope="session")
def server_tls(authority: Authority) -> ssl.SSLContext:
    """Return a server's TLS context for localhost."""
    return authority.server("localhost")


@pytest.fixture
def client_tls(authority: Authority) -> ssl.SSLContext:
    """Return a client's TLS context that trusts the authority."""
    context = ssl.create_default_context()
    authority.vouch_to(context)
    return context


@pytest.fixture(params=DRIVERS)
def run(request: pytest.FixtureRequest) -> Run:
    """Return a function that runs steps."""
    found: Run = request.param
    return found


@pytest.fixture
def opener(client_tls: ssl.SSLContext) -> Opener:
    """Return an opener that trusts the authority of the tests."""
    return Opener(Trust(client_tls), resolve, or_here=True)
