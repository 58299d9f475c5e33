"""The awsJson services that the installed botocore ships."""

from collections.abc import Iterator
from importlib.resources import files

from codegen.botocore_import.conversion import convert
from codegen.botocore_import.facts import Facts
from codegen.botocore_import.files import read_data, read_data_or_nothing


def json_services() -> Iterator[str]:
    """Yield where each service is in botocore's data, in its newest version: `kms/2014-11-01`."""
    for service in sorted((files("botocore") / "data").iterdir(), key=lambda entry: entry.name):
        if service.is_dir() and service.name != "partitions":
            version = max(entry.name for entry in service.iterdir())
            metadata = read_data(f"{service.name}/{version}/service-2")["metadata"]
            if "json" in metadata.get("protocols", [metadata["protocol"]]):
                yield f"{service.name}/{version}"


def convert_service(name: str) -> Facts:
    """Return the AST of a service.

    Args:
        name: Where it is in botocore's data.
    """
    return convert(
        read_data(f"{name}/service-2"),
        read_data_or_nothing(f"{name}/paginators-1"),
        read_data_or_nothing(f"{name}/endpoint-rule-set-1"),
        read_data_or_nothing(f"{name}/examples-1"),
    )
