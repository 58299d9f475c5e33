"""Error texts for failures of botocore's credential chain: what happened, where, what to do."""

import os
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import field, frozen

from smaws_kms._runtime.auth import sso_errors
from smaws_kms._runtime.auth.chosen_profile import ChosenProfile, UnusableProfileError
from smaws_kms._runtime.redaction.exception_text import describe, redacted
from smaws_kms._runtime.redaction.external_text import quote_value

# botocore quotes the whole response of a container's endpoint, which may hold secrets.
_QUOTED_RESPONSE: Final = re.compile(r"(?<=from container metadata): .*", re.DOTALL)
_WRAPPED: Final = re.compile(r"^Error when retrieving credentials from [\w-]+: ")

_CONTAINER: Final = "the container's credentials"
_BAD_EXPIRY: Final = "the expiry time of the credentials cannot be read"
_INSTEAD: Final = {
    "ParserError": _BAD_EXPIRY,
    "OverflowError": _BAD_EXPIRY,
    "Parser must be": _BAD_EXPIRY,
    "offset-naive": "the expiry time of the credentials has no offset from UTC",
    "still expired": "the credentials had expired when they were returned; if they have not, this "
    "machine's clock is wrong",
    "No closing quotation": "the command of credential_process cannot be split into words",
    "JSONDecodeError": "what the service returned as credentials is not JSON",
}
"""Texts that replace an exception's, by a part of its class and text."""
_ADVICE: Final = {
    "EndpointConnectionError": "check the network, the proxy and the Region of STS or SSO",
    "LoginRefreshRequired": "run: aws login --profile {profile}",
    "LoginTokenLoadError": "run: aws login --profile {profile}",
}
"""By the name of the exception's class."""
_ADVICE_BY_TEXT: Final = {
    "Unsupported host": "AWS_CONTAINER_CREDENTIALS_FULL_URI has to be https, a loopback address, "
    "or the address of ECS or EKS",
    "Auth token value": "the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names, or "
    "AWS_CONTAINER_AUTHORIZATION_TOKEN, holds a line break",
    "credential source": "expected Environment, Ec2InstanceMetadata or EcsContainer",
    "sso-session does not exist": "the config file needs a section [sso-session NAME] of this name",
    "invalid literal for int": "a number is expected in AWS_METADATA_SERVICE_TIMEOUT, "
    "AWS_METADATA_SERVICE_NUM_ATTEMPTS, AWS_MAX_ATTEMPTS, or the profile's settings of these names",
}
"""By a part of the text, for exceptions of general classes."""

_REFUSALS: Final = {
    "AccessDenied": "the role's trust policy, or the policies of the source credentials, do not "
    "allow it",
    "ExpiredToken": "the source credentials or the web identity token have expired",
    "Forbidden": "the signed-in user has no access to this account and role",
    "IDPRejectedClaim": "the identity provider rejected the web identity token: get a new one",
    "InvalidClientTokenId": "AWS does not know the access key that was to assume the role",
    "InvalidIdentityToken": "the role's account has no identity provider for the issuer of the web "
    "identity token, or the token is damaged",
    "RegionDisabled": "STS is not active in this Region for the account",
    "SignatureDoesNotMatch": "the source profile's secret key is wrong, or this machine's clock is",
    "UnrecognizedClient": "AWS does not know the access key that was to assume the role",
}
"""By the error code without `Exception`."""


@frozen
class _Problem:
    """A failure, and where it happened if that is not the profile."""

    text: str
    advice: str | None = None
    place: str | None = field(default=None, kw_only=True)

    def shown(self, chosen: ChosenProfile) -> str:
        advice = (self.advice or "").replace("{profile}", chosen.quoted)
        advice = f" ({advice})" if advice else ""
        return f"{self.place or chosen}: {self.text}{advice}"


def explain(error: Exception, chosen: ChosenProfile) -> str:
    """Return a text for a failure: where it happened, the redacted reason, and advice if there is any."""
    if isinstance(error, UnusableProfileError):
        return f"{chosen}: {error}"
    if signing_in := sso_errors.explain(error, chosen):
        return f"{chosen}: {signing_in}"
    find = next((find for kind, find in _RULES.items() if _is_a(error, kind)), _other)
    return find(error).shown(chosen)


def _is_a(error: Exception, kind: str) -> bool:
    # By name: importing the classes would import botocore.
    return any(cls.__name__ == kind for cls in type(error).__mro__)


def _kwargs(error: Exception) -> Mapping[str, Any]:
    """Return the parts that botocore made the text of its exception from."""
    found: Mapping[str, Any] = getattr(error, "kwargs", {})
    return found


def _partial(error: Exception) -> _Problem:
    provider, missing = _kwargs(error).get("provider"), _kwargs(error).get("cred_var")
    if provider == "env":
        return _Problem(
            "AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not",
            "set both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or neither",
            place="the environment",
        )
    if provider == "assume-role":
        return _Problem(
            "it has role_arn, but neither source_profile nor credential_source, one of which has to "
            "name the credentials that assume the role"
        )
    return _Problem(
        f"it has an aws_access_key_id, but no {missing}",
        "set both aws_access_key_id and aws_secret_access_key, or neither",
    )


def _retrieval(error: Exception) -> _Problem:
    text = _QUOTED_RESPONSE.sub("", _WRAPPED.sub("", redacted(str(error))))
    provider = _kwargs(error).get("provider")
    if "No credentials found in credential_source" in text:
        return _Problem(f"its credential_source {provider} has no credentials")
    if provider != "container-role":
        return _Problem(text)
    advice = f"{_container()} names the endpoint"
    return _Problem(text, advice, place=_CONTAINER)


def _refusal(error: Exception) -> _Problem:
    response: Mapping[str, Mapping[str, str]] = getattr(error, "response", {})
    details = response.get("Error", {})
    code, message = details.get("Code") or "an error", details.get("Message") or "no message"
    operation = getattr(error, "operation_name", "the call")
    advice = _REFUSALS.get(code.removesuffix("Exception"))
    if "Signature expired" in message or "Signature not yet current" in message:
        advice = "this machine's clock is wrong"
    return _Problem(redacted(f"AWS refused {operation} with {code}: {message}"), advice)


def _missing_key(error: Exception) -> _Problem:
    place = _CONTAINER if _container() else None
    return _Problem(f"the response lacks {redacted(str(error))}", place=place)


def _container() -> str | None:
    """Return the variable that names the container's endpoint."""
    names = ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
    return next(filter(os.environ.get, names), None)


def _unreadable(error: Exception) -> _Problem:
    file: object = getattr(error, "filename", None)
    reason: object = getattr(error, "strerror", None)
    text = f"{reason}: {quote_value(redacted(file))}" if isinstance(file, str) else describe(error)
    names = (name for name, value in os.environ.items() if name[:4] == "AWS_" and value == file)
    name = next(names, None)
    if name is None:
        return _Problem(text)
    return _Problem(text, f"{name} names it", place="the environment")


def _sentence(error: Exception) -> _Problem:
    """Keep the text of an exception of botocore, whose class says nothing more."""
    if "has no role ARN configured" in str(error) and os.environ.get("AWS_WEB_IDENTITY_TOKEN_FILE"):
        return _Problem(
            "AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not",
            "set both, or neither",
            place="the environment",
        )
    return _Problem(redacted(str(error)), _advice(error))


def _other(error: Exception) -> _Problem:
    text = describe(error)
    instead = next((instead for part, instead in _INSTEAD.items() if part in text), None)
    return _Problem(instead or text, _advice(error))


def _advice(error: Exception) -> str | None:
    text = str(error)
    by_text = (advice for part, advice in _ADVICE_BY_TEXT.items() if part in text)
    return _ADVICE.get(type(error).__name__) or next(by_text, None)


_RULES: Final[Mapping[str, Callable[[Exception], _Problem]]] = {
    "PartialCredentialsError": _partial,
    "CredentialRetrievalError": _retrieval,
    "ClientError": _refusal,
    "BotoCoreError": _sentence,
    "KeyError": _missing_key,
    "OSError": _unreadable,
}
"""By the name of a class, in this order; subclasses are included."""
