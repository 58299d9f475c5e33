"""Credentials: of arguments, functions, the environment, and botocore's chain."""

import asyncio
import gc
from collections.abc import Awaitable
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Final

from botocore.credentials import Credentials

import smaws_kms as kms
from smaws_kms._runtime.auth.botocore_chain import SOURCES
from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import RefreshOutcome
from smaws_kms._runtime.support.daemon_thread import NoThreadError
from tests.texts.place import CREDENTIALS, Cases, Place, called, called_async, environment
from tests.unit.auth.credential_fakes import NOON, source
from tests.unit.redaction.secret_markers import secret

TITLE: Final = "Credentials"

_KEY: Final = secret("key")
_ROLE: Final = "role_arn = arn:aws:iam::123456789012:role/orders\nservices = local\n"
_STS: Final = "[services local]\nsts =\n  endpoint_url = http://127.0.0.1:9\n"
_KEYS: Final = f"aws_access_key_id = AKID\naws_secret_access_key = {_KEY}\n"
_KEYS_PROFILE: Final = f"[profile keys]\n{_KEYS}"


def cases(place: Place) -> Cases:
    """Return the cases of credentials that are missing or wrong."""
    yield from _arguments()
    yield from _functions()
    yield from _environment()
    yield from _threads()
    yield from _sources(place)


def _with(*fields: Any, **more: Any) -> kms.SmawsError:
    return called(credentials=kms.Credentials(*fields, **more))


def _arguments() -> Cases:
    yield "key ID that is no text", _with(7, _KEY)
    yield "empty key ID", _with("", _KEY)
    yield "key with a line break", _with("AKID", f"{_KEY}\n")
    yield "key in quotes", _with("AKID", f"'{_KEY}'")
    yield "key ID with a space", _with("AKID 2", _KEY)
    yield "key with a comment", _with("AKID", f"{_KEY} # mine")
    yield "key ID as the key", _with(_KEY, "AKIAIOSFODNN7EXAMPLE")
    yield "expiry without an offset", _with("AKID", _KEY, expires_at=datetime(2030, 1, 1))  # noqa: DTZ001 - the case
    yield "expiry that is text", _with("AKID", _KEY, expires_at="2030-01-01")


def _functions() -> Cases:
    def vault() -> Any:
        raise OSError(f"the vault is sealed for secret_key={_KEY}")

    def unprintable() -> Any:
        raise _UnprintableError

    def nothing() -> Any:
        return None

    def sleepy() -> Awaitable[kms.Credentials]:
        return asyncio.sleep(0, CREDENTIALS)

    async def later() -> Any:
        raise OSError("the vault is sealed")

    yield "function that fails", called(credentials=vault)
    yield "function that fails without a text", called(credentials=unprintable)
    yield "function that returns nothing", called(credentials=nothing)
    yield "function that returns botocore's", called(credentials=_of_botocore)
    yield "function that returns botocore's frozen ones", called(credentials=_frozen_of_botocore)
    yield "function that is async after all", called(credentials=sleepy)
    gc.collect()
    yield "async function that fails", called_async(credentials=later)
    yield "credentials whose fields cannot be read", called(credentials=_Odd)


class _UnprintableError(Exception):
    def __str__(self) -> str:
        raise ArithmeticError


class _Odd(kms.Credentials):
    def __init__(self) -> None:
        super().__init__("AKID", _KEY)

    def __getattribute__(self, name: str) -> Any:
        if name == "access_key_id":
            raise ArithmeticError
        return super().__getattribute__(name)


def _of_botocore() -> Any:
    return Credentials("AKID", _KEY)


def _frozen_of_botocore() -> Any:
    return _of_botocore().get_frozen_credentials()


def _found(**variables: str) -> kms.SmawsError:
    with environment(**variables):
        return called(credentials=None)


def _environment() -> Cases:
    pair = {"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": _KEY}
    yield "none", _found()
    yield "key ID alone", _found(AWS_ACCESS_KEY_ID="AKID")
    yield "key alone", _found(AWS_SECRET_ACCESS_KEY=_KEY)
    yield "variable in quotes", _found(**{**pair, "AWS_ACCESS_KEY_ID": '"AKID"'})
    yield "token with a line break", _found(**pair, AWS_SESSION_TOKEN=f"{_KEY}\n")
    yield "expiry in the environment", _found(**pair, AWS_CREDENTIAL_EXPIRATION="soon")
    absent = {"AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/x"}
    yield "file of a web identity", _found(**absent, AWS_WEB_IDENTITY_TOKEN_FILE="/files/token")
    yield "timeout of the metadata service", _found(AWS_METADATA_SERVICE_TIMEOUT="soon")


def _threads() -> Cases:
    def refused(function: object, *, or_here: bool) -> Future[RefreshOutcome]:
        assert callable(function)
        assert or_here in {True, False}
        future: Future[RefreshOutcome] = Future()
        future.set_exception(NoThreadError("no thread can be started: can't start new thread"))
        return future

    def chain(_profile: str | None, _region: str | None) -> Outcome:
        raise OSError(_KEY)

    yield "no thread", source(in_background=refused).fetch(NOON)
    yield "unexpected exception in the chain", source(find_in_chain=chain).fetch(NOON)


def _sources(place: Place) -> Cases:
    """Return what `Credentials.source` and `check()` say of credentials that were found."""
    for name, text in SOURCES.items():
        yield f"source {name}", text.format(profile="the profile 'app'")
    credentials = place.write("credentials", f"[default]\n{_KEYS}")
    with environment(AWS_SHARED_CREDENTIALS_FILE=credentials), _client(credentials=None) as client:
        yield "check of a file", str(client.check().unwrap())
    with _client(region="eu-west-1", credentials=_expiring) as client:
        yield "check of a function", str(client.check().unwrap())
    with _client(credentials=CREDENTIALS, retry=kms.RetryPolicy()) as client:
        yield "check of an argument", str(client.check().unwrap())
        yield "sources of an argument", _all_sources(client)
    modes = {"AWS_RETRY_MODE": "legacy", "AWS_MAX_ATTEMPTS": "5", "AWS_DEFAULTS_MODE": "standard"}
    with environment(**modes), _client(credentials=CREDENTIALS) as client:
        yield "sources of the environment", _all_sources(client)


def _all_sources(client: kms.KMSClient) -> str:
    found = client.check().unwrap().sources
    return "; ".join(f"{name} from {where}" for name, where in found.items())


def _client(**arguments: Any) -> kms.KMSClient:
    complete: dict[str, Any] = {"region": "eu-west-1", **arguments}
    return kms.KMSClient(**complete)


def _expiring() -> kms.Credentials:
    return kms.Credentials("AKIAIOSFODNN7EXAMPLE", _KEY, expires_at=NOON)
