"""The trace header by which AWS Lambda notices functions that call themselves in a circle."""

import os
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

HEADER: Final = "X-Amzn-Trace-Id"

# What is left as it is; all else that is no letter or digit is percent-encoded, as botocore does.
_SAFE: Final = "-=;:+&[]{}\"',"
# Far more than the header's fields need.
_MAX: Final = 1024


def trace_id(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the trace of the invocation that is running, `None` outside of Lambda.

    The runtime sets the variable anew for each invocation, so this is asked for each request.
    """
    if "AWS_LAMBDA_FUNCTION_NAME" not in environ:
        return None
    found = environ.get("_X_AMZN_TRACE_ID")
    # Bytes that are no text arrive as surrogates.
    encoded = quote(found, safe=_SAFE, errors="surrogateescape") if found else ""
    return encoded if 0 < len(encoded) <= _MAX else None
