"""Credentials of botocore's chain: profiles, roles, processes, metadata services."""

import json
import os
import sys
from collections.abc import Mapping
from typing import Any, Final

from botocore.exceptions import (
    ClientError,
    CredentialRetrievalError,
    LoginRefreshRequired,
    SSOTokenLoadError,
    TokenRetrievalError,
    UnauthorizedSSOTokenError,
)

import smaws_kms as kms
from smaws_kms._runtime.auth.chain_errors import explain
from smaws_kms._runtime.auth.chosen_profile import ChosenProfile
from smaws_kms._runtime.auth.credential_process import problem_of_outcome
from smaws_kms._runtime.auth.no_credentials import explain_nothing_found
from tests.texts.place import Cases, Place, called, environment
from tests.unit.redaction.secret_markers import secret

TITLE: Final = "Credentials of botocore's chain"

_KEY: Final = secret("key")
_ROLE: Final = "role_arn = arn:aws:iam::123456789012:role/orders\nservices = local\n"
_STS: Final = "[services local]\nsts =\n  endpoint_url = http://127.0.0.1:9\n"
_KEYS_PROFILE: Final = f"[profile keys]\naws_access_key_id = AKID\naws_secret_access_key = {_KEY}\n"


def cases(place: Place) -> Cases:
    """Return the cases of a chain that finds nothing, or fails."""
    yield from _profiles(place)
    yield from _roles(place)
    yield from _processes(place)
    yield from _metadata()
    yield from _exceptions()


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
    half = "[profile app]\naws_access_key_id = AKID\n"
    yield "key ID alone in a profile", _of(place, half)
    files = {"AWS_SHARED_CREDENTIALS_FILE": place.write("credentials", "")}
    yield "profile in no file", _of(place, "", None, **files)
    yield "session in a profile", _of(place, "[profile app]\nsso_session = orders\n")
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
    yield "role without a source", _of(place, f"[profile app]\n{_ROLE}{_STS}")
    source = "credential_source = EcsContainer\n"
    yield "role of an absent source", _of(place, f"[profile app]\n{_ROLE}{source}{_STS}")
    unknown = "credential_source = Vault\n"
    yield "role of an unknown source", _of(place, f"[profile app]\n{_ROLE}{unknown}{_STS}")
    session = "sso_session = nowhere\nsso_account_id = 1\nsso_role_name = r\n"
    yield "session that is nowhere", _of(place, f"[profile app]\n{session}")
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
        "that fails without a text": "import sys; sys.exit(3)",
        "that is killed": "import os; os.kill(os.getpid(), 9)",
        "that prints nothing": "",
        "that prints text": f"print('{_KEY}')",
        "that prints a list": "print('[]')",
        "that prints no version": "print('{}')",
        "that prints another version": _printing({"Version": 2}),
        "that prints no keys": _printing({"Version": 1}),
        "that prints a number for a key": _printing({**found, "AccessKeyId": 7}),
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
        "that is in no directory of PATH": "no-such-program",
        "with a tilde": "~/give",
        "that is a directory": str(place.folder),
        "that may not be executed": place.write("give.py", ""),
    }.items():
        yield f"command {name}", _of(place, f"[profile app]\ncredential_process = {command}\n")
    yield "process that ends by another signal", str(problem_of_outcome(-99, b"", b""))


def _printing(document: object) -> str:
    return f"print({json.dumps(document)!r})"


def _found(**variables: str) -> kms.SmawsError:
    with environment(**variables):
        return called(credentials=None)


def _metadata() -> Cases:
    variable = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
    address = {variable: "http://127.0.0.1:9/x"}
    yield "container's address", _found(**{variable: "http://vault.test/x"})
    yield "container's token", _found(**address, AWS_CONTAINER_AUTHORIZATION_TOKEN=f"{_KEY}\n")
    with environment(**address):
        yield "container's response without a key", _explained(KeyError("AccessKeyId"))
        yield (
            "container's other response",
            _explained(
                CredentialRetrievalError(
                    provider="container-role",
                    error_msg=f"Unable to parse JSON returned from container metadata: {_KEY}",
                )
            ),
        )
    yield "role without a file", _found(AWS_ROLE_ARN="arn:aws:iam::123456789012:role/x")
    identity = "AWS_WEB_IDENTITY_TOKEN_FILE"
    yield "file without a role", _found(**{identity: "/files/token"})
    yield "only a session token", _found(AWS_SESSION_TOKEN=_KEY)
    with environment(AWS_EC2_METADATA_SERVICE_ENDPOINT="http://127.0.0.1:9"):
        os.environ.pop("AWS_EC2_METADATA_DISABLED")
        nothing = explain_nothing_found(ChosenProfile(), only_profile=False)
    yield "metadata service that is not there", f"CredentialsError: {nothing}"


def _explained(error: Exception, **sections: Mapping[str, str]) -> str:
    return f"CredentialsError: {explain(error, ChosenProfile('app', sections))}"


def _exceptions() -> Cases:
    """Return the texts of exceptions of botocore that would need its servers."""
    session = {"sso_session": "orders"}
    yield "response that is not JSON", _explained(json.JSONDecodeError("no", "doc", 0))
    for name, error in {
        "expired login": LoginRefreshRequired(),
        "expired token": UnauthorizedSSOTokenError(),
        "token that was not refreshed": TokenRetrievalError(provider="sso", error_msg=_KEY),
        "token that is not JSON": SSOTokenLoadError(error_msg=f"the file {_KEY} is invalid"),
        "long text": OSError(f"{_KEY} " + "word " * 200),
    }.items():
        yield name, _explained(error, app=session)
    for code in _REFUSED:
        response: Any = {"Error": {"Code": code, "Message": "what STS says"}}
        yield f"STS: {code}", _explained(ClientError(response, "AssumeRole"))
    late: Any = {"Error": {"Code": "SignatureDoesNotMatch", "Message": "Signature expired: now"}}
    yield "STS: another time", _explained(ClientError(late, "AssumeRole"))
    yield "STS: nothing", _explained(ClientError({}, "AssumeRole"))


_REFUSED: Final = (
    "AccessDenied",
    "ExpiredTokenException",
    "ForbiddenException",
    "IDPRejectedClaim",
    "InvalidClientTokenId",
    "InvalidIdentityToken",
    "RegionDisabledException",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
    "NewException",
)
