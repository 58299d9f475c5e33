"""What a user passed to a client, kept as it is: for derived clients, for pickles and for `repr`."""

import re
from collections.abc import Mapping
from typing import Any, Final, cast, get_args

from attrs import evolve, field, frozen

from smaws_kms._runtime.auth.provider_functions import CredentialsArgument
from smaws_kms._runtime.config.settings import Options
from smaws_kms._runtime.config.sources import problem_of_url
from smaws_kms._runtime.redaction.external_text import quote_value
from smaws_kms._runtime.redaction.secret_headers import carries_secret
from smaws_kms._runtime.serde.validation import Validate
from smaws_kms._runtime.values import Credentials, Timeout

_SCHEME: Final = re.compile(r"\s*(?:basic|bearer|digest|negotiate|token)\s", re.IGNORECASE)
"""How values of headers begin that prove who sends them."""


def _check_timeout(_: object, __: object, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, Timeout | int | float | None):
        raise TypeError(f"timeout must be Timeout, float or None, not {type(value).__name__}")


def _headers(value: Mapping[str, str] | None) -> Mapping[str, str]:
    """Keep a copy, so that the caller's mapping can change later without changing the client."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  # users without a type checker
        raise TypeError(f"headers must be a mapping of str to str, not {type(value).__name__}")
    for part in (part for entry in value.items() for part in cast("tuple[object, ...]", entry)):
        if not isinstance(part, str):
            raise TypeError(
                f"headers must be a mapping of str to str, not with {type(part).__name__}"
            )
    return dict(value)


def _check_validate(_: object, __: object, value: object) -> None:
    if value not in get_args(Validate):
        raise TypeError(f"validate must be 'basic', 'full' or 'off', not {value!r}")


@frozen(kw_only=True)
class ClientArguments:
    """A client's arguments."""

    options: Options
    credentials: CredentialsArgument = field(repr=False)
    headers: Mapping[str, str] = field(repr=False, converter=_headers)
    validate: Validate = field(validator=_check_validate)
    timeout: Timeout | float | None = field(validator=_check_timeout)
    http: object | None = field(repr=False)

    @property
    def limits(self) -> Timeout:
        """What `timeout` means."""
        if isinstance(self.timeout, Timeout):
            return self.timeout
        return Timeout() if self.timeout is None else Timeout(operation=float(self.timeout))

    def changed(
        self,
        options: Mapping[str, Any],
        headers: Mapping[str, str] | None,
        validate: Validate | None,
        timeout: Timeout | float | None,
    ) -> "ClientArguments":
        """Return these arguments with the ones that are not `None` in place of the old."""
        named = {name: value for name, value in options.items() if value is not None}
        return evolve(
            self,
            options=evolve(self.options, **named) if named else self.options,
            headers=self.headers if headers is None else headers,
            validate=self.validate if validate is None else validate,
            timeout=self.timeout if timeout is None else timeout,
        )

    def to_pickle(self, client: str) -> "ClientArguments":
        """Return itself, or refuse what must not leave the process."""
        if self.http is not None:
            raise TypeError(f"{client} cannot be pickled: it was given `http`")
        if isinstance(self.credentials, Credentials):
            raise TypeError(
                f"{client} cannot be pickled: it was given explicit `credentials`, "
                "and secrets do not belong into pickles"
            )
        if problem := _secret_in(self.headers):
            raise TypeError(f"{client} cannot be pickled: {problem}")
        if self.options.endpoint_url and problem_of_url(self.options.endpoint_url):
            # Places for user info and parameters are places for secrets.
            raise TypeError(f"{client} cannot be pickled: its `endpoint_url` is not a plain one")
        return self


def _secret_in(headers: Mapping[str, str]) -> str | None:
    """Return a text about the first header that looks like a secret, without its value."""
    for name, value in headers.items():
        if carries_secret(name) or _SCHEME.match(value):
            return (
                f"its `headers` have {quote_value(name)}, which looks like a secret, "
                "and secrets do not belong into pickles"
            )
    return None
