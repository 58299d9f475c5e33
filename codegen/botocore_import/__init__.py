"""Converts service models of the installed botocore to Smithy JSON ASTs.

botocore gets new models first, in its own format. `convert` translates one model to the AST that the
generator reads; `import_botocore` does so for KMS. The result contains no text of Amazon's
documentation.
"""

from codegen.botocore_import.conversion import convert
from codegen.botocore_import.files import (
    botocore_version,
    convert_service,
    import_botocore,
    json_services,
)

__all__ = ["botocore_version", "convert", "convert_service", "import_botocore", "json_services"]
