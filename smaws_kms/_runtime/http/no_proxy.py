"""Matches hosts against `NO_PROXY` by curl's rules.

Entries are separated by commas or spaces. `*` matches every host. A name, with or without a leading dot,
matches itself and its subdomains. Addresses and networks match by value: `::1`, `[::1]`, `fe80::/10`,
`10.0.0.0/8`. An entry with a port matches that port only. An entry that cannot be parsed matches nothing.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from smaws_kms._runtime.http11.request_encoder import Origin

_SEPARATORS: Final = re.compile(r"[\s,]+")
# More than one colon outside brackets is a bare IPv6 address, which has no port.
_WITH_PORT: Final = re.compile(r"(\[[^\]]*\](?:/\d+)?|[^:\[\]]*):(\d{1,5})")


def is_exempt(no_proxy: str, origin: Origin) -> bool:
    """Return whether an entry of `no_proxy` covers `origin`."""
    return any(_covers(entry, origin) for entry in _SEPARATORS.split(no_proxy) if entry)


def _covers(entry: str, origin: Origin) -> bool:
    scheme, separator, rest = entry.lower().rpartition("://")
    if separator:
        if scheme not in {"all", "https" if origin.secure else "http"}:
            return False
        rest = rest.partition("/")[0]
    if rest == "*":
        return True
    if with_port := _WITH_PORT.fullmatch(rest):
        rest, port = with_port[1], int(with_port[2])
        if port != origin.port:
            return False
    address = _address(origin.host)
    return _covers_name(rest, origin.host) if address is None else _covers_address(rest, address)


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.partition("%")[0])  # without the zone
    except ValueError:
        return None


def _covers_address(entry: str, address: IPv4Address | IPv6Address) -> bool:
    try:
        return address in ip_network(entry.replace("[", "").replace("]", ""), strict=False)
    except ValueError:
        return False


def _covers_name(entry: str, host: str) -> bool:
    name = entry.removeprefix("*").removeprefix(".").removesuffix(".")
    host = host.lower().removesuffix(".")
    return bool(name) and (host == name or host.endswith(f".{name}"))
