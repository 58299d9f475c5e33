"""Credentials that the service refuses: new ones are asked for, once."""

from collections.abc import Iterator
from typing import Final

import pytest

import smaws_kms as kms
from tests.integration.credentials.peers import SECRET, Answer, Asked, Peer
from tests.integration.credentials.places import Container, Place, Program, moved_into

REFUSALS: Final[dict[str, type[kms.CommonServiceError]]] = {
    "ExpiredTokenException": kms.ExpiredTokenException,
    "UnrecognizedClientException": kms.UnrecognizedClientException,
}


class Service:
    """A KMS that refuses the first so many access keys it sees."""

    def __init__(self) -> None:
        self.code = "ExpiredTokenException"
        self.refuses = 0
        self._seen: list[str] = []
        self.peer = Peer(self._respond)

    def _respond(self, asked: Asked) -> Answer:
        if asked.signed_by not in self._seen:
            self._seen.append(asked.signed_by)
        if self._seen.index(asked.signed_by) < self.refuses:
            return Answer({"__type": self.code, "message": "not with these"}, status=400)
        return Answer({"Keys": [], "Truncated": False})

    @property
    def signed_by(self) -> list[str]:
        """The access key IDs of all requests."""
        return [asked.signed_by for asked in self.peer.requests]


@pytest.fixture
def picky(program: Program) -> Iterator[Service]:
    """Point the program at it."""
    service = Service()
    program.set(AWS_ENDPOINT_URL_KMS=service.peer.url)
    yield service
    service.peer.close()


@pytest.fixture
def container(program: Program) -> Iterator[Place]:
    """Move into a container."""
    with moved_into(Container, program) as place:
        yield place


@pytest.mark.usefixtures("container")
@pytest.mark.parametrize("code", REFUSALS)
def test_refused_once(picky: Service, code: str) -> None:
    """The call succeeds with the next credentials, and later calls go on with them."""
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
    """So it is with the async client."""
    picky.refuses = 1

    async with kms.AsyncKMSClient() as client:
        (await client.list_keys()).unwrap()

    assert ["ASIACONTAINER1", "ASIACONTAINER2"] == picky.signed_by


def test_refused_for_good(picky: Service, container: Place) -> None:
    """Who is refused again gets the error, and the provider is left in peace for a while."""
    picky.refuses = 100

    with kms.KMSClient() as client:
        errors = [client.list_keys().err for _ in range(5)]

    assert all(isinstance(error, kms.ExpiredTokenException) for error in errors)
    assert 2 == len(container.peer.requests)
    assert 6 == len(picky.signed_by)


def test_explicit(picky: Service) -> None:
    """There is nobody to ask for others in place of what the user gave."""
    picky.refuses = 1

    with kms.KMSClient(credentials=kms.Credentials("AKIAMINE", SECRET)) as client:
        result = client.list_keys()

    assert isinstance(result.err, kms.ExpiredTokenException)
    assert ["AKIAMINE"] == picky.signed_by
