"""Check host and port of a URL strictly, so that the signed host is the host of the request.

URL parsers disagree about unusual hosts such as `good<evil>`: one accepts it, another truncates it, a
third percent-decodes it. KMS rejects a signature for a host that the HTTP library reads differently.
Underscores are allowed, because host names of docker-compose contain them.
"""

import re
from typing import Final

from smaws_kms._runtime.support.ip import is_ipv4, is_ipv6

_PARTS: Final = r"(?s)(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>.*))?"
_LABEL: Final = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_NUMBER: Final = r"[0-9]+|0[xX][0-9A-Fa-f]*"
_PORT: Final = r"[1-9][0-9]{0,4}"
_LONGEST_NAME: Final = 253
_LAST_PORT: Final = 65535


def problem_of_authority(authority: str) -> str | None:
    """Return a description of the problem in `host`, `host:port` or `[IPv6]:port`, or `None`.

    An empty port means the default port of the scheme (RFC 3986 section 3.2.3).
    """
    # HTTP libraries turn user info into an `Authorization` header of their own.
    if "@" in authority:
        return "with a user name or password"
    parts = re.fullmatch(_PARTS, authority)
    if parts is None:
        return "with a host or port that is not valid"
    host, port = parts["host"], parts["port"]
    if not host:
        return "without a host"
    if port and not (re.fullmatch(_PORT, port) and int(port) <= _LAST_PORT):
        return "with a port that is not a number from 1 to 65535"
    return None if _is_host(host) else "with a host that is neither a name nor an address"


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return is_ipv6(host[1:-1], with_zone=False)  # a zone is local to a machine
    name = host.removesuffix(".")
    labels = name.split(".")
    # Resolvers read a name with a numeric last label as an IPv4 address.
    if re.fullmatch(_NUMBER, labels[-1]):
        return is_ipv4(host)
    return len(name) <= _LONGEST_NAME and all(re.fullmatch(_LABEL, label) for label in labels)
