"""Both forms of single sign-on, with a peer as portal and the cached token in a temporary home."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Final

from tests.integration.credentials.peers import SECRET, Request, Response
from tests.integration.credentials.sources import CredentialSource, Program

START: Final = "https://sso.test/start"
_DAYS: Final = timedelta(days=30)


def _at(later: timedelta) -> str:
    return (datetime.now(UTC) + later).strftime("%Y-%m-%dT%H:%M:%SZ")


class SsoLegacy(CredentialSource):
    """A profile that has the URL of the portal. Its token cannot be refreshed."""

    name = "profile app, single sign-on"
    error_text = "has expired, or the portal rejects it (run: aws sso login --profile app)"
    prefix = "ASIASSO"
    refusal = Response({"__type": "UnauthorizedException", "message": "no"}, status=401)
    profile = f"sso_start_url = {START}\nsso_region = eu-west-1\n"
    rest = ""
    token_of = START
    """The text whose hash names the file of the token."""
    lives = timedelta(hours=1)
    """Time until the token expires."""

    def set_up(self, program: Program) -> None:
        """Write profile and token."""
        account = "sso_account_id = 123456789012\nsso_role_name = reader\n"
        program.configure(f"[profile app]\n{self.profile}{account}{self.rest}")
        program.set(AWS_ENDPOINT_URL_SSO=self.peer.url, AWS_ENDPOINT_URL_SSO_OIDC=self.peer.url)
        name = hashlib.sha1(self.token_of.encode(), usedforsecurity=False).hexdigest()
        token = program.write(f".aws/sso/cache/{name}.json", json.dumps(self.cached_token()))
        # botocore resolves the home directory during its import, long before this test.
        for owner in ("credentials.SSOProvider", "tokens.SSOTokenProvider"):
            name = f"botocore.{owner}._SSO_TOKEN_CACHE_DIR"
            program.environment.setattr(name, str(token.parent))

    def cached_token(self) -> dict[str, str]:
        """Return what `aws sso login` leaves."""
        return {
            "startUrl": START,
            "region": "eu-west-1",
            "accessToken": f"{SECRET} old",
            "expiresAt": _at(self.lives),
        }

    def respond(self, request: Request) -> Response:
        """Return a new token for a refresh token, and credentials of a role for a token."""
        if request.path == "/token":
            return Response({"accessToken": f"{SECRET} new", "expiresIn": 3600})
        if request.headers["x-amz-sso_bearer_token"] != self.wants():
            return self.refusal
        key, secret, token, end = self.minter.mint()
        role = {"accessKeyId": key, "secretAccessKey": secret, "sessionToken": token}
        return Response({"roleCredentials": {**role, "expiration": int(end.timestamp() * 1000)}})

    def wants(self) -> str:
        """Return the token that the portal accepts."""
        return f"{SECRET} old"


class SsoSession(SsoLegacy):
    """A profile with a session, whose nearly expired token is refreshed first."""

    profile = "sso_session = corp\n"
    rest = f"[sso-session corp]\nsso_start_url = {START}\nsso_region = eu-west-1\n"
    token_of = "corp"
    lives = timedelta(minutes=1)

    def cached_token(self) -> dict[str, str]:
        """Return a token with its refresh token."""
        return {
            **super().cached_token(),
            "refreshToken": f"{SECRET} refresh",
            "clientId": "client",
            "clientSecret": f"{SECRET} client",
            "registrationExpiresAt": _at(_DAYS),
        }

    def wants(self) -> str:
        """Return the refreshed token."""
        return f"{SECRET} new"
