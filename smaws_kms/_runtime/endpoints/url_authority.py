"""Checks host and port of a URL strictly, so that what is signed is what is sent.

URL parsers disagree about odd hosts: one reads `good<evil>`, another cuts it, a third percent-decodes it.
A signature for a host that the HTTP library reads differently is at best refused. Underscores are taken,
since names in docker-compose files have them.
"""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final

_PARTS: Final = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>.*))?", re.DOTALL)
_LABEL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_NUMBER: Final = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
_PORT: Final = re.compile(r"[1-9][0-9]{0,4}")
_LONGEST_NAME: Final = 253
_LAST_PORT: Final = 65535


def problem_of_authority(authority: str) -> str | None:
    """Return what is wrong with `host`, `host:port` or `[IPv6]:port`, or `None`.

    An empty port is that of the scheme, as in RFC 3986 section 3.2.3.
    """
    # Requests would take user info along in a header that nobody signed.
    if "@" in authority:
        return "with user info"
    parts = _PARTS.fullmatch(authority)
    if parts is None:
        return "with a host or port that cannot be read"
    host, port = parts["host"], parts["port"]
    if not host:
        return "without a host"
    if port and not (_PORT.fullmatch(port) and int(port) <= _LAST_PORT):
        return "with a port that is no number from 1 to 65535"
    return None if _is_host(host) else "with a host that is neither a name nor an address"


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return _is_ipv6(host[1:-1])
    name = host.removesuffix(".")
    labels = name.split(".")
    # A name that ends in a number is an address for the system, in one of many notations.
    if _NUMBER.fullmatch(labels[-1]):
        return _is_ipv4(host)
    return len(name) <= _LONGEST_NAME and all(map(_LABEL.fullmatch, labels))


def _is_ipv4(host: str) -> bool:
    try:
        IPv4Address(host)
    except AddressValueError:
        return False
    return True


def _is_ipv6(host: str) -> bool:
    try:
        address = IPv6Address(host)
    except AddressValueError:
        return False
    return address.scope_id is None  # a zone means something to this machine only
