"""Error texts for AWS IAM Identity Center (SSO): tokens that are missing, expired or unreadable."""

import re
from typing import Final

from smaws_kms._runtime.auth.chosen_profile import ChosenProfile
from smaws_kms._runtime.redaction.external_text import quote_value

_CACHE_KEY: Final = re.compile(r"'[0-9a-f]{40}'")

_PROBLEMS: Final = {
    "SSOTokenLoadError": "no SSO token for {session} is cached",
    "TokenRetrievalError": "the SSO token for {session} has expired and could not be refreshed",
    "UnauthorizedSSOTokenError": "the SSO token for {session} has expired, or the portal rejects it",
}
"""By the name of the exception's class."""
_UNREADABLE: Final = "the cached SSO token for {session} cannot be read"


def explain(error: Exception, chosen: ChosenProfile) -> str | None:
    """Return what is wrong with the token and how to sign in; `None` for other failures."""
    problem = _PROBLEMS.get(type(error).__name__)
    # botocore raises a bare KeyError for a cached file that is not JSON.
    if (isinstance(error, KeyError) and _CACHE_KEY.fullmatch(str(error))) or (
        problem is not None and str(error).endswith("is invalid")
    ):
        problem = _UNREADABLE
    if problem is None:
        return None
    profile = chosen.signing_in()
    session = profile.section.get("sso_session")
    what = "the start URL of the profile" if session is None else f"the session {_shown(session)}"
    command = f"aws sso login --profile {profile.quoted}"
    return f"{problem.format(session=what)} (run: {command})"


def _shown(session: object) -> str:
    return quote_value(str(session), 100)
