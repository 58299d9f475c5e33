"""Maps the rule language's functions and structures to those of the runtime."""

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from codegen.endpoint_rules.expressions import (
    UNSET,
    Call,
    Constant,
    Expression,
    Field,
    Kind,
    Local,
    is_optional,
    kind_of,
)
from codegen.support.errors import ModelError, Unsupported


@frozen(kw_only=True)
class Function:
    """A function of the runtime: its name and its types.

    `keyword` is the name of the last parameter if that is a flag; calls omit it if it is false.
    """

    name: str
    takes: tuple[Kind, ...]
    gives: Kind
    optional: bool = False
    keyword: str | None = None


FUNCTIONS: Final[Mapping[str, Function]] = {
    "aws.parseArn": Function(name="parse_arn", takes=("string",), gives="arn", optional=True),
    "aws.partition": Function(name="find_partition", takes=("string",), gives="partition"),
    "aws.isVirtualHostableS3Bucket": Function(
        name="is_virtual_hostable_s3_bucket",
        takes=("string", "bool"),
        gives="bool",
        keyword="allow_sub_domains",
    ),
    "isValidHostLabel": Function(
        name="is_valid_host_label",
        takes=("string", "bool"),
        gives="bool",
        keyword="allow_sub_domains",
    ),
    "parseURL": Function(name="parse_url", takes=("string",), gives="url", optional=True),
    "split": Function(name="split", takes=("string", "string", "int"), gives="strings"),
    "substring": Function(
        name="substring",
        takes=("string", "int", "int", "bool"),
        gives="string",
        optional=True,
        keyword="reverse",
    ),
    "uriEncode": Function(name="uri_encode", takes=("string",), gives="string"),
}
"""Functions with fixed types; `booleanEquals`, `getAttr`, `isSet`, `not`, `stringEquals` are operators."""

NAMES: Final = frozenset(
    {"coalesce", "if_else", "item_at", *(function.name for function in FUNCTIONS.values())}
)
"""Names that local variables must not have."""

ATTRIBUTES: Final[Mapping[Kind, Mapping[str, tuple[str, Kind]]]] = {
    "arn": {
        "accountId": ("account_id", "string"),
        "partition": ("partition", "string"),
        "region": ("region", "string"),
        "resourceId": ("resource_id", "strings"),
        "service": ("service", "string"),
    },
    "partition": {
        "dnsSuffix": ("dns_suffix", "string"),
        "dualStackDnsSuffix": ("dual_stack_dns_suffix", "string"),
        "implicitGlobalRegion": ("implicit_global_region", "string"),
        "name": ("name", "string"),
        "supportsDualStack": ("supports_dual_stack", "bool"),
        "supportsFIPS": ("supports_fips", "bool"),
    },
    "url": {
        "authority": ("authority", "string"),
        "isIp": ("is_ip", "bool"),
        "normalizedPath": ("normalized_path", "string"),
        "path": ("path", "string"),
        "scheme": ("scheme", "string"),
    },
}
"""Structures' members: name in rules, name and type in Python."""


def call_function(name: str, arguments: tuple[Expression, ...]) -> Call:
    """Return the call of a runtime function."""
    function = FUNCTIONS.get(name)
    if function is None:
        raise Unsupported(f"endpoint rules: unsupported function {name!r}")
    kinds = tuple(kind_of(argument) for argument in arguments)
    if kinds != function.takes:
        raise ModelError(
            f"endpoint rules: {name}: expected arguments {function.takes}, got {kinds}"
        )
    keywords: tuple[tuple[str, Expression], ...] = ()
    if function.keyword is not None:
        arguments, flag = arguments[:-1], arguments[-1]
        keywords = () if flag == Constant(value=False) else ((function.keyword, flag),)
    if name == "aws.partition":
        arguments += (Local("PARTITIONS", "partitions"),)
    return Call(function.name, arguments, function.gives, function.optional, keywords)


def coalesce(first: Expression, other: Expression) -> Call:
    """Return the call that yields the first value, or the other if the first is unset."""
    _check_kinds("coalesce", first, other)
    return Call("coalesce", (first, other), kind_of(first), is_optional(other))


def choose(condition: Expression, then: Expression, otherwise: Expression) -> Expression:
    """Return the expression that chooses a value by a condition; `ite` in the rule language."""
    if isinstance(condition, Constant):
        return then if condition.value else otherwise
    _check_kinds("ite", then, otherwise)
    kind = kind_of(otherwise if then == UNSET else then)
    optional = is_optional(then) or is_optional(otherwise)
    return Call("if_else", (condition, then, otherwise), kind, optional)


def _check_kinds(function: str, one: Expression, other: Expression) -> None:
    if UNSET not in {one, other} and kind_of(one) != kind_of(other):
        raise ModelError(
            f"endpoint rules: {function}: expected values of one type, "
            f"got {kind_of(one)} and {kind_of(other)}"
        )


def get_attribute(base: Expression, path: str) -> Expression:
    """Return the expression for `getAttr`; a path has members joined by dots, and may end in an index."""
    for part in path.split("."):
        if not (match := re.fullmatch(r"(\w*)(?:\[(-?\d+)\])?", part)):
            raise ModelError(f"endpoint rules: getAttr: cannot read the path {path!r}")
        name, index = match.groups()
        if name:
            base = _member(base, name)
        if index is not None:
            base = Call("item_at", (base, Constant(int(index))), "string", optional=True)
    return base


def _member(base: Expression, name: str) -> Field:
    kind = kind_of(base)
    member = ATTRIBUTES.get(kind, {}).get(name)
    if member is None:
        raise ModelError(f"endpoint rules: getAttr: {kind} has no member {name!r}")
    python_name, member_kind = member
    return Field(base, python_name, member_kind)
