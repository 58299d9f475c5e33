"""What clients take as `http`: clients and transports of httpx and of httpx2, each its own kind."""

import httpx
import httpx2

import smaws_kms as kms


def accepted() -> None:
    """Take what fits."""
    kms.AsyncKMSClient(http=httpx.AsyncClient())
    kms.AsyncKMSClient(http=httpx.AsyncHTTPTransport())
    kms.AsyncKMSClient(http=httpx2.AsyncClient())
    kms.AsyncKMSClient(http=httpx2.AsyncHTTPTransport())
    kms.AsyncKMSClient(http=httpx2.MockTransport(lambda _: httpx2.Response(200)))
    kms.KMSClient(http=httpx.Client())
    kms.KMSClient(http=httpx.HTTPTransport())
    kms.KMSClient(http=httpx2.Client())
    kms.KMSClient(http=httpx2.MockTransport(lambda _: httpx2.Response(200)))


def refused() -> None:
    """Refuse what does not."""
    kms.AsyncKMSClient(http=httpx.Client())  # E: mypy pyright
    kms.AsyncKMSClient(http=httpx2.HTTPTransport())  # E: mypy pyright
    kms.KMSClient(http=httpx2.AsyncClient())  # E: mypy pyright
    kms.KMSClient(http=httpx.AsyncHTTPTransport())  # E: mypy pyright
    kms.KMSClient(http=object())  # E: mypy pyright


def clients() -> tuple[httpx.AsyncClient, httpx.Client]:
    """Give httpx's clients back, each of its own kind."""
    kms.KMSClient().http = httpx.Client()  # E: mypy pyright
    wrong: httpx.Client = kms.AsyncKMSClient().http  # E: mypy pyright
    wrong.close()
    return kms.AsyncKMSClient().http, kms.KMSClient().http
