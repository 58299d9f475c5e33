"""The TLS context that all connections of a transport share."""

import logging
import os
import ssl
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.trust_roots import Bundle, find_roots, load_roots
from smaws_kms._runtime.support.fork_guard import unforked
from smaws_kms._runtime.support.lazy import Lazy
from smaws_kms._runtime.support.type_names import name_of

if TYPE_CHECKING:
    from smaws_kms._runtime.http11.client_certificate import ClientCertificate

_logger = logging.getLogger(__name__.partition(".")[0])

_ALPN: Final = ["http/1.1"]


class Trust:
    """Makes the context on first use, on a thread: loading certifi's roots takes 20 ms and more.

    Args:
        context: Used unchanged instead of making one.
        client_certificate: Loaded into the context that is made.
        environ: Names the roots if `bundle` is `None`, see `find_roots`.
        bundle: Roots named by the settings.
    """

    def __init__(
        self,
        context: ssl.SSLContext | None = None,
        client_certificate: "ClientCertificate | None" = None,
        environ: Mapping[str, str] = os.environ,
        bundle: Bundle | None = None,
    ) -> None:
        if context is not None and client_certificate is not None:
            raise TypeError(
                "ssl_context and client_certificate cannot be combined: load the client certificate "
                "into the context that you pass"
            )
        self._environ = environ
        self._bundle = bundle
        self._certificate = client_certificate
        self._given = context
        self._context = Lazy(context)

    def use(self, bundle: Bundle | None) -> None:
        """Trust the roots that the settings name, on connections that are opened from now on."""
        if bundle is not None and bundle != self._bundle:
            self._bundle = bundle
            self._context = Lazy(self._given)

    def context(self, *, or_here: bool = False) -> Future[ssl.SSLContext]:
        """Return the future of the context. A failure is not cached: files may appear later.

        `or_here` makes it in the calling thread if no thread can be started.
        """
        return self._context.future(unforked(self._make), or_here=or_here)

    def _make(self) -> ssl.SSLContext:
        try:
            return self._make_context()
        except Misconfigured:
            raise
        except Exception as error:  # noqa: BLE001  # its text might quote a secret
            problem = type(error).__name__
        raise Misconfigured(f"TLS cannot be set up: {problem}")

    def _make_context(self) -> ssl.SSLContext:
        # Checks host names and requires TLS 1.2. Not `create_default_context`, which fails with an error
        # about no particular file if SSLKEYLOGFILE cannot be written. `set_ecdh_curve` stays unset,
        # so that OpenSSL 3.5 and later offer their post-quantum groups.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if sys.version_info >= (3, 13):
            context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
        load_roots(context, find_roots(self._environ, self._bundle))
        context.set_alpn_protocols(_ALPN)
        # RFC 9525 section 2: only subjectAltName counts, no longer the common name.
        context.hostname_checks_common_name = False
        context.minimum_version = max(context.minimum_version, ssl.TLSVersion.TLSv1_2)
        context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION
        if self._certificate is not None:
            _load(context, self._certificate)
        _log_keys(context, self._environ)
        return context


def check_context(value: object) -> None:
    """Raise `TypeError` if `value` cannot be the argument `ssl_context` of a client."""
    if value is None:
        return
    if not isinstance(value, ssl.SSLContext):
        raise TypeError(f"ssl_context must be ssl.SSLContext or None, not {name_of(value)}")
    if value.protocol == ssl.PROTOCOL_TLS_SERVER:
        # `create_default_context(Purpose.CLIENT_AUTH)` is a common mistake.
        raise TypeError(
            "ssl_context must be for the client side, as from ssl.create_default_context(), "
            "not for the server side (PROTOCOL_TLS_SERVER)"
        )


def _load(context: ssl.SSLContext, files: "ClientCertificate") -> None:
    # With a function, OpenSSL never prompts for a password on the terminal.
    password: Callable[[], str] = lambda: files.password or ""  # noqa: E731 - typed for load_cert_chain
    try:
        context.load_cert_chain(files.certificate, files.key, password)
    except OSError as error:
        key = f" with the key {files.key}" if files.key else ""
        raise Misconfigured(
            f"the client certificate {files.certificate}{key} cannot be loaded: {error}"
        ) from None


def _log_keys(context: ssl.SSLContext, environ: Mapping[str, str]) -> None:
    path = environ.get("SSLKEYLOGFILE")
    if not path or sys.flags.ignore_environment:
        return
    try:
        context.keylog_filename = path
    except OSError as error:
        # A debugging aid must not make calls fail.
        _logger.warning("SSLKEYLOGFILE: %s: %s; TLS keys are not logged", path, error.strerror)
