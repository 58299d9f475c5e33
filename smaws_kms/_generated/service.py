# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Facts of the model about the service as a whole."""

from typing import Final

from smaws_kms._generated.endpoints import resolve_endpoint
from smaws_kms._runtime.model.service import Service

SERVICE: Final = Service(
    package="smaws_kms",
    sdk_id="KMS",
    target_prefix="TrentService",
    json_version="1.1",
    signing_name="kms",
    multi_region_prefix="mrk-",
    resolve_endpoint=resolve_endpoint,
)
