"""What each place asks for beyond a plain answer."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smaws_kms import Credentials, CredentialsError
from smaws_kms._runtime.auth.botocore_chain import find_credentials
from tests.integration.credentials.peers import SECRET, Answer, Asked
from tests.integration.credentials.places import (
    AssumedRole,
    ChainedRole,
    Container,
    Instance,
    Place,
    Program,
    WebIdentity,
    moved_into,
)
from tests.integration.credentials.sso import SsoLegacy, SsoSession
from tests.unit.redaction.secret_markers import leaks_in_log, secret


def found() -> Credentials:
    """Return what the program finds."""
    credentials = find_credentials(None, "eu-west-1")

    assert isinstance(credentials, Credentials)
    return credentials


def problem() -> str:
    """Return why it finds nothing, and be sure that no secret is told."""
    error = find_credentials(None, "eu-west-1")

    assert isinstance(error, CredentialsError)
    assert SECRET not in error.message
    return error.message


def told(place: Place) -> list[tuple[str, str]]:
    """Return what the peer was asked."""
    return [(asked.method, asked.path) for asked in place.peer.requests]


class OldInstance(Instance):
    """A metadata service that gives no tokens to where the program is, as behind a hop too many."""

    def respond(self, asked: Asked) -> Answer:
        """Refuse tokens."""
        return Answer("", status=403) if asked.method == "PUT" else super().respond(asked)


@pytest.fixture
def old_instance(program: Program) -> Iterator[Place]:
    """Move there."""
    with moved_into(OldInstance, program) as place:
        yield place


def test_second_version_of_the_metadata_service(program: Program) -> None:
    """A token, the name of the role, its document."""
    with moved_into(Instance, program) as place:
        found()

        roles = "/latest/meta-data/iam/security-credentials/"
        token, *rest = told(place)
    assert ("PUT", "/latest/api/token") == token
    assert [("GET", roles), ("GET", f"{roles}reader")] == rest


def test_first_version_refused_by_the_service(old_instance: Place) -> None:
    """A service that takes no requests without token gives nothing, and the error says where."""
    text = problem()

    assert "no credentials found" in text
    assert ["PUT", "GET"] == [method for method, _ in told(old_instance)]


def test_first_version_refused_by_the_program(old_instance: Place, program: Program) -> None:
    """A program that wants the second version only sends nothing without a token."""
    program.set(AWS_EC2_METADATA_V1_DISABLED="true")

    assert "IMDSv1 has been disabled" in problem()
    assert [("PUT", "/latest/api/token")] == told(old_instance)


def test_token_of_a_container_is_read_anew(program: Program) -> None:
    """The file changes while the program runs, and the next question has the new token."""
    with moved_into(Container, program) as place:
        token = program.write("token", "stale")
        text = problem()
        token.write_text(f"{SECRET}-authorization")
        found()

        assert "Received non 200 response 401 from container metadata" in text
        assert f"{SECRET}-authorization" == place.peer.requests[-1].headers["authorization"]


def test_token_of_a_container_with_a_line_break(program: Program) -> None:
    """A token that no header can hold is refused without being shown."""
    with moved_into(Container, program) as place:
        program.write("token", f"{SECRET}\n")

        assert "Auth token value is not a legal header value" in problem()
        assert [] == place.peer.requests


class HalfContainer(Container):
    """An endpoint that leaves something out."""

    def respond(self, asked: Asked) -> Answer:
        """Answer without the token."""
        whole = super().respond(asked).body.decode()
        return Answer(whole.replace('"Token"', '"Nothing"'))


def test_half_an_answer(program: Program) -> None:
    """The error says what is missing."""
    with moved_into(HalfContainer, program):
        assert "the default profile: the response lacks 'Token'" == problem()


def test_chain_of_roles(program: Program) -> None:
    """The first role is assumed with keys, the second with the first."""
    with moved_into(ChainedRole, program) as place:
        found()

        first, second = place.peer.requests
    assert b"role%2Fstep" in first.body
    assert b"role%2Fapp" in second.body
    assert "AKIASOURCE" == first.signed_by
    assert second.signed_by.startswith("ASIA")


def test_web_identity_needs_no_signature(program: Program) -> None:
    """The token of the file is all that STS gets."""
    with moved_into(WebIdentity, program) as place:
        found()

        (asked,) = place.peer.requests
    assert b"Action=AssumeRoleWithWebIdentity" in asked.body
    assert f"{SECRET}+identity".encode() in asked.body
    assert "" == asked.signed_by


class SpentSso(SsoLegacy):
    """Single sign-on of yesterday."""

    def cached_token(self) -> dict[str, str]:
        """Return a token that is over."""
        return {**super().cached_token(), "expiresAt": "2020-01-01T00:00:00Z"}


def test_spent_token(program: Program) -> None:
    """Whoever has to sign in again is told so, and the portal is left alone."""
    with moved_into(SpentSso, program) as place:
        assert "the SSO session associated with this profile has expired" in problem().replace(
            "The SSO", "the SSO"
        )
        assert [] == place.peer.requests


def test_no_token(program: Program) -> None:
    """So is whoever never signed in."""
    with moved_into(SsoLegacy, program):
        for file in (program.home / ".aws/sso/cache").iterdir():
            file.unlink()

        assert "SSOTokenLoadError" in problem()


def cached(home: Path) -> dict[str, str]:
    """Return the one token in a home."""
    (file,) = (home / ".aws/sso/cache").iterdir()
    token: dict[str, str] = json.loads(file.read_text())
    return token


def test_renewed_token(program: Program) -> None:
    """A session's token is renewed before it is over, and kept for other programs."""
    with moved_into(SsoSession, program) as place:
        found()
        found()

        paths = [path.partition("?")[0] for _, path in told(place)]
    assert ["/token", "/federation/credentials", "/federation/credentials"] == paths
    token = cached(program.home)
    assert f"{SECRET} new" == token["accessToken"]
    assert datetime.now(UTC) < datetime.fromisoformat(token["expiresAt"])


class TalkativeSts(AssumedRole):
    """A role whose keys can be found again."""

    def respond(self, asked: Asked) -> Answer:  # noqa: ARG002  # it asks nothing
        """Lend it."""
        return Answer(
            "<AssumeRoleResponse><AssumeRoleResult><Credentials>"
            f"<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>{secret('key')}</SecretAccessKey>"
            f"<SessionToken>{secret('token')}</SessionToken>"
            "<Expiration>2999-01-01T00:00:00Z</Expiration>"
            "</Credentials></AssumeRoleResult></AssumeRoleResponse>",
            content_type="text/xml",
        )


def test_no_keys_in_the_log(program: Program, caplog: pytest.LogCaptureFixture) -> None:
    """A program that logs everything does not log what STS answers, nor what it is asked with."""
    caplog.set_level(logging.DEBUG)

    with moved_into(TalkativeSts, program):
        credentials = found()

    assert secret("key") == credentials.secret_access_key
    assert [] == leaks_in_log(caplog.records)
    assert SECRET not in caplog.text
    assert "botocore.credentials" in {record.name for record in caplog.records}
