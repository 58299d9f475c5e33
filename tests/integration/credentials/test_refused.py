"""Credentials that the service rejects are refreshed once."""

from collections.abc import Iterator
from typing import Final

import pytest

import smaws_kms as kms
from tests.integration.credentials.peers import SECRET, Peer, Request, Response
from tests.integration.credentials.places import Container, Place, Program, moved_into

REFUSALS: Final[dict[str, type[kms.CommonServiceError]]] = {
    "ExpiredTokenException": kms.ExpiredTokenException,
    "UnrecognizedClientException": kms.UnrecognizedClientException,
}


class Service:
    """A KMS server that rejects a number of access keys."""

    def __init__(self) -> None:
        self.code = "ExpiredTokenException"
        self.refuses = 0
        self._seen: list[str] = []
        self.peer = Peer(self._respond)

    def _respond(self, request: Request) -> Response:
        if request.signed_by not in self._seen:
            self._seen.append(request.signed_by)
        if self._seen.index(request.signed_by) < self.refuses:
            return Response({"__type": self.code, "message": "not with these"}, status=400)
        return Response({"Keys": [], "Truncated": False})

    @property
    def signed_by(self) -> list[str]:
        """The access key IDs of all requests."""
        return [request.signed_by for request in self.peer.requests]


@pytest.fixture
def picky(program: Program) -> Iterator[Service]:
    """Configure the program to use it."""
    service = Service()
    program.set(AWS_ENDPOINT_URL_KMS=service.peer.url)
    yield service
    service.peer.close()


@pytest.fixture
def container(program: Program) -> Iterator[Place]:
    """Set up a container."""
    with moved_into(Container, program) as place:
        yield place


@pytest.mark.usefixtures("container")
@pytest.mark.parametrize("code", REFUSALS)
def test_refused_once(picky: Service, code: str) -> None:
    """The call succeeds with new credentials, and later calls use them."""
    picky.code, picky.refuses = code, 1

    with kms.KMSClient() as client:
        result = client.list_keys()
        client.list_keys().unwrap()

    assert result.is_ok
    first, second = result.metadata.attempts
    assert isinstance(first.error, REFUSALS[code])
    assert second.error is None
    assert ["ASIACONTAINER1", "ASIACONTAINER2", "ASIACONTAINER2"] == picky.signed_by


@pytest.mark.usefixtures("container")
@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_refused_once_in_the_async_client(picky: Service) -> None:
    """The async client does the same."""
    picky.refuses = 1

    async with kms.AsyncKMSClient() as client:
        (await client.list_keys()).unwrap()

    assert ["ASIACONTAINER1", "ASIACONTAINER2"] == picky.signed_by


def test_refused_for_good(picky: Service, container: Place) -> None:
    """If new credentials are rejected too, the call gets the error and the next refresh is delayed."""
    picky.refuses = 100

    with kms.KMSClient() as client:
        errors = [client.list_keys().err for _ in range(5)]

    assert all(isinstance(error, kms.ExpiredTokenException) for error in errors)
    assert 2 == len(container.peer.requests)
    assert 6 == len(picky.signed_by)


def test_explicit(picky: Service) -> None:
    """Rejected explicit credentials cannot be refreshed, so the call gets the error."""
    picky.refuses = 1

    with kms.KMSClient(credentials=kms.Credentials("AKIAMINE", SECRET)) as client:
        result = client.list_keys()

    assert isinstance(result.err, kms.ExpiredTokenException)
    assert ["AKIAMINE"] == picky.signed_by
