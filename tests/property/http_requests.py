"""Strategies for requests to sign, common and unusual ones."""

from datetime import UTC, datetime, timedelta, timezone

from botocore.auth import SIGNED_HEADERS_BLACKLIST
from hypothesis import strategies as st

from smaws_kms import Credentials

TOKEN_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!~"
NAMES = st.one_of(
    st.text(TOKEN_CHARACTERS, min_size=1, max_size=12),
    st.sampled_from(
        [
            *SIGNED_HEADERS_BLACKLIST,
            *("User-Agent", "Content-Type", "X-Amz-Target", "content-type", "Host", "host", "Date"),
            *("x-amz-date", "X-Amz-Date", "Authorization", "X-Amz-Security-Token", "date"),
            *("X-Amz-Content-SHA256", "x-amz-content-sha256"),
        ]
    ),
)
VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["C"], max_codepoint=0xFF), max_size=20),
    st.text(" \tab,;\"'", max_size=12),
)
LABELS = st.from_regex(r"[a-zA-Z_](?:[a-zA-Z0-9_-]{0,10}[a-zA-Z0-9_])?", fullmatch=True)
HOSTS = st.lists(LABELS, min_size=1, max_size=4).map(".".join) | st.sampled_from(
    [
        *("kms.eu-west-1.amazonaws.com", "KMS.Example.COM", "localhost", "127.0.0.1", "a_b.test"),
        *("[::1]", "[2001:db8::1]", "[FE80::1]", "xn--bcher-kva.test", "trailing.dot."),
    ]
)
PORTS = st.sampled_from(["", ":80", ":443", ":"]) | st.integers(1, 65535).map(":{}".format)
SEGMENTS = st.one_of(
    st.sampled_from(
        ["", ".", "..", "...", "a", "%20", "%2F", "~", "*", "a b", "é", "a:b", "+", "="]
    ),
    st.text(
        st.characters(
            min_codepoint=33,
            max_codepoint=0x2FF,
            exclude_categories=["C"],
            exclude_characters="/?#[]@\\",
        )
    ),
)
QUERIES = st.one_of(
    st.just(""),
    st.lists(
        st.sampled_from(
            ["a=1", "a=", "a", "b=2", "A=1", "a=0", "a=1=2", "", "%41=x", "%C3%A9=x", "a+b=~"]
        )
    ).map(lambda pairs: "?" + "&".join(pairs)),
)


@st.composite
def urls(draw: st.DrawFn) -> str:
    """Draw URLs of endpoint rules and of users, and unusual ones."""
    path = "".join(f"/{segment}" for segment in draw(st.lists(SEGMENTS, max_size=5)))
    scheme = draw(st.sampled_from(["http", "https"]))
    fragment = draw(st.sampled_from(["", "#part"]))
    return f"{scheme}://{draw(HOSTS)}{draw(PORTS)}{path}{draw(QUERIES)}{fragment}"


CREDENTIALS = st.builds(
    Credentials,
    access_key_id=st.text(TOKEN_CHARACTERS, min_size=1, max_size=20),
    secret_access_key=st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40),
    session_token=st.none() | st.just("") | st.text(TOKEN_CHARACTERS + "/+= ", max_size=60),
)
ZONES = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-9))]
)
SCOPES = st.text(TOKEN_CHARACTERS, min_size=1, max_size=20)
"""Regions and services."""
TIMES = st.datetimes(datetime(1971, 1, 2), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001 - bounds are naive by Hypothesis' contract
