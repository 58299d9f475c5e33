"""Clients, and `TypeError`s about their arguments, show no secret."""

import pickle
from collections.abc import Mapping
from typing import Any, Final

import httpx
import pytest

import smaws_kms as kms
from tests.unit.redaction.secret_markers import holds_secret, leaks_of, reachable
from tests.unit.redaction.secret_programs import CREDENTIALS
from tests.unit.redaction.shown_secrets import KEY, leaks_around, raised

ARGUMENTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "credentials for the region": {"region": CREDENTIALS},
    "text for credentials": {"credentials": KEY},
    "a pair for credentials": {"credentials": ("AKIDEXAMPLE", KEY)},
    "bytes for the endpoint": {"endpoint_url": f"https://user:{KEY}@kms.example".encode()},
    "bytes for the profile": {"profile": KEY.encode()},
    "a list for headers": {"headers": [("Authorization", KEY)]},
    "bytes in headers": {"headers": {"X-Mine": KEY.encode()}},
    "bytes for the application": {"app_id": KEY.encode()},
    "text for a flag": {"use_fips": KEY},
    "text for the timeout": {"timeout": KEY},
    "text for the transport": {"http": KEY},
}


@pytest.mark.parametrize("client", [kms.AsyncKMSClient, kms.KMSClient])
@pytest.mark.parametrize("arguments", list(ARGUMENTS.values()), ids=list(ARGUMENTS))
def test_wrong_type_for_a_client(arguments: Mapping[str, Any], client: type[Any]) -> None:
    """The `TypeError` of a constructor has no value."""
    error = raised(lambda: client(**arguments))

    assert [] == leaks_around(error)


class KeyVault:
    """Returns credentials from its own attribute."""

    def __init__(self) -> None:
        self.credentials = CREDENTIALS

    def __repr__(self) -> str:
        return f"<KeyVault of {self.credentials.secret_access_key}>"

    def __call__(self) -> kms.Credentials:
        """Return the credentials."""
        return self.credentials


def respond(_: httpx.Request) -> httpx.Response:
    """Respond to `Encrypt`."""
    return httpx.Response(200, json={"CiphertextBlob": "AAEC"})


@pytest.mark.parametrize("credentials", [CREDENTIALS, KeyVault()], ids=["values", "a function"])
def test_clients(credentials: Any) -> None:
    """A used client shows no secret, nor does any of its parts that this package defines."""
    client = kms.KMSClient(
        region="eu-west-1",
        credentials=credentials,
        headers={"X-Mine": KEY},
        http=httpx.MockTransport(respond),
    )
    client.encrypt(key_id="k", plaintext=KEY.encode()).unwrap()
    derived = client.with_options(headers={"X-Other": KEY}, timeout=1.0)
    derived.encrypt(key_id="k", plaintext=KEY.encode()).unwrap()

    parts = [*reachable(client), *reachable(derived)]
    own_parts = [part for part in parts if type(part).__module__.startswith("smaws_kms")]

    assert [] == [type(part).__name__ for part in own_parts if holds_secret(repr(part) + str(part))]
    assert {"KMSClient", "ResolvedConfig", "CredentialResolver"} <= {
        type(part).__name__ for part in own_parts
    }


@pytest.mark.parametrize("kind", [kms.AsyncKMSClient, kms.KMSClient])
@pytest.mark.parametrize("argument", ["credentials", "function", "http"])
def test_client_that_does_not_pickle(argument: str, kind: type[Any]) -> None:
    """A client whose pickle would hold secrets refuses pickling, with an error that shows none."""
    arguments: dict[str, dict[str, Any]] = {
        "credentials": {"credentials": CREDENTIALS},
        "function": {"credentials": lambda: CREDENTIALS},
        "http": {"http": httpx.MockTransport(respond)},
    }
    client = kind(region="eu-west-1", **arguments[argument])

    error = raised(lambda: pickle.dumps(client))

    assert [] == leaks_around(error)


def test_client_that_pickles_has_no_secret() -> None:
    """The pickle of a client has no settings from the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        patch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
        client = kms.KMSClient(region="eu-west-1", endpoint_url="http://127.0.0.1:1")
        result = client.encrypt(key_id="k", plaintext=KEY.encode())

    assert isinstance(result, kms.Err)
    assert isinstance(result.error, kms.ConnectError)
    assert [] == leaks_of(result)
    assert not holds_secret(pickle.dumps(client))


@pytest.mark.parametrize(
    "swapped",
    ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "AKID ; geheim", "x" * 40, b"geheim", None],
)
def test_malformed_key_id(swapped: Any) -> None:
    """A malformed key ID is shown only if it could be a key ID."""
    assert (
        "Credentials(access_key_id=<redacted>, secret_access_key=<redacted>, "
        "session_token=<redacted>, expires_at=None)"
    ) == repr(kms.Credentials(swapped, "AKIAIOSFODNN7EXAMPLE"))
