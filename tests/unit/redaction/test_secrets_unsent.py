"""Errors of calls that send nothing, or that time out, hold no secret."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, cast

import httpx
import pytest
from attrs import evolve

import smaws_kms as kms
from tests.unit.redaction.secret_markers import (
    leaks_in_log,
    leaks_of,
    never_raised,
    planted,
    secret,
)
from tests.unit.redaction.secret_programs import CREDENTIALS, Fail, FailingCall, each_client

pytestmark = pytest.mark.usefixtures("log")

KEY: Final = secret("key")
LONG: Final = secret("long", length=5000)


def failing_provider() -> kms.Credentials:
    """Raise an exception with a harmless text and secrets in its frames, cause and context."""
    found = {"secret": KEY}
    error = RuntimeError("the vault is sealed")
    error.add_note(found["secret"])
    raise error from RuntimeError(KEY)


def provider_of(value: object) -> Callable[[], kms.Credentials]:
    """Return a credential function that returns a wrong value."""
    return lambda: cast("kms.Credentials", value)


def unusable(**changes: Any) -> kms.Credentials:
    """Return credentials with one invalid part."""
    return evolve(CREDENTIALS, **changes)


NO_CREDENTIALS: Final[Mapping[str, object]] = {
    "a function that raises": failing_provider,
    "a function that returns a tuple": provider_of(("AKIDEXAMPLE", KEY)),
    "a function that returns text": provider_of(KEY),
    "a function that returns unusable ones": provider_of(unusable(session_token=KEY + "\n")),
    "a line break in the secret key": unusable(secret_access_key=KEY + "\n"),
    "no ASCII in the token": unusable(session_token=KEY + "é"),
    "bytes for the secret key": unusable(secret_access_key=KEY.encode()),
    "a list for the token": unusable(session_token=[KEY]),
}

NO_CONFIGURATION: Final[Mapping[str, Mapping[str, Any]]] = {
    "no region": {"region": None},
    "a header that is no header": {"headers": {"X-Mine": KEY + "\n"}},
    "a header of this package": {"headers": {"Authorization": KEY}},
    "user info in the endpoint": {"endpoint_url": f"https://user:{KEY}@kms.example"},
    "a token in the endpoint": {"endpoint_url": f"https://kms.example/?token={KEY}"},
    "a fragment in the endpoint": {"endpoint_url": f"https://kms.example/#{KEY}"},
    "a password that breaks the endpoint": {"endpoint_url": f"https://user:{KEY}?1@kms.example"},
    "a password that cuts the endpoint": {"endpoint_url": f"https://user:{KEY}#1@kms.example"},
    "a password with a slash": {"endpoint_url": f"https://user:{KEY}/1@kms.example"},
    "a password with an at": {"endpoint_url": f"https://user:{KEY}@1@kms.example"},
    "a password with a space": {"endpoint_url": f"https://user:{KEY} 1@kms.example"},
    "user info without a scheme": {"endpoint_url": f"user:{KEY}@kms.example"},
    "user info and another scheme": {"endpoint_url": f"ftp://user:{KEY}@kms.example"},
}


def store(**changes: Any) -> kms.CreateCustomKeyStoreRequest:
    """Return a valid request with some changes."""
    password = changes.pop("key_store_password", KEY)
    return kms.CreateCustomKeyStoreRequest(
        custom_key_store_name="n", key_store_password=password, **changes
    )


def proxy(access_key_id: str, raw_secret: str) -> kms.CreateCustomKeyStoreRequest:
    """Return a valid request with an invalid credential for the proxy."""
    credential = kms.XksProxyAuthenticationCredentialType(
        access_key_id=access_key_id, raw_secret_access_key=raw_secret
    )
    return store(xks_proxy_authentication_credential=credential)


def too_long() -> kms.EncryptRequest:
    """Return a request with more plaintext than KMS accepts."""
    return kms.EncryptRequest(key_id="k", plaintext=LONG.encode())


def naive() -> kms.ImportKeyMaterialRequest:
    """Return a request with a naive datetime."""
    request: kms.ImportKeyMaterialRequest = planted(kms.ImportKeyMaterialRequest)
    return evolve(request, import_token=KEY.encode(), valid_to=datetime.min)  # noqa: DTZ901


INVALID: Final[Mapping[str, tuple[str, kms.Operation[Any, Any, Any], object]]] = {
    "another member too short": (
        "basic",
        kms.CreateCustomKeyStore,
        store(cloud_hsm_cluster_id="c"),
    ),
    "sensitive text too short": ("basic", kms.CreateCustomKeyStore, proxy("A" * 20, KEY)),
    "sensitive text too long": ("full", kms.CreateCustomKeyStore, store(key_store_password=LONG)),
    "sensitive text of wrong characters": (
        "full",
        kms.CreateCustomKeyStore,
        proxy(secret("id", length=20), "A" * 43),
    ),
    "more of it": ("full", kms.CreateCustomKeyStore, proxy("A" * 20, secret("!", length=43))),
    "sensitive bytes too long": ("full", kms.Encrypt, too_long()),
    "a naive time": ("basic", kms.ImportKeyMaterial, naive()),
}

CALLS: Final[dict[str, FailingCall]] = {
    **{
        f"no credentials: {name}": FailingCall(
            error=kms.CredentialsError, options={"credentials": credentials}
        )
        for name, credentials in NO_CREDENTIALS.items()
    },
    **{
        f"no configuration: {name}": FailingCall(error=kms.ConfigurationError, options=options)
        for name, options in NO_CONFIGURATION.items()
    },
    **{
        f"invalid: {name}": FailingCall(
            error=kms.RequestValidationError,
            operation=operation,
            request=request,
            options={"validate": validate},
        )
        for name, (validate, operation, request) in INVALID.items()
    },
    "no time at all": FailingCall(
        error=kms.DeadlineExceededError, options={"timeout": kms.Timeout(operation=0)}
    ),
}


@each_client
@pytest.mark.parametrize("call", list(CALLS.values()), ids=list(CALLS))
async def test_error_before_sending(
    call: FailingCall, fail: Fail, log: pytest.LogCaptureFixture
) -> None:
    """Neither request nor credentials nor secret settings are in the error or the log."""
    result = await fail(call)

    assert never_raised(result.error)
    assert [] == leaks_of(result)
    assert [] == leaks_in_log(log.records)
    assert [] == call.signatures


async def test_async_credential_function_that_raises(log: pytest.LogCaptureFixture) -> None:
    """The locals of a failed async function are not in the error."""

    async def provide() -> kms.Credentials:
        await asyncio.sleep(0)
        return failing_provider()

    client = kms.AsyncKMSClient(region="eu-west-1", credentials=provide)
    result = await client.encrypt(key_id="k", plaintext=KEY.encode())

    assert isinstance(result, kms.Err)
    assert str(result.error).endswith("provide failed: RuntimeError: the vault is sealed")
    assert never_raised(result.error)
    assert [] == leaks_of(result)
    assert [] == leaks_in_log(log.records)


async def test_timeout(log: pytest.LogCaptureFixture) -> None:
    """The error of a call that timed out holds nothing of its request."""

    async def wait(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError("it is never set")

    client = kms.AsyncKMSClient(
        region="eu-west-1",
        credentials=CREDENTIALS,
        http=httpx.MockTransport(wait),
        timeout=kms.Timeout(attempt=0.001),
    )
    result = await client.encrypt(key_id="k", plaintext=KEY.encode())

    assert isinstance(result, kms.Err)
    assert isinstance(result.error, kms.AttemptTimeoutError)
    assert never_raised(result.error)
    assert [] == leaks_of(result)
    assert [] == leaks_in_log(log.records)
