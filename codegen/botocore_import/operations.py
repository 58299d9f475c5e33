"""Converts operations, with their pagination and examples."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from codegen.botocore_import.names import UNIT, Names
from codegen.botocore_import.tables import Facts, Table, as_is, given, traits_from
from codegen.botocore_import.traits import deprecation


def _authentication(value: str | list[str]) -> list[str]:
    schemes = [value] if isinstance(value, str) else value
    return [scheme for scheme in schemes if scheme not in {"none", "smithy.api#noAuth"}]


_TABLE: Final[Table] = {
    "auth": ("smithy.api#auth", _authentication),
    "authtype": ("smithy.api#auth", _authentication),
    "endpoint": ("smithy.api#endpoint", as_is),
    "endpointdiscovery": ("aws.api#clientDiscoveredEndpoint", as_is),
    "httpChecksum": ("aws.protocols#httpChecksum", as_is),
    "idempotent": ("smithy.api#idempotent", given),
    "operationContextParams": ("smithy.rules#operationContextParams", as_is),
    "readonly": ("smithy.api#readonly", given),
    "requestcompression": ("smithy.api#requestCompression", as_is),
    "staticContextParams": ("smithy.rules#staticContextParams", as_is),
}
# `http` is POST to / in every awsJson service; `endpointoperation` becomes a trait of the service.
_ELSEWHERE: Final = {
    "deprecated", "deprecatedMessage", "deprecatedSince", "documentation", "endpointoperation",
    "errors", "http", "input", "name", "output",
}  # fmt: skip


def convert_operations(
    model: Facts, paginators: Facts, examples: Facts, names: Names
) -> Iterator[tuple[str, Facts]]:
    """Yield every operation with its ID."""
    pagination = paginators.get("pagination", {})
    cases = examples.get("examples", {})
    for name, operation in model["operations"].items():
        traits = _traits(name, operation, model["operations"])
        # `paginated` cannot express a JMESPath expression, which one token of Kinesis is.
        if name in pagination and _is_path(pagination[name]["output_token"]):
            traits["smithy.api#paginated"] = _paginated(pagination[name])
        if name in cases:
            traits["smithy.api#examples"] = _examples(name, cases[name])
        yield names.own(name), _convert_operation(operation, traits, names)


def input_output_traits(model: Facts) -> Iterator[tuple[str, str]]:
    """Return shapes used only as input or output of one operation, with their trait."""
    uses = Counter(
        facts["shape"] for shape in model["shapes"].values() for facts in _references(shape)
    )
    ends = [
        (operation[end]["shape"], end)
        for operation in model["operations"].values()
        for end in ("input", "output")
        if end in operation
    ]
    uses.update(shape for shape, _ in ends)
    return ((shape, f"smithy.api#{end}") for shape, end in ends if uses[shape] == 1)


def _references(shape: Facts) -> Iterator[Facts]:
    yield from shape.get("members", {}).values()
    yield from (shape[role] for role in ("member", "key", "value") if role in shape)


def _convert_operation(operation: Facts, traits: Facts, names: Names) -> Facts:
    converted: Facts = {
        "type": "operation",
        "input": {"target": _end(operation, "input", names)},
        "output": {"target": _end(operation, "output", names)},
    }
    # Sorted as in Amazon's own AST; the order has no meaning in botocore.
    errors = sorted((error["shape"] for error in operation.get("errors", [])), key=str.casefold)
    if errors:
        converted["errors"] = [{"target": names.target(error)} for error in errors]
    if traits:
        converted["traits"] = dict(sorted(traits.items()))
    return converted


def _end(operation: Facts, end: str, names: Names) -> str:
    return names.target(operation[end]["shape"]) if end in operation else UNIT


def _traits(name: str, operation: Facts, operations: Facts) -> Facts:
    traits = traits_from(operation, _TABLE, _ELSEWHERE, name)
    return traits | deprecation(operation, operations.keys())


def _is_path(token: str) -> bool:
    return re.fullmatch(r"\w+(\.\w+)*", token) is not None


def _paginated(facts: Facts) -> Facts:
    """Return the trait; it omits `more_results`, because an absent token ends pagination too."""
    items = facts["result_key"]
    trait: Facts = {
        "inputToken": facts["input_token"],
        "outputToken": facts["output_token"],
        # Amazon's AST names only the first list where botocore lists several.
        "items": items[0] if isinstance(items, list) else items,
    }
    if "limit_key" in facts:
        trait["pageSize"] = facts["limit_key"]
    return trait


def _examples(operation: str, cases: list[Facts]) -> list[Facts]:
    """Return inputs and outputs, titled by number because the original titles are prose."""
    return [
        {"title": f"{operation} {number}"}
        | {end: case[end] for end in ("input", "output") if end in case}
        for number, case in enumerate(cases, start=1)
    ]
