"""Client arguments that are settings: environment and profile can set them too."""

from typing import Final

from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.type_names import mismatch

_TYPES: Final = {
    "region": str,
    "profile": str,
    "endpoint_url": str,
    "use_fips": bool,
    "use_dual_stack": bool,
    "app_id": str,
    "retry": RetryPolicy,
}


class Options(Frozen):
    """Client arguments; `None` if not passed. A wrong type raises `TypeError`."""

    __slots__ = tuple(_TYPES)

    region: str | None
    profile: str | None
    endpoint_url: str | None
    use_fips: bool | None
    use_dual_stack: bool | None
    app_id: str | None
    retry: RetryPolicy | None

    def __init__(
        self,
        *,
        region: str | None = None,
        profile: str | None = None,
        endpoint_url: str | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        app_id: str | None = None,
        retry: RetryPolicy | None = None,
    ) -> None:
        self._set(
            region=region,
            profile=profile,
            endpoint_url=endpoint_url,
            use_fips=use_fips,
            use_dual_stack=use_dual_stack,
            app_id=app_id,
            retry=retry,
        )
        for name, kind in _TYPES.items():
            value: object = getattr(self, name)
            # The text must not show the value, which may be a secret.
            if value is not None and not isinstance(value, kind):
                raise TypeError(f"{name}{mismatch((kind, type(None)), value)}")

    @property
    def makes_tls_context(self) -> bool:
        """Whether the client makes its TLS context itself, so that settings for it take effect."""
        return True
