"""A proxy for HTTP or SOCKS."""

from base64 import b64encode
from typing import Final

from attrs import field, frozen

SOCKS: Final = frozenset({"socks5", "socks5h"})


@frozen
class Proxy:
    """A proxy and the variable that names it."""

    variable: str
    scheme: str
    """`http`, `https`, `socks5` or `socks5h`."""
    host: str
    """Name or address, without brackets."""
    port: int
    user_info: tuple[str, str] | None = field(default=None, repr=False)
    """User name and password."""

    @property
    def authority(self) -> str:
        """Host and port, as in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether the proxy itself is reached over TLS."""
        return self.scheme == "https"

    def authorization(self) -> bytes:
        """Return the header line that identifies the user, nothing if there is none."""
        if self.user_info is None:
            return b""
        return b"Proxy-Authorization: Basic %b\r\n" % b64encode(":".join(self.user_info).encode())

    def __str__(self) -> str:
        return f"{self.authority} (from {self.variable})"
