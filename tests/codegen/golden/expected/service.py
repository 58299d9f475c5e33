# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Facts of the model about the service as a whole."""

from typing import Final

from smaws_kms._runtime.model.service import Service
from tests.codegen.golden.expected.endpoints import resolve_endpoint

SERVICE: Final = Service(
    package="tests.codegen.golden.expected",
    sdk_id="Tool Workshop",
    target_prefix="Workshop",
    json_version="1.0",
    signing_name="toolworkshop",
    resolve_endpoint=resolve_endpoint,
)
