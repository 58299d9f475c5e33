"""Client arguments that are settings: environment and profile can set them too."""

from collections.abc import Callable
from typing import Any

from attrs import Attribute, field, frozen

from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.type_names import mismatch


def _only(kind: type) -> "Callable[[object, Attribute[Any], object], None]":
    # Errors of attrs' `instance_of` hold and print the value, which may be a secret.
    def check(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise TypeError(f"{attribute.name}{mismatch((kind, type(None)), value)}")

    return check


_text = _only(str)
_flag = _only(bool)


@frozen(kw_only=True)
class Options:
    """Client arguments; `None` if not passed. A wrong type raises `TypeError`."""

    region: str | None = field(default=None, validator=_text)
    profile: str | None = field(default=None, validator=_text)
    endpoint_url: str | None = field(default=None, validator=_text)
    use_fips: bool | None = field(default=None, validator=_flag)
    use_dual_stack: bool | None = field(default=None, validator=_flag)
    app_id: str | None = field(default=None, validator=_text)
    retry: RetryPolicy | None = field(default=None, validator=_only(RetryPolicy))

    @property
    def makes_tls_context(self) -> bool:
        """Whether the client makes its TLS context itself, so that settings for it take effect."""
        return True
