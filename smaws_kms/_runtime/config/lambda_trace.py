"""The X-Ray trace header, by which AWS Lambda detects functions that invoke themselves in a loop."""

import os
from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.endpoints.url_parts import percent_encode

HEADER: Final = "X-Amzn-Trace-Id"

# Other characters than these, letters and digits are percent-encoded, as in botocore.
_SAFE: Final = "-=;:+&[]{}\"',"
_FUNCTION: Final = "AWS_LAMBDA_FUNCTION_NAME"
# Far longer than a valid header.
_MAX: Final = 1024


def is_lambda(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether this process runs in AWS Lambda, which sets the variable before it starts."""
    return _FUNCTION in environ


def trace_id(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the trace of the running invocation, `None` outside of Lambda.

    Call it for each request, since the Lambda runtime changes the variable with each invocation.
    """
    if not is_lambda(environ):
        return None
    found = environ.get("_X_AMZN_TRACE_ID")
    # Python decodes bytes that are not UTF-8 to surrogates.
    encoded = percent_encode(found, _SAFE, errors="surrogateescape") if found else ""
    return encoded if 0 < len(encoded) <= _MAX else None
