"""TLS: one context for all connections of a transport, and whom it trusts."""

import os
import ssl
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Final

import certifi
from attrs import field, frozen

from smaws_kms._runtime.engine.errors import CouldNotConnect
from smaws_kms._runtime.fork_guard import unforked
from smaws_kms._runtime.lazy import publish
from smaws_kms._runtime.worker import in_daemon_thread

_ALPN: Final = ["http/1.1"]


@frozen
class ClientCertificate:
    """Files that prove who the client is, in PEM form."""

    certificate: str
    """Where the certificate is, with those that lead from it to an authority behind it."""
    key: str | None = None
    """Where its key is; in the same file if `None`."""
    password: str | None = field(default=None, repr=False)
    """What the key is encrypted with."""


class Trust:
    """Makes the context on first use, on a thread: loading certifi's roots takes 20 ms and more.

    Args:
        context: One to use as it is.
        client_certificate: For the context that is made otherwise.
        environ: Where `AWS_CA_BUNDLE`, `SSL_CERT_FILE` and `SSL_CERT_DIR` are looked up.
    """

    def __init__(
        self,
        context: ssl.SSLContext | None = None,
        client_certificate: ClientCertificate | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        if context is not None and client_certificate is not None:
            raise TypeError("load the client certificate into the context that you bring")
        self._environ = environ
        self._certificate = client_certificate
        self._lock = threading.Lock()
        self._flight: Future[ssl.SSLContext] | None = None
        if context is not None:
            self._flight = Future()
            self._flight.set_result(context)

    def after_fork(self) -> None:
        """Forget what a thread of the parent was at."""
        self._lock = threading.Lock()
        if self._flight is not None and not self._flight.done():
            self._flight = None

    def context(self, *, or_here: bool = False) -> Future[ssl.SSLContext]:
        """Return the future of the context. A failure is not kept: files may come later.

        `or_here` makes it in the calling thread where no thread can be started.
        """
        with self._lock:
            if self._flight is None:
                self._flight = flight = in_daemon_thread(unforked(self._make), or_here=or_here)
                flight.add_done_callback(self._forget_failure)
                return flight
            return self._flight

    def _forget_failure(self, flight: Future[ssl.SSLContext]) -> None:
        if flight.exception() is not None:
            self._flight = None

    def _make(self) -> ssl.SSLContext:
        source, cafile, capath = trust_roots(self._environ)
        try:
            # Host names are checked, and TLS 1.2 is the least. `set_ecdh_curve` stays unset, so that
            # OpenSSL 3.5 and later offer their post-quantum groups.
            context = ssl.create_default_context(cafile=cafile, capath=capath)
        except OSError as error:
            raise CouldNotConnect(
                f"the trust roots of {source} cannot be loaded: {error}"
            ) from None
        context.set_alpn_protocols(_ALPN)
        if self._certificate is not None:
            _load(context, self._certificate)
        return context


def trust_roots(environ: Mapping[str, str]) -> tuple[str, str | None, str | None]:
    """Return where the roots come from, and their file and directory."""
    if bundle := environ.get("AWS_CA_BUNDLE"):
        # botocore takes a directory here too.
        is_directory = Path(bundle).is_dir()
        return "AWS_CA_BUNDLE", None if is_directory else bundle, bundle if is_directory else None
    cafile, capath = environ.get("SSL_CERT_FILE") or None, environ.get("SSL_CERT_DIR") or None
    if cafile or capath:
        return "SSL_CERT_FILE and SSL_CERT_DIR", cafile, capath
    return "certifi", certifi.where(), None


def said_goodbye(tls: ssl.SSLObject) -> bool:
    """Tell a connection that the server ended from one that was cut; asyncio does not."""
    # OpenSSL, which asyncio tells of no ends, returns nothing after a goodbye only.
    try:
        return not tls.read(1)
    except ssl.SSLError:
        return False


def _load(context: ssl.SSLContext, files: ClientCertificate) -> None:
    # A function, so that OpenSSL never asks for a password on the terminal.
    password: Callable[[], str] = lambda: files.password or ""  # noqa: E731 - typed for load_cert_chain
    try:
        context.load_cert_chain(files.certificate, files.key, password)
    except OSError as error:
        raise CouldNotConnect(f"the client certificate cannot be loaded: {error}") from None


publish(globals(), "smaws_kms.connections", ["ClientCertificate"])
