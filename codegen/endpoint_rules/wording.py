"""Rewords error messages that most rule sets share."""

from collections.abc import Mapping
from typing import Final

NO_RULE: Final = "no endpoint rule fits these settings"

_FIPS_AND_ENDPOINT: Final = "use_fips cannot be combined with a custom endpoint"
_DUAL_STACK_AND_ENDPOINT: Final = "use_dual_stack cannot be combined with a custom endpoint"
_NO_REGION: Final = "no region is set"
_NO_FIPS: Final = "there are no FIPS endpoints in the region's partition"
_NO_DUAL_STACK: Final = "there are no dual-stack endpoints in the region's partition"
_NOT_BOTH: Final = "there are no endpoints with both FIPS and dual-stack in the region's partition"

_STANDARD: Final[Mapping[str, str]] = {
    "DualStack is enabled but this partition does not support DualStack": _NO_DUAL_STACK,
    "FIPS and DualStack are enabled, but this partition does not support one or both": _NOT_BOTH,
    "FIPS is enabled but this partition does not support FIPS": _NO_FIPS,
    "Invalid Configuration: Dualstack and custom endpoint are not supported": (
        _DUAL_STACK_AND_ENDPOINT
    ),
    "Invalid Configuration: FIPS and custom endpoint are not supported": _FIPS_AND_ENDPOINT,
    "Invalid Configuration: Missing Region": _NO_REGION,
}


def reword(message: str) -> str:
    """Return our text for a standard message, and any other message unchanged."""
    return _STANDARD.get(message, message)
