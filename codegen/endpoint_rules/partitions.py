"""Renders the table of AWS partitions."""

import re
from collections.abc import Iterator

from codegen.endpoint_rules.syntax import flag_at
from codegen.support.errors import ModelError, Unsupported
from codegen.support.json_values import Json, JsonObject, list_at, object_at, text_at
from codegen.support.literals import quoted, string


def print_partitions(partitions: JsonObject) -> Iterator[str]:
    """Yield the source lines of the table of partitions."""
    entries = list_at(partitions.get("partitions"), "partitions")
    tables = [_arguments(object_at(entry, "partitions")) for entry in entries]
    if quoted("aws") not in (table["name"] for table in tables):
        # The runtime uses it for a Region that matches no partition.
        found = ", ".join(table["name"] for table in tables) or "none"
        raise ModelError(f"partitions: expected the partition 'aws', found {found}")
    yield "PARTITIONS: Final = ("
    for table in tables:
        yield f"    Partition({', '.join(f'{name}={value}' for name, value in table.items())}),"
    yield ")"


def _arguments(entry: JsonObject) -> dict[str, str]:
    name = text_at(entry.get("id"), "partitions: id")
    where = f"partition {name}"
    outputs = object_at(entry.get("outputs"), where)

    def text(key: str) -> str:
        return quoted(text_at(outputs.get(key), f"{where}: {key}"))

    def flag(key: str) -> str:
        return str(flag_at(outputs.get(key), f"{where}: {key}"))

    return {
        "name": quoted(name),
        "dns_suffix": text("dnsSuffix"),
        "dual_stack_dns_suffix": text("dualStackDnsSuffix"),
        "supports_fips": flag("supportsFIPS"),
        "supports_dual_stack": flag("supportsDualStack"),
        "implicit_global_region": text("implicitGlobalRegion"),
        "region_regex": _regex(entry.get("regionRegex"), where),
        "regions": _regions(entry.get("regions"), where),
    }


def _regex(value: Json, where: str) -> str:
    pattern = text_at(value, f"{where}: regionRegex")
    try:
        re.compile(pattern, re.ASCII)
    except re.error as error:
        raise ModelError(f"{where}: regionRegex: {error}") from error
    return string(pattern)


def _regions(value: Json, where: str) -> str:
    regions = object_at(value, f"{where}: regions")
    for region, facts in regions.items():
        # Smithy lets a Region override its partition's outputs, but no Region does.
        if object_at(facts, region).keys() - {"description"}:
            raise Unsupported(f"{where}: the region {region} has outputs of its own")
    return f"frozenset({{{', '.join(quoted(region) for region in sorted(regions))}}})"
