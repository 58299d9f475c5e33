"""Files that identify a client to servers and proxies."""

from attrs import field, frozen

from smaws_kms._runtime.support.lazy_imports import publish


@frozen
class ClientCertificate:
    """PEM files that identify the client to a server or proxy."""

    certificate: str
    """Path of the certificate, followed by its intermediate certificates."""
    key: str | None = None
    """Path of its private key; in the same file if `None`."""
    password: str | None = field(default=None, repr=False)
    """Decrypts the private key."""


publish(globals(), f"{__name__.partition('.')[0]}.connections")
