"""Sources of credentials, each with the peer that provides them.

Each one sets up the environment and the files of a program that relies on it.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Final

import pytest
from attrs import frozen

from tests.integration.credentials.peers import SECRET, Minter, Peer, Request, Response, relay

ROLE: Final = "arn:aws:iam::123456789012:role/"


@frozen
class Program:
    """The environment of a program: variables, files, and moto as STS."""

    environment: pytest.MonkeyPatch
    home: Path
    moto: str

    def write(self, name: str, text: str) -> Path:
        """Write a file."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def set(self, **variables: str) -> None:
        """Set variables."""
        for name, value in variables.items():
            self.environment.setenv(name, value)

    def configure(self, config: str, credentials: str = "") -> None:
        """Write the AWS files and select the profile `app`."""
        self.set(
            AWS_CONFIG_FILE=str(self.write("config", config)),
            AWS_SHARED_CREDENTIALS_FILE=str(self.write("credentials", credentials)),
            AWS_PROFILE="app",
        )


class CredentialSource:
    """A source of credentials."""

    prefix: ClassVar[str] = "ASIA"
    """Prefix of its access key IDs."""
    name: ClassVar[str]
    """Its name in `Credentials.source`."""
    error_text: ClassVar[str]
    """Part of the error text when it fails."""
    refusal: ClassVar[Response] = Response(f"no, {SECRET}", status=403)
    """The error response of the peer."""

    def __init__(self, program: Program) -> None:
        self.failing = False
        self.minter = Minter(type(self).__name__.upper())
        self.peer = Peer(self._respond)
        self.set_up(program)

    def _respond(self, request: Request) -> Response:
        return self.refusal if self.failing else self.respond(request)

    def set_up(self, program: Program) -> None:
        """Set up the program to use this source."""
        raise NotImplementedError

    def respond(self, request: Request) -> Response:  # noqa: ARG002  # some subclasses use it
        """Return the response of the peer."""
        return Response(self.minter.document())


@contextmanager
def running(
    cls: type[CredentialSource], program: Program
) -> Generator[CredentialSource, None, None]:
    """Set up a source, and shut its peer down afterwards."""
    source = cls(program)
    yield source
    source.peer.close()


class Instance(CredentialSource):
    """The instance metadata service, version 2, which requires a token."""

    name = "the instance's metadata service"
    error_text = "the instance's metadata service"
    prefix = "ASIAINSTANCE"

    def set_up(self, program: Program) -> None:
        """Configure the endpoint of the metadata service."""
        program.set(
            AWS_EC2_METADATA_DISABLED="false",
            AWS_EC2_METADATA_SERVICE_ENDPOINT=self.peer.url,
            AWS_METADATA_SERVICE_TIMEOUT="20",
        )

    def respond(self, request: Request) -> Response:
        """Return a token, the name of the role, or its credentials."""
        token, roles = f"{SECRET} session", "/latest/meta-data/iam/security-credentials/"
        if ("PUT", "/latest/api/token") == (request.method, request.path):
            return Response(token)
        if request.headers["x-aws-ec2-metadata-token"] != token:
            return Response("", status=401)
        if request.path == roles:
            return Response("reader")
        return (
            Response(self.minter.document())
            if request.path == f"{roles}reader"
            else Response("", 404)
        )


class Container(CredentialSource):
    """The container endpoint of ECS and EKS, which requires the token of a file."""

    name = "the container's metadata service"
    error_text = (
        "the container's credentials: Error retrieving metadata: Received non 200 response 403"
    )
    prefix = "ASIACONTAINER"

    def set_up(self, program: Program) -> None:
        """Configure the endpoint and the file of the token."""
        token = program.write("token", f"{SECRET}-authorization")
        program.set(
            AWS_CONTAINER_CREDENTIALS_FULL_URI=f"{self.peer.url}/v1/credentials",
            AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=str(token),
        )
        program.environment.setattr("botocore.utils.ContainerMetadataFetcher.SLEEP_TIME", 0)

    def respond(self, request: Request) -> Response:
        """Return credentials to requests with the token."""
        if request.headers["authorization"] != f"{SECRET}-authorization":
            return Response({"message": f"not {request.headers['authorization']}"}, status=401)
        return Response(self.minter.document())


class _Role(CredentialSource):
    """A role of STS; the peer forwards to moto."""

    error_text = "AccessDenied"
    refusal = Response(
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error>"
        "</ErrorResponse>",
        status=403,
        content_type="text/xml",
    )

    def set_up(self, program: Program) -> None:
        """Configure the peer as STS."""
        self._sts = relay(program.moto)
        program.set(AWS_ENDPOINT_URL_STS=self.peer.url)

    def respond(self, request: Request) -> Response:
        """Forward the request to moto."""
        return self._sts(request)


KEYS: Final = f"[source]\naws_access_key_id = AKIASOURCE\naws_secret_access_key = {SECRET}\n"


class AssumedRole(_Role):
    """A role that a profile assumes with the keys of another profile."""

    name = "profile app, an assumed role"

    def set_up(self, program: Program) -> None:
        """Write a profile with the role."""
        super().set_up(program)
        program.configure(f"[profile app]\nrole_arn = {ROLE}app\nsource_profile = source\n", KEYS)


class ChainedRole(_Role):
    """A role that a role assumes."""

    name = "profile app, an assumed role"

    def set_up(self, program: Program) -> None:
        """Write a profile with both roles."""
        super().set_up(program)
        program.configure(
            f"[profile app]\nrole_arn = {ROLE}app\nsource_profile = step\n"
            f"[profile step]\nrole_arn = {ROLE}step\nsource_profile = source\n",
            KEYS,
        )


class WebIdentity(_Role):
    """A role for the web identity token in a file."""

    name = "a role for a web identity"

    def set_up(self, program: Program) -> None:
        """Configure the role and the file of the token."""
        super().set_up(program)
        token = program.write("identity", f"{SECRET} identity")
        program.set(AWS_ROLE_ARN=f"{ROLE}app", AWS_WEB_IDENTITY_TOKEN_FILE=str(token))


class Process(CredentialSource):
    """A program that prints credentials of the peer."""

    name = "profile app, a process"
    error_text = "HTTP Error 403"
    prefix = "ASIAPROCESS"

    def set_up(self, program: Program) -> None:
        """Write the program, and a profile with it."""
        script = program.write(
            "provide.py",
            "import sys, urllib.request\n"
            "try:\n"
            "    print(urllib.request.urlopen(sys.argv[1]).read().decode())\n"
            "except OSError as error:\n"
            "    sys.exit(str(error))\n",
        )
        command = f"{sys.executable} {script} {self.peer.url}"
        program.configure(f"[profile app]\ncredential_process = {command}\n")
