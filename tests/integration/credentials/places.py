"""The places that credentials come from, each with the peer that hands them out.

Every place sets up the environment and the files of a program that relies on it.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Final

import pytest
from attrs import frozen

from tests.integration.credentials.peers import SECRET, Answer, Asked, Minter, Peer, relay

ROLE: Final = "arn:aws:iam::123456789012:role/"


@frozen
class Program:
    """Where a program lives: its environment, its files, and moto, which lends roles."""

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
        """Write the AWS files and use the profile `app`."""
        self.set(
            AWS_CONFIG_FILE=str(self.write("config", config)),
            AWS_SHARED_CREDENTIALS_FILE=str(self.write("credentials", credentials)),
            AWS_PROFILE="app",
        )


class Place:
    """A place that credentials come from."""

    prefix: ClassVar[str] = "ASIA"
    """What its access key IDs start with."""
    source: ClassVar[str]
    """What it is called."""
    complaint: ClassVar[str]
    """What an error says, among other things, when it fails."""
    refusal: ClassVar[Answer] = Answer(f"no, {SECRET}", status=403)
    """How the peer refuses."""

    def __init__(self, program: Program) -> None:
        self.failing = False
        self.minter = Minter(type(self).__name__.upper())
        self.peer = Peer(self._respond)
        self.settle(program)

    def _respond(self, asked: Asked) -> Answer:
        return self.refusal if self.failing else self.respond(asked)

    def settle(self, program: Program) -> None:
        """Set up the program, so that it looks here."""
        raise NotImplementedError

    def respond(self, asked: Asked) -> Answer:  # noqa: ARG002  # not all places look at it
        """Answer as the peer."""
        return Answer(self.minter.document())


@contextmanager
def moved_into(place: type[Place], program: Program) -> Generator[Place, None, None]:
    """Give a place, and close it in the end."""
    here = place(program)
    yield here
    here.peer.close()


class Instance(Place):
    """The metadata service of an instance, second version: no token, no answer."""

    source = "the instance's metadata service"
    complaint = "the instance's metadata services"
    prefix = "ASIAINSTANCE"

    def settle(self, program: Program) -> None:
        """Point at the metadata service."""
        program.set(
            AWS_EC2_METADATA_DISABLED="false",
            AWS_EC2_METADATA_SERVICE_ENDPOINT=self.peer.url,
            AWS_METADATA_SERVICE_TIMEOUT="20",
        )

    def respond(self, asked: Asked) -> Answer:
        """Give a token, the role's name, and its document."""
        token, roles = f"{SECRET} session", "/latest/meta-data/iam/security-credentials/"
        if ("PUT", "/latest/api/token") == (asked.method, asked.path):
            return Answer(token)
        if asked.headers["x-aws-ec2-metadata-token"] != token:
            return Answer("", status=401)
        if asked.path == roles:
            return Answer("reader")
        return Answer(self.minter.document()) if asked.path == f"{roles}reader" else Answer("", 404)


class Container(Place):
    """The endpoint that ECS and EKS give a container, which wants the token in a file."""

    source = "the container's metadata service"
    complaint = "container-role: Error retrieving metadata: Received non 200 response 403"
    prefix = "ASIACONTAINER"

    def settle(self, program: Program) -> None:
        """Point at the endpoint and at the token."""
        token = program.write("token", f"{SECRET}-authorization")
        program.set(
            AWS_CONTAINER_CREDENTIALS_FULL_URI=f"{self.peer.url}/v1/credentials",
            AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=str(token),
        )
        program.environment.setattr("botocore.utils.ContainerMetadataFetcher.SLEEP_TIME", 0)

    def respond(self, asked: Asked) -> Answer:
        """Give the document to who has the token."""
        if asked.headers["authorization"] != f"{SECRET}-authorization":
            return Answer({"message": f"not {asked.headers['authorization']}"}, status=401)
        return Answer(self.minter.document())


class _Role(Place):
    """A role of STS, which is moto's; the peer stands between."""

    complaint = "AccessDenied"
    refusal = Answer(
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error>"
        "</ErrorResponse>",
        status=403,
        content_type="text/xml",
    )

    def settle(self, program: Program) -> None:
        """Stand in for STS."""
        self._sts = relay(program.moto)
        program.set(AWS_ENDPOINT_URL_STS=self.peer.url)

    def respond(self, asked: Asked) -> Answer:
        """Let moto answer."""
        return self._sts(asked)


KEYS: Final = f"[source]\naws_access_key_id = AKIASOURCE\naws_secret_access_key = {SECRET}\n"


class AssumedRole(_Role):
    """A role that a profile assumes with the keys of another."""

    source = "the profile 'app', an assumed role"

    def settle(self, program: Program) -> None:
        """Name the role."""
        super().settle(program)
        program.configure(f"[profile app]\nrole_arn = {ROLE}app\nsource_profile = source\n", KEYS)


class ChainedRole(_Role):
    """A role that a role assumes."""

    source = "the profile 'app', an assumed role"

    def settle(self, program: Program) -> None:
        """Name both."""
        super().settle(program)
        program.configure(
            f"[profile app]\nrole_arn = {ROLE}app\nsource_profile = step\n"
            f"[profile step]\nrole_arn = {ROLE}step\nsource_profile = source\n",
            KEYS,
        )


class WebIdentity(_Role):
    """A role for the token that a cluster puts into a file."""

    source = "a role for a web identity"

    def settle(self, program: Program) -> None:
        """Point at role and token."""
        super().settle(program)
        token = program.write("identity", f"{SECRET} identity")
        program.set(AWS_ROLE_ARN=f"{ROLE}app", AWS_WEB_IDENTITY_TOKEN_FILE=str(token))


class Process(Place):
    """A program that prints credentials; it gets them from the peer."""

    source = "the profile 'app', a process"
    complaint = "custom-process: HTTP Error 403"
    prefix = "ASIAPROCESS"

    def settle(self, program: Program) -> None:
        """Write the program, and name it."""
        script = program.write(
            "ask.py",
            "import sys, urllib.request\n"
            "try:\n"
            "    print(urllib.request.urlopen(sys.argv[1]).read().decode())\n"
            "except OSError as error:\n"
            "    sys.exit(str(error))\n",
        )
        command = f"{sys.executable} {script} {self.peer.url}"
        program.configure(f"[profile app]\ncredential_process = {command}\n")
