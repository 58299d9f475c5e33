"""Reads botocore's data files, and writes the models that the generator reads."""

import gzip
import json
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from codegen.botocore_import.conversion import convert, convert_partitions
from codegen.botocore_import.tables import Facts

_KMS: Final = "kms/2014-11-01"


def import_botocore(out: Path) -> None:
    """Write `kms-2014-11-01.json` and `partitions.json`, made from the installed botocore.

    Args:
        out: The directory to write to.
    """
    model = convert(
        read_data(f"{_KMS}/service-2"),
        read_data(f"{_KMS}/paginators-1"),
        read_data(f"{_KMS}/endpoint-rule-set-1"),
        read_data(f"{_KMS}/examples-1"),
    )
    _write(out / "kms-2014-11-01.json", model)
    _write(out / "partitions.json", convert_partitions(read_data("partitions")))


def botocore_version() -> str:
    """Return the version of the installed botocore."""
    return version("botocore")


def read_data(name: str) -> Facts:
    """Read a file of botocore's data directory, compressed or not."""
    folder = files("botocore") / "data"
    plain = folder / f"{name}.json"
    text = (
        plain.read_bytes()
        if plain.is_file()
        else gzip.decompress((folder / f"{name}.json.gz").read_bytes())
    )
    content: Facts = json.loads(text)
    return content


def read_data_or_nothing(name: str) -> Facts:
    """Read a file of botocore's data directory; return an empty object if there is none."""
    folder = files("botocore") / "data"
    present = any((folder / f"{name}{ending}").is_file() for ending in (".json", ".json.gz"))
    return read_data(name) if present else {}


def json_services() -> Iterator[str]:
    """Yield the path of each awsJson service's newest version, such as `kms/2014-11-01`."""
    for service in sorted((files("botocore") / "data").iterdir(), key=lambda entry: entry.name):
        if service.is_dir() and service.name != "partitions":
            version = max(entry.name for entry in service.iterdir())
            metadata = read_data(f"{service.name}/{version}/service-2")["metadata"]
            if "json" in metadata.get("protocols", [metadata["protocol"]]):
                yield f"{service.name}/{version}"


def convert_service(name: str) -> Facts:
    """Return the AST of a service.

    Args:
        name: Its path in botocore's data, such as `kms/2014-11-01`.
    """
    return convert(
        read_data(f"{name}/service-2"),
        read_data_or_nothing(f"{name}/paginators-1"),
        read_data_or_nothing(f"{name}/endpoint-rule-set-1"),
        read_data_or_nothing(f"{name}/examples-1"),
    )


def _write(path: Path, content: Facts) -> None:
    # Bytes, so that line endings are the same on every system.
    path.write_bytes((json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode())
