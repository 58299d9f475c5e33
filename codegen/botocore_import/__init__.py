"""Import of service models from the installed botocore into Smithy JSON ASTs.

botocore carries the newest models first, in a format of its own. `convert` translates one such model
into the AST that the generator reads, and `import_botocore` does so for KMS. Only facts are taken over:
no documentation text of Amazon's gets into the result.
"""

from codegen.botocore_import.conversion import convert
from codegen.botocore_import.files import (
    botocore_version,
    convert_service,
    import_botocore,
    json_services,
)

__all__ = ["botocore_version", "convert", "convert_service", "import_botocore", "json_services"]
