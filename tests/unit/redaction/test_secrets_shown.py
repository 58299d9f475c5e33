"""No secret is in what values, clients and `TypeError`s show of themselves."""

import pickle
import pprint
import re
import traceback
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

import attrs
import httpx
import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import MEMBER, member_of
from tests.unit.redaction.secret_markers import (
    holds_secret,
    leaks,
    leaks_of,
    planted,
    reachable,
    secret,
)
from tests.unit.redaction.secret_programs import CREDENTIALS

KEY: Final = secret("key")
CLASSES: Final[dict[str, type[Any]]] = {
    name: cls
    for name in dir(kms)
    if isinstance(cls := getattr(kms, name), type)
    and attrs.has(cls)
    and all(MEMBER in field.metadata for field in attrs.fields(cls))
}
SENSITIVE: Final = {
    "CreateCustomKeyStoreRequest.key_store_password",
    "DecapsulateResponse.shared_secret",
    "DecryptResponse.plaintext",
    "DeriveSharedSecretResponse.shared_secret",
    "EncapsulateResponse.shared_secret",
    "EncryptRequest.plaintext",
    "GenerateDataKeyPairResponse.private_key_plaintext",
    "GenerateDataKeyResponse.plaintext",
    "GenerateMacRequest.message",
    "GenerateRandomResponse.plaintext",
    "GetParametersForImportResponse.public_key",
    "SignRequest.message",
    "UpdateCustomKeyStoreRequest.key_store_password",
    "VerifyMacRequest.message",
    "VerifyRequest.message",
    "XksProxyAuthenticationCredentialType.access_key_id",
    "XksProxyAuthenticationCredentialType.raw_secret_access_key",
    "XksProxyConfigurationType.access_key_id",
}


def test_sensitive_members() -> None:
    """The package redacts the members that the model marks, all of them and no others."""
    redacted = {
        f"{name}.{field.name}"
        for name, cls in CLASSES.items()
        for field in attrs.fields(cls)
        if member_of(field).sensitive
    }

    assert SENSITIVE == redacted


@pytest.mark.parametrize("cls", list(CLASSES.values()), ids=list(CLASSES))
def test_shapes(cls: type[Any]) -> None:
    """A shape shows no sensitive member: not itself, not in a result, not within another shape."""
    shape = planted(cls)
    texts = [
        *(repr(shape), str(shape), f"{shape}", pprint.pformat(shape)),
        *(repr(kms.Ok(shape)), str([shape]), repr(kms.Ok(shape).map(lambda found: (found,)))),
    ]

    assert [] == [text for text in texts if holds_secret(text)]
    assert len(leaks(shape)) == texts[0].count("<redacted>")


WRONG: Final[Mapping[str, object]] = {
    "text": KEY,
    "bytes": KEY.encode(),
    "a list": [KEY],
    "a dict": {KEY: KEY},
    "a number": int.from_bytes(KEY.encode(), "big"),
    "another shape": planted(kms.DecryptResponse),
    "credentials": CREDENTIALS,
}
TEXTS: Final = ("key_store_password", "access_key_id", "raw_secret_access_key")


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        (member, kind)
        for member in sorted(SENSITIVE)
        for kind in WRONG
        if kind != ("text" if member.endswith(TEXTS) else "bytes")
    ],
)
def test_wrong_type_for_a_sensitive_member(member: str, kind: str) -> None:
    """The `TypeError` names the member and the type that came, and has no value with it."""
    class_name, _, name = member.partition(".")
    shape = planted(CLASSES[class_name])
    value = WRONG[kind]

    error = raised(lambda: attrs.evolve(shape, **{name: value}))

    assert str(error).startswith(f"{member} must be ")
    assert re.search(rf" not ([a-z_]+\.)?{type(value).__name__}(: |$)", str(error))
    assert [] == leaks_around(error)


def raised(make: Callable[[], object]) -> TypeError:
    """Return the `TypeError` that comes of a wrong argument."""
    try:
        make()
    except TypeError as error:
        return error
    raise AssertionError("no TypeError")


def leaks_around(error: TypeError) -> list[str]:
    """Return where a secret is in a raised error, apart from its frames' locals.

    Those of a constructor hold the arguments that the caller passed, whatever we do.
    """
    printed = [text for text in traceback.format_exception(error) if holds_secret(text)]
    return [*printed, *leaks(error, (error.__traceback__,))]


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
    """The `TypeError` of a constructor has no value with it either."""
    error = raised(lambda: client(**arguments))

    assert [] == leaks_around(error)


def test_wrong_request() -> None:
    """An operation that gets another's request shows nothing of it."""
    request = cast("kms.DecryptRequest", planted(kms.EncryptRequest))
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS)

    assert [] == leaks_around(raised(lambda: kms.Decrypt.request_sync(client, request)))


def test_credentials() -> None:
    """Credentials show their ID and nothing else of themselves."""
    shown = repr(CREDENTIALS)

    assert "access_key_id='AKIDEXAMPLE'" in shown
    assert 2 == shown.count("<redacted>")
    assert not holds_secret(shown + str(CREDENTIALS) + pprint.pformat([CREDENTIALS]))


class KeyVault:
    """Gives credentials that it holds itself."""

    def __init__(self) -> None:
        self.credentials = CREDENTIALS

    def __repr__(self) -> str:
        return f"<KeyVault of {self.credentials.secret_access_key}>"

    def __call__(self) -> kms.Credentials:
        """Return them."""
        return self.credentials


def answer(_: httpx.Request) -> httpx.Response:
    """Answer `Encrypt`."""
    return httpx.Response(200, json={"CiphertextBlob": "AAEC"})


@pytest.mark.parametrize("credentials", [CREDENTIALS, KeyVault()], ids=["values", "a function"])
def test_clients(credentials: Any) -> None:
    """A client that has been used shows no secret, and nor does any part of ours that it has."""
    client = kms.KMSClient(
        region="eu-west-1",
        credentials=credentials,
        headers={"X-Mine": KEY},
        http=httpx.MockTransport(answer),
    )
    client.encrypt(key_id="k", plaintext=KEY.encode()).unwrap()
    derived = client.with_options(headers={"X-Other": KEY}, timeout=1.0)
    derived.encrypt(key_id="k", plaintext=KEY.encode()).unwrap()

    parts = [*reachable(client), *reachable(derived)]
    ours = [part for part in parts if type(part).__module__.startswith("smaws_kms")]

    assert [] == [type(part).__name__ for part in ours if holds_secret(repr(part) + str(part))]
    assert {"KMSClient", "ResolvedConfig", "CredentialResolver"} <= {
        type(part).__name__ for part in ours
    }


@pytest.mark.parametrize("kind", [kms.AsyncKMSClient, kms.KMSClient])
@pytest.mark.parametrize("argument", ["credentials", "function", "http"])
def test_client_that_does_not_pickle(argument: str, kind: type[Any]) -> None:
    """A client whose pickle would hold secrets refuses, with an error that shows none."""
    arguments: dict[str, dict[str, Any]] = {
        "credentials": {"credentials": CREDENTIALS},
        "function": {"credentials": lambda: CREDENTIALS},
        "http": {"http": httpx.MockTransport(answer)},
    }
    client = kind(region="eu-west-1", **arguments[argument])

    error = raised(lambda: pickle.dumps(client))

    assert [] == leaks_around(error)


def test_client_that_pickles_has_no_secret() -> None:
    """Settings from the environment are not in a client's pickle."""
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
def test_key_id_that_is_none(swapped: Any) -> None:
    """The text in place of a key ID is shown only if it may be one."""
    assert (
        "Credentials(access_key_id=<redacted>, secret_access_key=<redacted>, "
        "session_token=<redacted>, expires_at=None)"
    ) == repr(kms.Credentials(swapped, "AKIAIOSFODNN7EXAMPLE"))
