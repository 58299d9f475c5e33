"""Functions of endpoint rules, and the choice of a partition."""

import pytest

from smaws_kms._runtime.endpoints.partitions import Partition, find_partition
from smaws_kms._runtime.endpoints.rules_stdlib import (
    Arn,
    Url,
    is_valid_host_label,
    item_at,
    parse_arn,
    parse_url,
    split,
    substring,
    uri_encode,
)


def partition(name: str, regex: str, *regions: str) -> Partition:
    """Return a partition with a name, a pattern and Regions."""
    return Partition(
        name=name,
        dns_suffix=f"{name}.example",
        dual_stack_dns_suffix=f"dual.{name}.example",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="global",
        region_regex=regex,
        regions=frozenset(regions),
    )


# The last partition lists a Region that matches the pattern of the first; no real one does.
PARTITIONS = (
    partition("aws-cn", r"^cn\-\w+\-\d+$", "cn-north-1"),
    partition("aws", r"^(us|eu)\-\w+\-\d+$", "us-east-1", "aws-global"),
    partition("aws-odd", r"^odd\-\w+\-\d+$", "cn-odd-1"),
)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("aws-cn", "cn-north-1"),
        ("aws-cn", "cn-south-9"),
        ("aws", "us-east-1"),
        ("aws", "aws-global"),
        ("aws", "eu-new-1"),
        ("aws-odd", "cn-odd-1"),
        ("aws-odd", "odd-one-1"),
        ("aws", "mars"),
        ("aws", ""),
        ("aws", "xcn-south-9"),
        ("aws", "cn-south-9\n"),
        ("aws", "cn-süd-9"),
        ("aws", "cn-south-٣"),
    ],
)
def test_partition(name: str, region: str) -> None:
    """A listed Region has priority over a pattern that matches the whole name, then comes `aws`."""
    assert name == find_partition(region, PARTITIONS).name


@pytest.mark.parametrize(
    ("expected", "value", "dots"),
    [
        (True, "a", False),
        (True, "us-east-1", False),
        (True, "3M", False),
        (True, "a" * 63, False),
        (False, "a" * 64, False),
        (False, "", False),
        (False, "-a", False),
        (False, "a-", False),
        (False, "a_b", False),
        (False, "a\n", False),
        (False, "é", False),
        (False, "a.b", False),
        (True, "a.b", True),
        (True, "a", True),
        (False, "a..b", True),
        (False, ".a", True),
        (False, "a.", True),
        (False, "a.-b", True),
    ],
)
def test_host_label(value: str, *, expected: bool, dots: bool) -> None:
    """A label has letters, digits and inner hyphens; dots join labels only if allowed."""
    assert expected is is_valid_host_label(value, allow_sub_domains=dots)


@pytest.mark.parametrize(
    ("value", "scheme", "authority", "path", "normalized_path", "is_ip"),
    [
        ("https://example.com", "https", "example.com", "/", "/", False),
        ("https://example.com/", "https", "example.com", "/", "/", False),
        ("http://example.com:80/foo/bar", "http", "example.com:80", "/foo/bar", "/foo/bar/", False),
        ("https://example.com/a%20b/", "https", "example.com", "/a%20b/", "/a%20b/", False),
        ("https://me:secret@example.com", "https", "example.com", "/", "/", False),
        ("http://99_ab-.com", "http", "99_ab-.com", "/", "/", False),
        ("https://999.999.abc.blah", "https", "999.999.abc.blah", "/", "/", False),
        ("https://127.0.0.1", "https", "127.0.0.1", "/", "/", True),
        ("http://192.168.1.1:1234/foo/", "http", "192.168.1.1:1234", "/foo/", "/foo/", True),
        ("https://[fe80::1]", "https", "[fe80::1]", "/", "/", True),
        ("https://[2001:db8::7348]:443", "https", "[2001:db8::7348]:443", "/", "/", True),
    ],
)
def test_url(
    *, value: str, scheme: str, authority: str, path: str, normalized_path: str, is_ip: bool
) -> None:
    """An http or https URL is split into the parts that rules read."""
    expected = Url(
        scheme=scheme,
        authority=authority,
        path=path,
        normalized_path=normalized_path,
        is_ip=is_ip,
    )

    assert expected == parse_url(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "example.com",
        "abcd://example.com",
        "https://",
        "https:///path",
        "http://abc.com:a/foo",
        "http://abc.com:99999",
        "https://[fe80::1",
        "https://example.com?a=b",
        "https://example.com:8443/path?query1=foo",
        "https://exam\nple.com",
        "https://example.com/a b",
    ],
)
def test_not_a_url(value: str) -> None:
    """Text that is not an http or https URL, or has a query, is unset."""
    assert parse_url(value) is None


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (
            ("aws", "kms", "us-east-1", "111122223333", ("key", "1234-abcd")),
            "arn:aws:kms:us-east-1:111122223333:key/1234-abcd",
        ),
        (("aws-cn", "s3", "", "", ("bucket",)), "arn:aws-cn:s3:::bucket"),
        (("aws", "sns", "r", "a", ("topic", "b", "c", "")), "arn:aws:sns:r:a:topic:b/c/"),
    ],
)
def test_arn(expected: tuple[str, str, str, str, tuple[str, ...]], value: str) -> None:
    """An ARN is split into its parts, and the resource at colons and slashes."""
    name, service, region, account_id, resource_id = expected
    arn = Arn(
        partition=name,
        service=service,
        region=region,
        account_id=account_id,
        resource_id=resource_id,
    )

    assert arn == parse_arn(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "arn:aws:kms:us-east-1:111122223333",
        "urn:aws:kms:us-east-1:111122223333:key/a",
        "arn::kms:us-east-1:111122223333:key/a",
        "arn:aws::us-east-1:111122223333:key/a",
        "arn:aws:kms:us-east-1:111122223333:",
    ],
)
def test_not_an_arn(value: str) -> None:
    """Text without the prefix, with too few parts or an empty required part is unset."""
    assert parse_arn(value) is None


@pytest.mark.parametrize(
    ("expected", "value", "start", "stop", "reverse"),
    [
        ("abcd", "abcdefg", 0, 4, False),
        ("abcd", "abcd", 0, 4, False),
        ("bc", "abcd", 1, 3, False),
        ("defg", "abcdefg", 0, 4, True),
        ("bc", "abcd", 1, 3, True),
        ("ab", "abcd", 2, 4, True),
        (None, "abc", 0, 4, False),
        (None, "abc", 0, 4, True),
        (None, "abcd", 2, 2, False),
        (None, "abcd", 3, 2, False),
        (None, "", 0, 1, False),
        (None, "abcdeé", 0, 4, False),
        ("\x7f", "a\x7fb", 1, 2, False),
    ],
)
def test_substring(
    *, expected: str | None, value: str, start: int, stop: int, reverse: bool
) -> None:
    """A substring that is out of range is unset."""
    assert expected == substring(value, start, stop, reverse=reverse)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ("", ""),
        ("AZaz09-_.~", "AZaz09-_.~"),
        ("%2F%3A%2C%3F%23%5B%5D%7B%7D%7C%40%21%20%24%26", "/:,?#[]{}|@! $&"),
        ("%27%28%29%2A%2B%3B%3D%25%3C%3E%22%5E%60%5C", "'()*+;=%<>\"^`\\"),
        ("%C3%A9%F0%9F%94%91", "é🔑"),
    ],
)
def test_uri_encode(expected: str, value: str) -> None:
    """Reserved characters are percent-encoded with uppercase digits."""
    assert expected == uri_encode(value)


@pytest.mark.parametrize(
    ("expected", "value", "limit"),
    [
        (("a", "b", "c"), "a--b--c", 0),
        (("a--b--c",), "a--b--c", 1),
        (("a", "b--c"), "a--b--c", 2),
        (("a", "b", "c"), "a--b--c", 9),
        (("", "a", ""), "--a--", 0),
        (("",), "", 0),
        (("abc",), "abc", 0),
    ],
)
def test_split(expected: tuple[str, ...], value: str, limit: int) -> None:
    """Splitting keeps empty pieces, and does not split the last piece of the limit."""
    assert expected == split(value, "--", limit)


@pytest.mark.parametrize(
    ("expected", "index"), [("a", 0), ("b", 1), (None, 2), ("b", -1), ("a", -2), (None, -3)]
)
def test_item(expected: str | None, index: int) -> None:
    """An item that is out of range is unset."""
    assert expected == item_at(("a", "b"), index)
