"""Find the root certificates to trust, and load them."""

import os
import re
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.support.record import Record

if TYPE_CHECKING:
    from smaws_kms._runtime.http11 import certifi_file
else:
    certifi_file = runtime_module("http11.certifi_file")

_HASHED: Final = r"[0-9a-f]{8}\.\d+"
"""The only file names that OpenSSL looks up in a directory."""


class Roots(Record):
    """Paths of root certificates."""

    __slots__ = ()

    source: str
    """The setting that names them."""
    cafile: str | None = None
    capath: str | None = None
    """A directory, or several separated as in PATH."""


class Bundle(Record):
    """A file or a directory with root certificates, from settings."""

    __slots__ = ()

    path: str
    source: str
    """The setting that names it, for messages."""


def find_roots(environ: Mapping[str, str], bundle: Bundle | None = None) -> Roots:
    """Return the roots to trust: `bundle`, else what the environment names, else certifi's."""
    if found := bundle or _named(environ, "AWS_CA_BUNDLE"):
        return _roots(found)
    cafile, capath = environ.get("SSL_CERT_FILE") or None, environ.get("SSL_CERT_DIR") or None
    if cafile or capath:
        names = {"SSL_CERT_FILE": cafile, "SSL_CERT_DIR": capath}
        return Roots(" and ".join(name for name, path in names.items() if path), cafile, capath)
    # As botocore does; after SSL_CERT_FILE, which Python itself reads.
    if found := _named(environ, "REQUESTS_CA_BUNDLE"):
        return _roots(found)
    return Roots("certifi", certifi_file.certifi_file())


def _named(environ: Mapping[str, str], name: str) -> Bundle | None:
    return Bundle(path, name) if (path := environ.get(name)) else None


def _roots(bundle: Bundle) -> Roots:
    # botocore takes a directory here too. `Path.is_dir` raises where `isdir` returns False.
    is_directory = os.path.isdir(bundle.path)  # noqa: PTH112
    file, directory = (None, bundle.path) if is_directory else (bundle.path, None)
    return Roots(bundle.source, file, directory)


def load_roots(context: ssl.SSLContext, roots: Roots) -> None:
    """Load the roots into a context.

    Raises:
        Misconfigured: They cannot be loaded. OpenSSL silently skips unreadable directories.
    """
    if roots.cafile is not None:
        problem = _load_file(context, roots.cafile)
    else:
        problem = _problem_of_directories(roots.capath or "")
    if problem is not None:
        raise Misconfigured(f"the trust roots of {roots.source} cannot be loaded: {problem}")
    if roots.capath is not None:
        context.load_verify_locations(capath=roots.capath)


def _load_file(context: ssl.SSLContext, path: str) -> str | None:
    try:
        context.load_verify_locations(path)
    except ssl.SSLError:
        return f"{path} is not a file of certificates in PEM form"
    except OSError as error:
        return f"{path}: {error.strerror}"
    except ValueError:
        return "the path contains invalid characters"
    if not context.cert_store_stats()["x509"]:
        return f"{path} holds no certificates"
    return None


def _problem_of_directories(paths: str) -> str | None:
    problem = "no directory is named"
    for path in filter(None, paths.split(os.pathsep)):
        try:
            names = os.listdir(path)  # noqa: PTH208  # strings are all that it takes
        except (OSError, ValueError) as error:
            problem = f"{path}: {getattr(error, 'strerror', None) or 'not a path'}"
            continue
        if any(re.fullmatch(_HASHED, name) for name in names):
            return None
        problem = f"{path} holds no certificates under their hashes, see `openssl rehash`"
    return problem
