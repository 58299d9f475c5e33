"""TLS: servers that are not trusted, and trust roots that cannot be loaded."""

import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from attrs import evolve

import smaws_kms as kms
from smaws_kms import connections
from smaws_kms._runtime.http.httpx_failures import classify
from smaws_kms._runtime.http11.tls import Trust
from tests.texts.place import Cases, Place, called, checked, environment
from tests.unit.http.single_requests import serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Peer, echo

TITLE: Final = "TLS"

_LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)


def cases(place: Place) -> Cases:
    """Return the cases of TLS that fails."""
    authority = Authority()
    authority.write(place.folder / "roots.pem")
    yield from _servers(place, authority)
    yield from _roots(place, authority)
    yield from _certificates(place)
    yield "environment that cannot be read", _without_roots(_Sealed())


def _servers(place: Place, authority: Authority) -> Cases:
    context = ssl.create_default_context(cafile=place.path("roots.pem"))

    def to(tls: ssl.SSLContext, **arguments: Any) -> kms.SmawsError:
        with serving(echo, tls) as server:
            return called(endpoint_url=server.url, **arguments)

    yield "unknown authority", to(authority.server("localhost"))
    yield "other host", to(authority.server("other.test"), ssl_context=context)
    yield "expired certificate", to(authority.server("localhost", _LONG_AGO), ssl_context=context)
    with serving(_without_tls) as server:
        url = server.url.replace("http://", "https://")
        yield "server without TLS", called(endpoint_url=url)


def _without_tls(peer: Peer) -> None:
    peer.sock.recv(65536)
    peer.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def _roots(place: Place, authority: Authority) -> Cases:
    def with_bundle(path: str, variable: str = "AWS_CA_BUNDLE") -> kms.SmawsError:
        with environment(**{variable: path}):
            return called(endpoint_url="https://127.0.0.1:1/")

    yield "file that is absent", with_bundle(place.path("absent.pem"))
    yield "file without certificates", with_bundle(place.write("text.pem", "hello"))
    revoked = place.write("revoked.pem", authority.revocations())
    yield "file of another kind", with_bundle(revoked)
    yield "directory without hashes", with_bundle(str(place.folder))
    yield "directory that is absent", with_bundle(place.path("absent"), "SSL_CERT_DIR")
    yield "directory without a name", with_bundle(":", "SSL_CERT_DIR")
    with environment(AWS_CA_BUNDLE=place.path("absent.pem")):
        yield "check with absent roots", checked(endpoint_url="https://127.0.0.1:1/")
    yield "directory with a NUL", _without_roots({"SSL_CERT_DIR": "/files/nul\0"})
    config = place.write("config", "[default]\nca_bundle = /files/nul\0.pem\n")
    with environment(AWS_CONFIG_FILE=config):
        yield "path with a NUL", called(endpoint_url="https://127.0.0.1:1/")


def _certificates(place: Place) -> Cases:
    absent = connections.ClientCertificate(place.path("client.pem"))
    with_key = evolve(absent, key=place.path("client.key"))
    http = connections.transport(client_certificate=with_key)
    yield "client certificate with a key", called(endpoint_url="https://127.0.0.1:1/", http=http)
    http = connections.transport(client_certificate=absent)
    yield (
        "client certificate that is absent",
        called(endpoint_url="https://127.0.0.1:1/", http=http),
    )


class _Sealed(Mapping[str, str]):
    """An environment that cannot be read."""

    def __getitem__(self, name: str) -> str:
        raise ArithmeticError(f"geheim: {name}")

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _without_roots(environ: Mapping[str, str]) -> BaseException:
    error = Trust(environ=environ).context().exception(20)
    assert isinstance(error, Exception)
    return classify(error, "https://kms.test/")
