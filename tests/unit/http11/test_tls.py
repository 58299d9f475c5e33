"""Which authorities a connection trusts, and errors of certificate settings."""

import ssl
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import certifi
import pytest

from smaws_kms._runtime.http11.client_certificate import ClientCertificate
from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.trust_roots import Bundle, find_roots
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import echo, serving
from tests.unit.http11.transport_harness import SECONDS, MakeTransport, post

HERE = str(Path(__file__).parent)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("certifi", certifi.where(), None)),
        ({"SSL_CERT_FILE": "f", "SSL_CERT_DIR": ""}, ("SSL_CERT_FILE", "f", None)),
        ({"SSL_CERT_DIR": "d"}, ("SSL_CERT_DIR", None, "d")),
        (
            {"SSL_CERT_FILE": "f", "SSL_CERT_DIR": "d", "REQUESTS_CA_BUNDLE": "r"},
            ("SSL_CERT_FILE and SSL_CERT_DIR", "f", "d"),
        ),
        ({"REQUESTS_CA_BUNDLE": "r"}, ("REQUESTS_CA_BUNDLE", "r", None)),
        ({"AWS_CA_BUNDLE": "b", "SSL_CERT_FILE": "f"}, ("AWS_CA_BUNDLE", "b", None)),
        ({"AWS_CA_BUNDLE": HERE}, ("AWS_CA_BUNDLE", None, HERE)),
    ],
)  # fmt: skip
def test_order(environ: Mapping[str, str], expected: object) -> None:
    """AWS_CA_BUNDLE comes before OpenSSL's variables and REQUESTS_CA_BUNDLE, and these before certifi."""
    assert expected == find_roots(environ)


def test_order_of_settings() -> None:
    """A bundle in the settings comes before all variables."""
    environ = {"AWS_CA_BUNDLE": "b"}

    assert ("the profile", "p", None) == find_roots(environ, Bundle("p", "the profile"))
    assert ("the profile", None, HERE) == find_roots(environ, Bundle(HERE, "the profile"))


BROKEN = b"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n"


@pytest.mark.parametrize("variable", ["AWS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("missing", None, ": No such file or directory"),
        ("empty", b"", " is not a file of certificates in PEM form"),
        ("text", b"no certificate", " is not a file of certificates in PEM form"),
        ("broken", BROKEN, " is not a file of certificates in PEM form"),
        ("file/in/file", None, ": No such file or directory"),
        ("long" * 100, None, ": File name too long"),
    ],
)
def test_broken_file(
    variable: str, name: str, content: bytes | None, problem: str, tmp_path: Path
) -> None:
    """The error for a file that cannot be loaded names its path and its variable."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Misconfigured) as caught:
        Trust(environ={variable: str(path)}).context().result(SECONDS)

    assert f"the trust roots of {variable} cannot be loaded: {path}{problem}" == str(caught.value)


def test_file_without_certificates(tmp_path: Path, authority: Authority) -> None:
    """A file with only a revocation list is an error."""
    path = tmp_path / "crl.pem"
    path.write_bytes(authority.revocations())
    with pytest.raises(Misconfigured, match=r"crl\.pem holds no certificates$"):
        Trust(environ={"AWS_CA_BUNDLE": str(path)}).context().result(SECONDS)


def test_impossible_path() -> None:
    """The error for a path that no file can have does not show it."""
    bundle = Bundle("a\0b", "ca_bundle in the profile")
    with pytest.raises(Misconfigured, match=r"of ca_bundle in the profile .* invalid characters"):
        Trust(environ={}, bundle=bundle).context().result(SECONDS)


@pytest.mark.parametrize(
    ("environ", "problem"),
    [
        ({"SSL_CERT_DIR": "/nowhere"}, "SSL_CERT_DIR cannot be loaded: /nowhere: No such file"),
        ({"SSL_CERT_DIR": ":"}, "SSL_CERT_DIR cannot be loaded: no directory is named"),
        ({"SSL_CERT_DIR": f"/nowhere:{HERE}"}, f"{HERE} holds no certificates under their hashes"),
        ({"SSL_CERT_DIR": __file__}, "test_tls.py: Not a directory"),
        ({"SSL_CERT_FILE": HERE}, f"SSL_CERT_FILE cannot be loaded: {HERE}: Is a directory"),
        ({"AWS_CA_BUNDLE": HERE}, f"{HERE} holds no certificates under their hashes"),
    ],
)
def test_broken_directory(environ: Mapping[str, str], problem: str) -> None:
    """A directory without certificates is an error, which OpenSSL would not report."""
    with pytest.raises(Misconfigured) as caught:
        Trust(environ=environ).context().result(SECONDS)

    assert problem in str(caught.value)


@pytest.mark.parametrize("variable", ["AWS_CA_BUNDLE", "SSL_CERT_DIR"])
async def test_directory(
    variable: str, make_transport: MakeTransport, authority: Authority, tmp_path: Path
) -> None:
    """A directory with certificates under their hashes is trusted."""
    authority.write(tmp_path / authority.hashed_name())
    harness = make_transport(trust=Trust(environ={variable: str(tmp_path)}))
    async with serving(echo, authority.server("localhost")) as server:
        assert b"hi" == (await harness.send(post(server.url, b"hi"))).content
        await harness.close()


def test_directory_beside_a_file() -> None:
    """A valid file makes up for a missing directory, as in OpenSSL."""
    environ = {"SSL_CERT_FILE": certifi.where(), "SSL_CERT_DIR": "/nowhere"}

    assert Trust(environ=environ).context().result(SECONDS).get_ca_certs()


def test_key_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """TLS keys are logged to SSLKEYLOGFILE; if that fails, a warning is logged."""
    path = tmp_path / "keys.log"
    context = Trust(environ={"SSLKEYLOGFILE": str(path)}).context().result(SECONDS)
    assert str(path) == context.keylog_filename
    bad = str(tmp_path / "nowhere" / "keys.log")
    silent = Trust(environ={"SSLKEYLOGFILE": bad}).context().result(SECONDS)

    assert not silent.keylog_filename
    (record,) = caplog.records
    assert ("smaws_kms", "WARNING") == (record.name, record.levelname)
    assert f"SSLKEYLOGFILE: {bad}: No such file or directory" in record.getMessage()


class Sealed(Mapping[str, str]):
    """An environment that cannot be read."""

    def __getitem__(self, name: str) -> str:
        raise ArithmeticError(f"s3cret: {name}")

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_unexpected() -> None:
    """An unexpected exception is reported by its type, without its text."""
    # Not raised here: it would be chained to an exception that pytest may be handling.
    error = Trust(environ=Sealed()).context().exception(SECONDS)

    assert isinstance(error, Misconfigured)
    assert "TLS cannot be set up: ArithmeticError" == str(error)
    assert error.__context__ is None


def test_one_context() -> None:
    """The context is made once, on another thread, and checks host names."""
    trust = Trust(environ={})
    context = trust.context().result(SECONDS)

    assert context is trust.context().result(SECONDS)
    assert (True, ssl.CERT_REQUIRED) == (context.check_hostname, context.verify_mode)


def test_own_context() -> None:
    """The user's context is used unchanged, and its own client certificate is loaded."""
    own = ssl.create_default_context()

    assert own is Trust(own).context().result(0)
    with pytest.raises(TypeError, match="load the client certificate into the context"):
        Trust(own, ClientCertificate("file"))


def test_no_roots(tmp_path: Path) -> None:
    """The error for roots that cannot be loaded names their source; a later call tries again."""
    bundle = tmp_path / "bundle.pem"
    trust = Trust(environ={"AWS_CA_BUNDLE": str(bundle)})
    with pytest.raises(Misconfigured, match="the trust roots of AWS_CA_BUNDLE cannot be loaded"):
        trust.context().result(SECONDS)
    bundle.write_bytes(Path(certifi.where()).read_bytes())

    assert trust.context().result(SECONDS).get_ca_certs()


class BlockedEnviron(Sealed):
    """An empty environment that can be read only after a signal."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def __getitem__(self, name: str) -> str:
        self.go_on.wait(SECONDS)
        raise KeyError(name)


def test_after_fork() -> None:
    """A forked child keeps a finished context, and makes one that a parent's thread was making."""
    trust = Trust(environ={})
    context = trust.context().result(SECONDS)
    after_fork_in_child()
    assert context is trust.context().result(0)

    environ = BlockedEnviron()
    trust = Trust(environ=environ)
    stuck = trust.context()
    after_fork_in_child()
    environ.go_on.set()
    assert stuck is not trust.context()
    assert trust.context().result(SECONDS).check_hostname
