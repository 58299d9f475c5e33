"""Recognise IP addresses."""

from ipaddress import ip_address

from smaws_kms._runtime.support.frames import raise_if_from_handler


def is_address(host: str) -> bool:
    """Return whether `host` is an IP address and not a name."""
    try:
        ip_address(host)
    except ValueError as error:
        raise_if_from_handler(error)
        return False
    return True
