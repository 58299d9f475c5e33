"""Users of our transports see httpx's exceptions."""

import ssl

import httpx
import pytest

from smaws_kms import connections
from smaws_kms._runtime.http.httpx_errors import in_httpx
from smaws_kms._runtime.http.httpx_failures import classify
from smaws_kms._runtime.http11 import errors

KINDS: list[tuple[type[errors.Http11Error], type[httpx.TransportError]]] = [
    (errors.Http11Error, httpx.TransportError),
    (errors.CouldNotConnect, httpx.ConnectError),
    (errors.WillNotConnect, httpx.ConnectError),
    (errors.Misconfigured, httpx.ConnectError),
    (errors.ConnectTookTooLong, httpx.ConnectTimeout),
    (errors.PoolTookTooLong, httpx.PoolTimeout),
    (errors.WriteTookTooLong, httpx.WriteTimeout),
    (errors.ReadTookTooLong, httpx.ReadTimeout),
    (errors.NotSent, httpx.WriteError),
    (errors.ConnectionBroke, httpx.ReadError),
    (errors.ClosedEarly, httpx.RemoteProtocolError),
    (errors.Malformed, httpx.RemoteProtocolError),
    (errors.Unsendable, httpx.LocalProtocolError),
]


def test_every_kind_is_listed() -> None:
    """A new exception of http11 needs a counterpart in httpx."""
    found = {it for it in vars(errors).values() if isinstance(it, type)}

    assert {kind for kind, _ in KINDS} == {it for it in found if issubclass(it, errors.Http11Error)}


@pytest.mark.parametrize(("kind", "counterpart"), KINDS, ids=lambda it: it.__name__)
def test_kind(kind: type[errors.Http11Error], counterpart: type[httpx.TransportError]) -> None:
    """Each exception is one of httpx's too, with the same name and text, and classified alike."""
    error = kind("a text")
    found = in_httpx(error)

    assert isinstance(found, counterpart)
    assert isinstance(found, kind)
    assert (kind.__name__, str(error)) == (type(found).__name__, str(found))
    assert found is in_httpx(found)
    assert type(found) is type(in_httpx(error))
    expected, classified = (
        classify(error, "https://kms.test/"),
        classify(found, "https://kms.test/"),
    )
    assert (type(expected), str(expected)) == (type(classified), str(classified))


async def test_raised() -> None:
    """The transports that users share raise httpx's exceptions, which know their request."""
    async with httpx.AsyncClient(transport=connections.async_transport()) as client:
        with pytest.raises(httpx.ConnectError, match="could not connect to 127") as caught:
            await client.get("http://127.0.0.1:1/")
    assert "http://127.0.0.1:1/" == str(caught.value.request.url)


def test_raised_blocking() -> None:
    """The blocking ones do too."""
    context = ssl.create_default_context()
    with (
        httpx.Client(transport=connections.transport(ssl_context=context)) as blocking,
        pytest.raises(httpx.LocalProtocolError, match="a line break"),
    ):
        blocking.get("http://127.0.0.1:1/", headers={"X": "a\nb"})
