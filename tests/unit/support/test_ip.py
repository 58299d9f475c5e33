"""IP addresses are those of `ipaddress`."""

from ipaddress import ip_address

import pytest
from hypothesis import given, settings, strategies as st

from smaws_kms._runtime.support.ip import is_address, is_ipv6


def _is_known(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "255.255.255.255", "256.1.1.1", "01.1.1.1", "1.1.1", "1.1.1.1.1", "1.1.1.",
        "1.1.1.1 ", "٣.1.1.1", "²1.1.1.1", "0x7f.0.0.1", "1000.1.1.1", "::1", "fe80::1%eth0", "::g",
        "a:b", "localhost", "",
    ],
)  # fmt: skip
def test_is_address(host: str) -> None:
    """Each is an address for both, or for neither."""
    assert _is_known(host) is is_address(host)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("0123456789", max_size=4), min_size=3, max_size=5).map(".".join))
def test_numbers(host: str) -> None:
    """The same for numbers with and without leading zeros."""
    assert _is_known(host) is is_address(host)


def test_zone() -> None:
    """A zone can be refused."""
    assert is_ipv6("fe80::1%eth0")
    assert not is_ipv6("fe80::1%eth0", with_zone=False)
