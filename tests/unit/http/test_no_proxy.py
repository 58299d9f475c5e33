"""Which endpoints `NO_PROXY` exempts."""

import pytest

from smaws_kms._runtime.http.no_proxy import is_exempt
from smaws_kms._runtime.http11.request_encoder import Origin

KMS = "kms.eu-west-1.amazonaws.com"

EXEMPT = [
    ("*", KMS),
    ("other.test, *", KMS),
    (KMS, KMS),
    (KMS.upper(), KMS),
    (KMS, KMS.upper()),
    ("amazonaws.com", KMS),
    (".amazonaws.com", KMS),
    ("*.amazonaws.com", KMS),
    (".amazonaws.com.", KMS),
    ("amazonaws.com", f"{KMS}."),
    (f" {KMS} ", KMS),
    (f"a.test b.test\t{KMS}", KMS),
    (f"a.test,,{KMS},", KMS),
    (".kms.eu-west-1.amazonaws.com", KMS),
    (f"{KMS}:443", KMS),
    ("amazonaws.com:443", KMS),
    (f"https://{KMS}", KMS),
    (f"https://{KMS}/", KMS),
    (f"all://{KMS}", KMS),
    ("localhost", "localhost"),
    ("10.1.2.3", "10.1.2.3"),
    ("10.0.0.0/8", "10.1.2.3"),
    ("10.1.2.3/8", "10.200.0.1"),
    ("10.1.2.3:443", "10.1.2.3"),
    ("10.0.0.0/8:443", "10.1.2.3"),
    ("::1", "::1"),
    ("[::1]", "::1"),
    ("[::1]:443", "::1"),
    ("0:0:0:0:0:0:0:1", "::1"),
    ("FE80::1", "fe80::1"),
    ("fe80::/10", "fe80::1"),
    ("[fe80::]/10", "fe80::1"),
    ("[fe80::/10]", "fe80::1"),
    ("fe80::/10", "fe80::1%25eth0"),
    ("[::1],fe80::/10", "fe80::abcd"),
]

PROXIED = [
    ("", KMS),
    (" , ", KMS),
    (".", KMS),
    ("*.", KMS),
    ("aws.com", KMS),
    ("ws.com", KMS),
    (f"sub.{KMS}", KMS),
    ("*.eu-west-1", KMS),
    (f"{KMS}:80", KMS),
    (f"{KMS}:", KMS),
    (f"{KMS}:999999", KMS),
    (f"http://{KMS}", KMS),
    ("0.0.0.0/0", KMS),
    ("10.1.2.4", "10.1.2.3"),
    ("1.2.3", "10.1.2.3"),
    ("2.3", "10.1.2.3"),
    ("11.0.0.0/8", "10.1.2.3"),
    ("10.0.0.0/99", "10.1.2.3"),
    ("10.0.0.0/x", "10.1.2.3"),
    ("10.1.2.3:80", "10.1.2.3"),
    ("::/0", "10.1.2.3"),
    ("0.0.0.0/0", "::1"),
    ("::2", "::1"),
    ("[::1]:80", "::1"),
    ("[::1", "::2"),
]


@pytest.mark.parametrize(("no_proxy", "host"), EXEMPT)
def test_exempt(no_proxy: str, host: str) -> None:
    """Names, names below them, addresses, networks and ports are matched as curl matches them."""
    assert is_exempt(no_proxy, Origin(secure=True, host=host, port=443))


@pytest.mark.parametrize(("no_proxy", "host"), PROXIED)
def test_proxied(no_proxy: str, host: str) -> None:
    """Entries for others, and entries that cannot be understood, exempt nothing."""
    assert not is_exempt(no_proxy, Origin(secure=True, host=host, port=443))


def test_scheme() -> None:
    """An entry with a scheme is for that scheme only."""
    plain = Origin(secure=False, host=KMS, port=80)

    assert is_exempt(f"http://{KMS}", plain)
    assert not is_exempt(f"https://{KMS}", plain)
