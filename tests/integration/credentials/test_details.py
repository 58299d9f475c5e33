"""Details of single sources of credentials: tokens, files, chains of roles."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smaws_kms import Credentials, CredentialsError
from smaws_kms._runtime.auth.botocore_chain import find_credentials
from tests.integration.credentials.peers import SECRET, Request, Response
from tests.integration.credentials.sources import (
    AssumedRole,
    ChainedRole,
    Container,
    CredentialSource,
    Instance,
    Program,
    WebIdentity,
    running,
)
from tests.integration.credentials.sso import SsoLegacy, SsoSession
from tests.unit.redaction.secret_markers import leaks_in_log, secret


def find() -> Credentials:
    """Return the credentials that botocore finds."""
    credentials = find_credentials(None, "eu-west-1")

    assert isinstance(credentials, Credentials)
    return credentials


def find_error() -> str:
    """Return the text of the error, after checking that it contains no secret."""
    error = find_credentials(None, "eu-west-1")

    assert isinstance(error, CredentialsError)
    assert SECRET not in error.message
    return error.message


def requests_of(source: CredentialSource) -> list[tuple[str, str]]:
    """Return method and path of the requests to the peer."""
    return [(request.method, request.path) for request in source.peer.requests]


class OldInstance(Instance):
    """A metadata service that rejected_keys tokens, as it does beyond its hop limit."""

    def respond(self, request: Request) -> Response:
        """Refuse tokens."""
        return Response("", status=403) if request.method == "PUT" else super().respond(request)


@pytest.fixture
def old_instance(program: Program) -> Iterator[CredentialSource]:
    """Set up this source."""
    with running(OldInstance, program) as source:
        yield source


def test_second_version_of_the_metadata_service(program: Program) -> None:
    """The requests are for a token, the name of the role, and its credentials."""
    with running(Instance, program) as source:
        find()

        roles = "/latest/meta-data/iam/security-credentials/"
        token, *rest = requests_of(source)
    assert ("PUT", "/latest/api/token") == token
    assert [("GET", roles), ("GET", f"{roles}reader")] == rest


def test_first_version_refused_by_the_service(old_instance: CredentialSource) -> None:
    """A metadata service without tokens is an error that names where the chain looked."""
    text = find_error()

    assert "no credentials found" in text
    assert ["PUT", "GET"] == [method for method, _ in requests_of(old_instance)]


def test_first_version_refused_by_the_program(
    old_instance: CredentialSource, program: Program
) -> None:
    """With version 1 disabled, no request is sent without a token."""
    program.set(AWS_EC2_METADATA_V1_DISABLED="true")

    assert "IMDSv1 has been disabled" in find_error()
    assert [("PUT", "/latest/api/token")] == requests_of(old_instance)


def test_token_of_a_container_is_read_again(program: Program) -> None:
    """After the file has changed, the next request has the new token."""
    with running(Container, program) as source:
        token = program.write("token", "stale")
        text = find_error()
        token.write_text(f"{SECRET}-authorization")
        find()

        assert "Received non 200 response 401 from container metadata" in text
        assert f"{SECRET}-authorization" == source.peer.requests[-1].headers["authorization"]


def test_token_of_a_container_with_a_line_break(program: Program) -> None:
    """A token with characters that headers cannot hold is an error; its text does not show the token."""
    with running(Container, program) as source:
        program.write("token", f"{SECRET}\n")

        assert "holds a line break" in find_error()
        assert [] == source.peer.requests


class IncompleteContainer(Container):
    """An endpoint whose response lacks a member."""

    def respond(self, request: Request) -> Response:
        """Return credentials without the token."""
        whole = super().respond(request).body.decode()
        return Response(whole.replace('"Token"', '"Nothing"'))


def test_response_without_a_member(program: Program) -> None:
    """The error names the missing member."""
    with running(IncompleteContainer, program):
        assert "the container's credentials: the response lacks 'Token'" == find_error()


def test_chain_of_roles(program: Program) -> None:
    """Keys sign the request for the first role, whose credentials sign that for the second."""
    with running(ChainedRole, program) as source:
        find()

        first, second = source.peer.requests
    assert b"role%2Fstep" in first.body
    assert b"role%2Fapp" in second.body
    assert "AKIASOURCE" == first.signed_by
    assert second.signed_by.startswith("ASIA")


def test_web_identity_needs_no_signature(program: Program) -> None:
    """STS gets the token of the file, and no signature."""
    with running(WebIdentity, program) as source:
        find()

        (request,) = source.peer.requests
    assert b"Action=AssumeRoleWithWebIdentity" in request.body
    assert f"{SECRET}+identity".encode() in request.body
    assert "" == request.signed_by


class ExpiredSso(SsoLegacy):
    """Single sign-on with an expired token."""

    def cached_token(self) -> dict[str, str]:
        """Return an expired token."""
        return {**super().cached_token(), "expiresAt": "2020-01-01T00:00:00Z"}


def test_expired_token(program: Program) -> None:
    """An expired token is an error that says to sign in; the portal gets no request."""
    with running(ExpiredSso, program) as source:
        assert "the SSO token for the start URL of the profile has expired" in find_error()
        assert [] == source.peer.requests


def test_no_token(program: Program) -> None:
    """A missing token is an error that says to sign in."""
    with running(SsoLegacy, program):
        for file in (program.home / ".aws/sso/cache").iterdir():
            file.unlink()

        assert "no SSO token for the start URL of the profile is cached" in find_error()


def cached(home: Path) -> dict[str, str]:
    """Return the only token in a home directory."""
    (file,) = (home / ".aws/sso/cache").iterdir()
    token: dict[str, str] = json.loads(file.read_text())
    return token


def test_refreshed_token(program: Program) -> None:
    """A session's token is refreshed before it expires, and stored for other programs."""
    with running(SsoSession, program) as source:
        find()
        find()

        paths = [path.partition("?")[0] for _, path in requests_of(source)]
    assert ["/token", "/federation/credentials", "/federation/credentials"] == paths
    token = cached(program.home)
    assert f"{SECRET} new" == token["accessToken"]
    assert datetime.now(UTC) < datetime.fromisoformat(token["expiresAt"])


class StsWithMarkedSecrets(AssumedRole):
    """A role whose credentials contain a recognisable secret."""

    def respond(self, request: Request) -> Response:  # noqa: ARG002  # the response does not depend on it
        """Return its credentials."""
        return Response(
            "<AssumeRoleResponse><AssumeRoleResult><Credentials>"
            f"<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>{secret('key')}</SecretAccessKey>"
            f"<SessionToken>{secret('token')}</SessionToken>"
            "<Expiration>2999-01-01T00:00:00Z</Expiration>"
            "</Credentials></AssumeRoleResult></AssumeRoleResponse>",
            content_type="text/xml",
        )


def test_no_keys_in_the_log(program: Program, caplog: pytest.LogCaptureFixture) -> None:
    """At level DEBUG neither requests to STS nor its responses are logged."""
    caplog.set_level(logging.DEBUG)

    with running(StsWithMarkedSecrets, program):
        credentials = find()

    assert secret("key") == credentials.secret_access_key
    assert [] == leaks_in_log(caplog.records)
    assert SECRET not in caplog.text
    assert "botocore.credentials" in {record.name for record in caplog.records}
