"""Error texts for failures of botocore's credential chain, with advice on what to do."""

import os
import re
from typing import Final

from smaws_kms._runtime.auth.chain_guard import UnusableProfileError
from smaws_kms._runtime.redaction.exception_text import describe, redacted

# botocore quotes the whole response of a container's endpoint, which may hold secrets.
_QUOTED_RESPONSE: Final = re.compile(r"(?<=from container metadata): .*", re.DOTALL)

_SIGN_IN: Final = "run: aws sso login --profile {profile}"
_LOG_IN: Final = "run: aws login --profile {profile}"
_BAD_EXPIRY: Final = "the expiry time of the credentials cannot be read"
_ADVICE: Final = {
    "UnauthorizedSSOTokenError": _SIGN_IN,
    "SSOTokenLoadError": _SIGN_IN,
    "TokenRetrievalError": _SIGN_IN,
    "LoginRefreshRequired": _LOG_IN,
    "LoginTokenLoadError": _LOG_IN,
    "ParserError": _BAD_EXPIRY,
    "OverflowError": _BAD_EXPIRY,
    "JSONDecodeError": "what the process or the service returned as credentials is not JSON",
}
"""By the name of the exception's class."""
_ADVICE_BY_TEXT: Final = {
    "still expired": "if they are not, this machine's clock is wrong",
    "offset-naive": "the expiry time of the credentials has no offset from UTC",
    "Unsupported host": "AWS_CONTAINER_CREDENTIALS_FULL_URI has to be https, a loopback address, "
    "or the address of ECS or EKS",
    "Auth token value": "the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names, or "
    "AWS_CONTAINER_AUTHORIZATION_TOKEN, holds a line break",
    "Parser must be": _BAD_EXPIRY,
    "No closing quotation": "the command of credential_process cannot be split into words",
    "invalid literal for int": "a number is expected in AWS_METADATA_SERVICE_TIMEOUT, "
    "AWS_METADATA_SERVICE_NUM_ATTEMPTS, AWS_MAX_ATTEMPTS, or the profile's settings of these names",
    "missing: AWS_SECRET_ACCESS_KEY": "set both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
    "or neither",
}
"""By a part of the text, for exceptions of general classes."""


def explain(error: Exception, profile: str) -> str:
    """Return the redacted text of an exception with its type, and advice if there is any."""
    if isinstance(error, UnusableProfileError):
        return str(error)
    if isinstance(error, KeyError):
        return f"the response lacks {redacted(str(error))}"
    text = _QUOTED_RESPONSE.sub("", describe(error))
    by_text = (advice for part, advice in _ADVICE_BY_TEXT.items() if part in text)
    advice = _ADVICE.get(type(error).__name__) or next(by_text, None) or _variable_of(error)
    return text if advice is None else f"{text} ({advice.replace('{profile}', profile)})"


def _variable_of(error: Exception) -> str | None:
    """Return which environment variable names the file that cannot be read."""
    file = error.filename if isinstance(error, OSError) else None
    names = (name for name, value in os.environ.items() if name[:4] == "AWS_" and value == file)
    name = next(names, None)
    return None if name is None else f"{name} names it"


def half_a_pair() -> str:
    """Return a hint for the error without credentials if the environment has a secret but no ID."""
    if os.environ.get("AWS_SECRET_ACCESS_KEY") and not os.environ.get("AWS_ACCESS_KEY_ID"):
        return "; AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not"
    return ""
