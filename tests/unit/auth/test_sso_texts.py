"""Texts of SSO tokens that are missing, expired or unreadable: whose, and how to sign in."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from botocore.credentials import SSOProvider
from botocore.tokens import SSOTokenProvider

from tests.unit.auth.chain_profiles import Text
from tests.unit.redaction.secret_markers import secret

SSO: Final = (
    "[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://corp.test/start\n"
    "[profile app]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = admin\n"
)
ROLE: Final = "role_arn = arn:aws:iam::111122223333:role/orders\n"

CacheToken = Callable[[str, str], None]


@pytest.fixture
def cache_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CacheToken:
    """Return a function that writes the file in which `aws sso login` keeps a token."""
    cache = tmp_path / "cache"
    cache.mkdir()
    # botocore finds the home directory when it is imported.
    for owner in (SSOProvider, SSOTokenProvider):
        monkeypatch.setattr(owner, "_SSO_TOKEN_CACHE_DIR", str(cache))

    def write(key: str, document: str) -> None:
        name = hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()
        (cache / f"{name}.json").write_text(document)

    return write


EXPIRED: Final = json.dumps(
    {"accessToken": secret("sso"), "expiresAt": "2020-01-01T00:00:00Z", "startUrl": "x"}
)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (None, "no SSO token for the session 'corp' is cached"),
        (EXPIRED, "the SSO token for the session 'corp' has expired and could not be refreshed"),
        ("{not json", "the cached SSO token for the session 'corp' cannot be read"),
        ("{}", "the cached SSO token for the session 'corp' cannot be read"),
    ],
    ids=["missing", "expired", "broken", "without token"],
)
def test_sso_session(
    document: str | None, expected: str, text: Text, cache_token: CacheToken
) -> None:
    """The error says what is wrong with the token of the session, and how to sign in."""
    if document is not None:
        cache_token("corp", document)

    assert f"the profile 'app': {expected} (run: aws sso login --profile app)" == text(SSO)


def test_sso_without_a_session(text: Text, cache_token: CacheToken) -> None:
    """An expired token of a profile with a start URL says how to sign in."""
    cache_token("https://corp.test/start", EXPIRED)
    config = (
        "[profile app]\nsso_region = us-east-1\nsso_start_url = https://corp.test/start\n"
        "sso_account_id = 111122223333\nsso_role_name = admin\n"
    )

    assert (
        "the profile 'app': the SSO token for the start URL of the profile has expired, or the "
        "portal rejects it (run: aws sso login --profile app)"
    ) == text(config)


def test_sso_of_a_source_profile(text: Text) -> None:
    """The command names the profile that has the settings of SSO, not the role's."""
    base = SSO.replace("[profile app]", "[profile 'my base']")
    found = text(f"{base}[profile app]\n{ROLE}source_profile = my base\n")

    assert found.endswith("(run: aws sso login --profile 'my base')")
