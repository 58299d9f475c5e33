"""A warning about requests that everybody on the way can read."""

import logging
from ipaddress import ip_address
from urllib.parse import urlsplit


def warn_if_insecure(endpoint_url: str, package: str) -> None:
    """Log one warning, under a package's name, if requests leave this machine as plain HTTP.

    Call it once per client, when its endpoint is known.
    """
    parts = urlsplit(endpoint_url)
    host = parts.hostname or ""
    if parts.scheme == "http" and not _is_loopback(host):
        logging.getLogger(package).warning(
            "requests go to %s over plain HTTP: whoever is on the way reads keys and plaintext",
            host,
        )


def _is_loopback(host: str) -> bool:
    # RFC 6761 (6.3): every name under "localhost" is this machine.
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
