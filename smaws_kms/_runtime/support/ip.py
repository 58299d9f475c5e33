"""Recognise IP addresses. Only IPv6 addresses need `ipaddress`, which takes 1 ms to import."""

import re
from typing import Final

from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.frames import raise_if_from_handler

_BYTE: Final = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4: Final = re.compile(rf"{_BYTE}(?:\.{_BYTE}){{3}}")


def is_address(host: str) -> bool:
    """Return whether `host` is an IP address and not a name."""
    return is_ipv6(host) if ":" in host else is_ipv4(host)


def is_ipv4(host: str) -> bool:
    """Return whether `host` is an IPv4 address in decimal, without leading zeros."""
    return _IPV4.fullmatch(host) is not None


def is_ipv6(host: str, *, with_zone: bool = True) -> bool:
    """Return whether `host` is an IPv6 address, without brackets; with a zone only if allowed."""
    import_whole("ipaddress")  # a fork waits for it
    from ipaddress import IPv6Address  # noqa: PLC0415  # see above

    try:
        address = IPv6Address(host)
    except ValueError as error:
        raise_if_from_handler(error)
        return False
    return with_zone or address.scope_id is None
