"""Credentials: of arguments, functions, the environment, and botocore's chain."""

import asyncio
import gc
import json
import sys
from collections.abc import Awaitable
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Final

from botocore.credentials import Credentials
from botocore.exceptions import LoginRefreshRequired, MetadataRetrievalError

import smaws_kms as kms
from smaws_kms._runtime.auth.botocore_chain import SOURCES
from smaws_kms._runtime.auth.chain_errors import explain
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
    yield from _profiles(place)
    yield from _roles(place)
    yield from _processes(place)
    yield from _metadata()
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


def _of(place: Place, config: str, profile: str | None = "app", **variables: str) -> kms.SmawsError:
    path = place.write("config", config)
    with environment(
        AWS_CONFIG_FILE=path, AWS_MAX_ATTEMPTS="1", HOME=str(place.folder), **variables
    ):
        return called(profile=profile, credentials=None)


def _profiles(place: Place) -> Cases:
    yield "profile without keys", _of(place, "[profile app]\nregion = eu-west-1\n")
    broken = f"[profile app]\naws_access_key_id = AKID ; old\naws_secret_access_key = {_KEY}\n"
    yield "key ID with a comment in a profile", _of(place, broken)
    yield "key alone in a profile", _of(place, f"[profile app]\naws_secret_access_key = {_KEY}\n")
    sso = (
        "[profile app]\nsso_start_url = https://orders.awsapps.com/start\nsso_region = eu-west-1\n"
        "sso_account_id = 123456789012\nsso_role_name = reader\n"
    )
    yield "nobody signed in", _of(place, sso)
    login = "[profile app]\nlogin_session = arn:aws:iam::123456789012:user/ann\n"
    yield "nobody logged in", _of(place, login)


def _roles(place: Place) -> Cases:
    serial = "arn:aws:iam::123456789012:mfa/ann"
    mfa = (
        f"[profile app]\n{_ROLE}mfa_serial = {serial}\nsource_profile = keys\n{_KEYS_PROFILE}{_STS}"
    )
    yield "role with a device", _of(place, mfa)
    plain = f"[profile app]\n{_ROLE}source_profile = keys\n{_KEYS_PROFILE}{_STS}"
    yield "role without a connection to STS", _of(place, plain)
    loop = f"[profile app]\n{_ROLE}source_profile = step\n[profile step]\n{_ROLE}source_profile = app\n"
    yield "roles in a circle", _of(place, f"{loop}{_STS}")
    yield (
        "role of a profile that is nowhere",
        _of(place, f"[profile app]\n{_ROLE}source_profile = nowhere\n{_STS}"),
    )
    quoted = f'[profile keys]\naws_access_key_id = "AKID"\naws_secret_access_key = {_KEY}\n'
    yield (
        "role of keys in quotes",
        _of(place, f"[profile app]\n{_ROLE}source_profile = keys\n{quoted}{_STS}"),
    )
    yield (
        "role of the environment",
        _of(
            place,
            f"[profile app]\n{_ROLE}credential_source = Environment\n{_STS}",
            AWS_ACCESS_KEY_ID="AKID",
            AWS_SECRET_ACCESS_KEY=f"{_KEY}\n",
        ),
    )


def _processes(place: Place) -> Cases:
    found = {"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": _KEY}
    for name, program in {
        "that fails": f"import sys; sys.exit('secret_key={_KEY} is refused')",
        "that prints text": f"print('{_KEY}')",
        "that prints no keys": "print('{\"Version\": 1}')",
        "whose keys expire at some time": _printing({**found, "Expiration": "soon"}),
        "whose keys expire without an offset": _printing(
            {**found, "Expiration": "2030-01-01T00:00:00"}
        ),
        "whose keys have expired": _printing({**found, "Expiration": "2020-01-01T00:00:00Z"}),
    }.items():
        script = place.write("give.py", program)
        command = f"{sys.executable} {script}"
        error = _of(place, f"[profile app]\ncredential_process = {command}\n")
        # The interpreter is another one on every machine.
        yield (
            f"process {name}",
            f"{type(error).__name__}: {error}".replace(sys.executable, "python"),
        )
    for name, command in {
        "empty": "",
        "with half a pair of quotes": '"unbalanced',
        "that does not exist": "/files/give",
    }.items():
        yield f"command {name}", _of(place, f"[profile app]\ncredential_process = {command}\n")


def _printing(document: object) -> str:
    return f"print({json.dumps(document)!r})"


def _metadata() -> Cases:
    variable = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
    yield "container's address", _found(**{variable: "http://vault.test/x"})
    yield (
        "container's token",
        _found(
            **{variable: "http://127.0.0.1:9/x", "AWS_CONTAINER_AUTHORIZATION_TOKEN": f"{_KEY}\n"}
        ),
    )
    # Exceptions of botocore that would need its servers.
    for name, error in {
        "expired login": LoginRefreshRequired(),
        "response without a key": KeyError("AccessKeyId"),
        "response that is quoted": MetadataRetrievalError(
            error_msg=f"Unable to parse JSON returned from container metadata: {_KEY}"
        ),
        "long text": OSError(f"{_KEY} " + "word " * 200),
    }.items():
        yield name, f"CredentialsError: the profile 'app': {explain(error, 'app')}"


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
