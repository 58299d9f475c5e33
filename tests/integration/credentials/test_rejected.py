"""Credentials that the service rejects are refreshed once."""

from collections.abc import Iterator
from typing import Final

import pytest

import smaws_kms as kms
from tests.integration.credentials.peers import SECRET, Peer, Request, Response
from tests.integration.credentials.sources import Container, CredentialSource, Program, running

REJECTIONS: Final[dict[str, type[kms.CommonServiceError]]] = {
    "ExpiredTokenException": kms.ExpiredTokenException,
    "UnrecognizedClientException": kms.UnrecognizedClientException,
}


class Service:
    """A KMS server that rejects the first `rejected_keys` access keys."""

    def __init__(self) -> None:
        self.code = "ExpiredTokenException"
        self.rejected_keys = 0
        self._seen: list[str] = []
        self.peer = Peer(self._respond)

    def _respond(self, request: Request) -> Response:
        if request.signed_by not in self._seen:
            self._seen.append(request.signed_by)
        if self._seen.index(request.signed_by) < self.rejected_keys:
            return Response({"__type": self.code, "message": "not with these"}, status=400)
        return Response({"Keys": [], "Truncated": False})

    @property
    def signed_by(self) -> list[str]:
        """The access key IDs of all requests."""
        return [request.signed_by for request in self.peer.requests]


@pytest.fixture
def rejecting(program: Program) -> Iterator[Service]:
    """Start the server, and configure the program to use it."""
    service = Service()
    program.set(AWS_ENDPOINT_URL_KMS=service.peer.url)
    yield service
    service.peer.close()


@pytest.fixture
def container(program: Program) -> Iterator[CredentialSource]:
    """Set up a container."""
    with running(Container, program) as source:
        yield source


@pytest.mark.usefixtures("container")
@pytest.mark.parametrize("code", REJECTIONS)
def test_rejected_once(rejecting: Service, code: str) -> None:
    """The call succeeds with new credentials, and later calls use them."""
    rejecting.code, rejecting.rejected_keys = code, 1

    with kms.KMSClient() as client:
        result = client.list_keys()
        client.list_keys().unwrap()

    assert result.is_ok
    first, second = result.metadata.attempts
    assert isinstance(first.error, REJECTIONS[code])
    assert second.error is None
    assert ["ASIACONTAINER1", "ASIACONTAINER2", "ASIACONTAINER2"] == rejecting.signed_by


@pytest.mark.usefixtures("container")
@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_rejected_once_in_the_async_client(rejecting: Service) -> None:
    """The async client does the same."""
    rejecting.rejected_keys = 1

    async with kms.AsyncKMSClient() as client:
        (await client.list_keys()).unwrap()

    assert ["ASIACONTAINER1", "ASIACONTAINER2"] == rejecting.signed_by


def test_rejected_again(rejecting: Service, container: CredentialSource) -> None:
    """If new credentials are rejected too, the call gets the error and the next refresh is delayed."""
    rejecting.rejected_keys = 100

    with kms.KMSClient() as client:
        errors = [client.list_keys().err for _ in range(5)]

    assert all(isinstance(error, kms.ExpiredTokenException) for error in errors)
    assert 2 == len(container.peer.requests)
    assert 6 == len(rejecting.signed_by)


def test_explicit(rejecting: Service) -> None:
    """Rejected explicit credentials cannot be refreshed, so the call gets the error."""
    rejecting.rejected_keys = 1

    with kms.KMSClient(credentials=kms.Credentials("AKIAMINE", SECRET)) as client:
        result = client.list_keys()

    assert isinstance(result.err, kms.ExpiredTokenException)
    assert ["AKIAMINE"] == rejecting.signed_by
