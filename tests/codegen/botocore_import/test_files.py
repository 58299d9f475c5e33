"""The committed models are what the import writes, without Amazon's prose."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.botocore_import import botocore_version, import_botocore
from codegen.support.json_values import Json, read_json

ROOT: Final = Path(__file__).parents[3]


MODELS: Final = ROOT / "codegen" / "models"


IMPORTED: Final = ("kms-2014-11-01.json", "partitions.json")


def pinned_botocore() -> str:
    """Return the version of botocore in the codegen group."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    pins: list[str] = [
        pin.removeprefix("botocore==") for pin in groups["codegen"] if pin.startswith("botocore==")
    ]
    return pins[0]


def texts(value: Json) -> list[str]:
    """Yield every string in a JSON value, keys included."""
    if isinstance(value, dict):
        return [*value, *(text for each in value.values() for text in texts(each))]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.skipif(
    botocore_version() != pinned_botocore(), reason="another botocore may carry another model"
)
@pytest.mark.parametrize("name", IMPORTED)
def test_the_committed_files_are_what_the_import_writes(name: str, tmp_path: Path) -> None:
    """Importing the pinned botocore again gives the same bytes."""
    import_botocore(tmp_path)

    assert (MODELS / name).read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", IMPORTED)
def test_files_carry_no_documentation(name: str) -> None:
    """The files have no keys for documentation and no HTML."""
    found = texts(read_json(MODELS / name))

    assert set() == {"documentation", "comments", "smithy.api#documentation"} & set(found)
    assert not [text for text in found if re.search(r"</?[a-z]+>", text)]


def test_no_description_of_a_region_is_taken_over() -> None:
    """Regions have no description, since endpoint rules do not use it."""
    partitions: Any = read_json(MODELS / "partitions.json")["partitions"]
    facts = [region for each in partitions for region in each["regions"].values()]

    assert facts
    assert all(fact == {} for fact in facts)


def test_partitions_keep_botocores_order() -> None:
    """Partitions keep their order, since the first one applies to unknown Regions."""
    partitions: Any = read_json(MODELS / "partitions.json")["partitions"]
    names = [partition["id"] for partition in partitions]

    assert names[:3] == ["aws", "aws-cn", "aws-eusc"]
    assert {"aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"} == set(names[3:])


def test_files_have_unix_line_ends() -> None:
    """Lines end with a line feed on every system."""
    assert not [name for name in IMPORTED if b"\r" in (MODELS / name).read_bytes()]
