"""The import from botocore: the committed files are its result, and every mapping is tried out."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.botocore_import import botocore_version, convert, import_botocore
from codegen.support.json_values import Json, read_json

ROOT: Final = Path(__file__).parents[3]
MODELS: Final = ROOT / "codegen" / "models"
IMPORTED: Final = ("kms-2014-11-01.json", "partitions.json")
ERROR: Final[dict[str, Any]] = {"type": "structure", "members": {}, "exception": True}


def pinned_botocore() -> str:
    """The version that the codegen group asks for."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    pins: list[str] = [
        pin.removeprefix("botocore==") for pin in groups["codegen"] if pin.startswith("botocore==")
    ]
    return pins[0]


def service(
    shapes: dict[str, Any] | None = None,
    operations: dict[str, Any] | None = None,
    **metadata: object,
) -> dict[str, Any]:
    """A service model of botocore's, with as little as it can have."""
    return {
        "metadata": {
            "apiVersion": "2026-01-01",
            "endpointPrefix": "tiny",
            "jsonVersion": "1.1",
            "protocol": "json",
            "serviceFullName": "A Tiny Service",
            "serviceId": "Tiny Service",
            "signatureVersion": "v4",
            "targetPrefix": "TinyTarget",
            **metadata,
        },
        "operations": operations or {},
        "shapes": shapes or {},
    }


def shape_of(facts: dict[str, Any]) -> Any:
    """What a shape called `It` becomes."""
    return converted(service({"It": facts}))["It"]


def member_of(facts: dict[str, Any], *, required: bool = False) -> Any:
    """What a member becomes."""
    owner = {
        "type": "structure",
        "members": {"M": {"shape": "Text", **facts}},
        "required": ["M"] if required else [],
    }
    return converted(service({"It": owner, "Text": {"type": "string"}}))["It"]["members"]["M"]


def converted(model: dict[str, Any], **files: dict[str, Any]) -> dict[str, Any]:
    """The shapes of a converted model, without the namespace."""
    paginators, rule_set, examples = (
        files.get(name, {}) for name in ("paginators", "rule_set", "examples")
    )
    shapes: dict[str, Any] = convert(model, paginators, rule_set, examples)["shapes"]
    return {
        name.removeprefix("com.amazonaws.tinyservice#"): shape for name, shape in shapes.items()
    }


def texts(value: Json) -> list[str]:
    """Every string in a JSON value, keys included."""
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
    """Importing again, from the pinned botocore, gives the same bytes."""
    import_botocore(tmp_path)

    assert (MODELS / name).read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", IMPORTED)
def test_files_carry_no_documentation(name: str) -> None:
    """Neither keys that hold documentation nor any mark-up is in the files."""
    found = texts(read_json(MODELS / name))

    assert set() == {"documentation", "comments", "smithy.api#documentation"} & set(found)
    assert not [text for text in found if re.search(r"</?[a-z]+>", text)]


def test_no_description_of_a_region_is_taken_over() -> None:
    """A region is its name; what it is called on maps is of no use to endpoint rules."""
    partitions: Any = read_json(MODELS / "partitions.json")["partitions"]
    facts = [region for each in partitions for region in each["regions"].values()]

    assert facts
    assert all(fact == {} for fact in facts)


def test_partitions_keep_botocores_order() -> None:
    """The first partition is the one that regions nobody knows fall into."""
    partitions: Any = read_json(MODELS / "partitions.json")["partitions"]
    names = [partition["id"] for partition in partitions]

    assert names[:3] == ["aws", "aws-cn", "aws-eusc"]
    assert {"aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"} == set(names[3:])


def test_files_have_unix_line_ends() -> None:
    """Bytes are the same on every system."""
    assert not [name for name in IMPORTED if b"\r" in (MODELS / name).read_bytes()]


@pytest.mark.parametrize(
    "kind",
    ["blob", "boolean", "double", "float", "integer", "long", "string", "timestamp"],
)
def test_simple_types_keep_their_names(kind: str) -> None:
    """Scalars are called the same in both formats."""
    assert {"type": kind} == shape_of({"type": kind, "box": True, "documentation": "<p>No.</p>"})


def test_list() -> None:
    """A list has a member, and its bounds are a length."""
    facts = {"type": "list", "member": {"shape": "It"}, "min": 1, "max": 2}
    expected = {
        "type": "list",
        "member": {"target": "com.amazonaws.tinyservice#It"},
        "traits": {"smithy.api#length": {"min": 1, "max": 2}},
    }

    assert expected == shape_of(facts)


def test_map() -> None:
    """A map has a key and a value."""
    facts = {"type": "map", "key": {"shape": "It"}, "value": {"shape": "It"}}
    target = {"target": "com.amazonaws.tinyservice#It"}

    assert {"type": "map", "key": target, "value": target} == shape_of(facts)


def test_structure() -> None:
    """A structure keeps the order of its members and says which of them are required."""
    facts = {
        "type": "structure",
        "required": ["B"],
        "members": {"B": {"shape": "It"}, "A": {"shape": "It"}},
    }
    target = {"target": "com.amazonaws.tinyservice#It"}
    result = shape_of(facts)

    assert {**target, "traits": {"smithy.api#required": {}}} == result["members"]["B"]
    assert [("B", result["members"]["B"]), ("A", target)] == list(result["members"].items())


@pytest.mark.parametrize(
    ("flag", "expected"),
    [("union", "union"), ("eventstream", "union"), ("document", "document")],
)
def test_structures_that_are_something_else(flag: str, expected: str) -> None:
    """Unions, event streams and documents are flags of a structure in botocore's format."""
    assert expected == shape_of({"type": "structure", "members": {}, flag: True})["type"]


def test_event_stream() -> None:
    """An event stream streams, and its events carry header and payload."""
    model = service(
        {
            "Stream": {"type": "structure", "eventstream": True, "members": {"E": {"shape": "E"}}},
            "E": {
                "type": "structure",
                "event": True,
                "members": {
                    "Id": {"shape": "Text", "eventheader": True},
                    "Body": {"shape": "Text", "eventpayload": True},
                },
            },
            "Text": {"type": "string"},
        }
    )
    shapes = converted(model)

    assert shapes["Stream"]["traits"] == {"smithy.api#streaming": {}}
    assert shapes["E"]["members"]["Id"]["traits"] == {"smithy.api#eventHeader": {}}
    assert shapes["E"]["members"]["Body"]["traits"] == {"smithy.api#eventPayload": {}}


def test_enum() -> None:
    """A string with values is an enum whose members are called what they say, where they can be."""
    facts = {"type": "string", "enum": ["AES_256", "aws:kms", "aws kms", "3DES", "Sign"]}
    members = shape_of(facts)["members"]
    names = {name: member["traits"]["smithy.api#enumValue"] for name, member in members.items()}
    expected = {
        "AES_256": "AES_256",
        "aws_kms": "aws:kms",
        "aws_kms_2": "aws kms",
        "_3DES": "3DES",
        "Sign": "Sign",
    }

    assert list(expected.items()) == list(names.items())
    assert {"smithy.api#Unit"} == {member["target"] for member in members.values()}
    assert shape_of(facts)["type"] == "enum"


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"type": "string", "min": 1}, "smithy.api#length", {"min": 1}),
        ({"type": "blob", "max": 9}, "smithy.api#length", {"max": 9}),
        ({"type": "integer", "min": 1, "max": 9}, "smithy.api#range", {"min": 1, "max": 9}),
        ({"type": "float", "max": 1}, "smithy.api#range", {"max": 1}),
        ({"type": "string", "pattern": "^a+$"}, "smithy.api#pattern", "^a+$"),
        ({"type": "string", "pattern": "[a-z]+"}, "smithy.api#pattern", "^[a-z]+$"),
        ({"type": "string", "pattern": "a|b"}, "smithy.api#pattern", "^(?:a|b)$"),
        ({"type": "string", "pattern": "^a.*"}, "smithy.api#pattern", "^a.*"),
        ({"type": "string", "sensitive": True}, "smithy.api#sensitive", {}),
        ({"type": "blob", "streaming": True}, "smithy.api#streaming", {}),
        ({"type": "blob", "requiresLength": True}, "smithy.api#requiresLength", {}),
        (
            {"type": "timestamp", "timestampFormat": "iso8601"},
            "smithy.api#timestampFormat",
            "date-time",
        ),
        (
            {"type": "timestamp", "timestampFormat": "rfc822"},
            "smithy.api#timestampFormat",
            "http-date",
        ),
        (
            {"type": "timestamp", "timestampFormat": "unixTimestamp"},
            "smithy.api#timestampFormat",
            "epoch-seconds",
        ),
        (ERROR, "smithy.api#error", "client"),
        ({**ERROR, "fault": True}, "smithy.api#error", "server"),
    ],
)
def test_traits_of_shapes(facts: dict[str, Any], trait: str, expected: object) -> None:
    """Each fact of a shape is one trait."""
    assert {trait: expected} == shape_of(facts)["traits"]


@pytest.mark.parametrize("fact", [{"throttling": True}, {"throttling": False}])
def test_retryable(fact: dict[str, bool]) -> None:
    """An error that may be tried again says so if it throttles."""
    expected = {key: value for key, value in fact.items() if value}
    error = shape_of({**ERROR, "retryable": fact})

    assert expected == error["traits"]["smithy.api#retryable"]


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"locationName": "m"}, "smithy.api#jsonName", "m"),
        ({"idempotencyToken": True}, "smithy.api#idempotencyToken", {}),
        ({"hostLabel": True}, "smithy.api#hostLabel", {}),
        ({"flattened": True}, "smithy.api#xmlFlattened", {}),
        ({"endpointdiscoveryid": True}, "aws.api#clientEndpointDiscoveryId", {}),
        ({"contextParam": {"name": "Region"}}, "smithy.rules#contextParam", {"name": "Region"}),
    ],
)
def test_traits_of_members(facts: dict[str, Any], trait: str, expected: object) -> None:
    """Each fact of a member is one trait."""
    assert {trait: expected} == member_of(facts)["traits"]


def test_traits_are_sorted() -> None:
    """The order of traits depends on nothing but their names."""
    member = member_of({"idempotencyToken": True, "contextParam": {"name": "Id"}}, required=True)
    expected = [
        "smithy.api#idempotencyToken",
        "smithy.api#required",
        "smithy.rules#contextParam",
    ]

    assert expected == list(member["traits"])


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Gone for good. Instead, use the Text parameter.", {"message": "use Text"}),
        ("Use Text.", {"message": "use Text"}),
        ("Please use the generic API Text", {}),
        ("Nobody needs this.", {}),
    ],
)
def test_deprecation_names_the_replacement(message: str, expected: object) -> None:
    """Of a message about deprecation, no more is kept than the name of what replaces it."""
    member = member_of({"deprecated": True, "deprecatedMessage": message})

    assert {"smithy.api#deprecated": expected} == member["traits"]


def test_deprecation_keeps_its_date() -> None:
    """Since when something is deprecated is a fact."""
    member = member_of({"deprecated": True, "deprecatedSince": "2026-01-01"})

    assert member["traits"] == {"smithy.api#deprecated": {"since": "2026-01-01"}}


def test_prelude_shapes() -> None:
    """A shape that adds nothing to the prelude's of its name is the prelude's."""
    model = service(
        {
            "Boolean": {"type": "boolean", "box": True},
            "Integer": {"type": "integer", "max": 3},
            "It": {
                "type": "structure",
                "members": {"B": {"shape": "Boolean"}, "I": {"shape": "Integer"}},
            },
        }
    )
    shapes = converted(model)

    assert {"Integer", "It", "TinyTarget"} == shapes.keys()
    assert shapes["It"]["members"]["B"] == {"target": "smithy.api#Boolean"}
    assert shapes["It"]["members"]["I"] == {"target": "com.amazonaws.tinyservice#Integer"}


def test_operation() -> None:
    """An operation names its ends and, sorted without regard to case, its errors."""
    model = service(
        {"PutRequest": {"type": "structure", "members": {}}, "b": ERROR, "A": ERROR, "C": ERROR},
        {
            "Put": {
                "name": "Put",
                "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "PutRequest"},
                "errors": [{"shape": "C"}, {"shape": "b"}, {"shape": "A"}],
            }
        },
    )
    shapes = converted(model)
    own = "com.amazonaws.tinyservice#"
    expected = {
        "type": "operation",
        "input": {"target": f"{own}PutRequest"},
        "output": {"target": "smithy.api#Unit"},
        "errors": [{"target": f"{own}A"}, {"target": f"{own}b"}, {"target": f"{own}C"}],
    }

    assert expected == shapes["Put"]
    assert shapes["PutRequest"]["traits"] == {"smithy.api#input": {}}


def test_shared_ends_are_no_inputs_or_outputs() -> None:
    """A shape that serves two operations has neither trait, as Smithy demands."""
    end = {"shape": "It"}
    model = service(
        {"It": {"type": "structure", "members": {}}},
        {"Get": {"name": "Get", "output": end}, "List": {"name": "List", "output": end}},
    )

    assert "traits" not in converted(model)["It"]


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"idempotent": True}, "smithy.api#idempotent", {}),
        ({"readonly": True}, "smithy.api#readonly", {}),
        ({"authtype": "none"}, "smithy.api#auth", []),
        ({"auth": ["smithy.api#noAuth"]}, "smithy.api#auth", []),
        ({"deprecated": True}, "smithy.api#deprecated", {}),
        ({"endpoint": {"hostPrefix": "a."}}, "smithy.api#endpoint", {"hostPrefix": "a."}),
        (
            {"endpointdiscovery": {"required": True}},
            "aws.api#clientDiscoveredEndpoint",
            {"required": True},
        ),
        (
            {"staticContextParams": {"A": {"value": 1}}},
            "smithy.rules#staticContextParams",
            {"A": {"value": 1}},
        ),
    ],
)
def test_traits_of_operations(facts: dict[str, Any], trait: str, expected: object) -> None:
    """Each fact of an operation is one trait."""
    model = service(operations={"Go": {"name": "Go", **facts}})

    assert {trait: expected} == converted(model)["Go"]["traits"]


@pytest.mark.parametrize("items", ["Things", ["Things", "Sums"]])
def test_pages(items: object) -> None:
    """Pages have tokens, a size, and the first of their lists as items."""
    facts = {
        "input_token": "Marker",
        "output_token": "NextMarker",
        "limit_key": "Limit",
        "more_results": "Truncated",
        "result_key": items,
    }
    model = service(operations={"List": {"name": "List"}})
    traits = converted(model, paginators={"pagination": {"List": facts}})["List"]["traits"]
    expected = {
        "inputToken": "Marker",
        "outputToken": "NextMarker",
        "items": "Things",
        "pageSize": "Limit",
    }

    assert {"smithy.api#paginated": expected} == traits


def test_pages_without_a_size() -> None:
    """An operation whose caller cannot choose how long a page is has no member for it."""
    facts = {"input_token": "Marker", "output_token": "NextMarker", "result_key": "Things"}
    model = service(operations={"List": {"name": "List"}})
    traits = converted(model, paginators={"pagination": {"List": facts}})["List"]["traits"]

    assert {"inputToken", "outputToken", "items"} == traits["smithy.api#paginated"].keys()


def test_examples() -> None:
    """Examples keep input and output; what explains them is prose and stays behind."""
    case = {
        "id": "to-go-1",
        "title": "To go",
        "description": "Goes.",
        "comments": {"input": {"A": "How far."}},
        "input": {"A": 1},
    }
    model = service(operations={"Go": {"name": "Go"}})
    traits = converted(model, examples={"examples": {"Go": [case, {"output": {}}]}})["Go"]["traits"]
    expected: list[Any] = [{"title": "Go 1", "input": {"A": 1}}, {"title": "Go 2", "output": {}}]

    assert {"smithy.api#examples": expected} == traits


def test_service() -> None:
    """The service is called after the target prefix, since that is what requests name."""
    rule_set: dict[str, Any] = {
        "version": "1.0",
        "parameters": {"Region": {"type": "string", "documentation": "Where."}},
        "rules": [{"documentation": "All.", "conditions": [], "error": "no", "type": "error"}],
    }
    model = service(operations={"B": {"name": "B"}, "A": {"name": "A"}}, signingName="tiny-signer")
    expected: dict[str, Any] = {
        "type": "service",
        "version": "2026-01-01",
        "operations": [
            {"target": "com.amazonaws.tinyservice#A"},
            {"target": "com.amazonaws.tinyservice#B"},
        ],
        "traits": {
            "aws.api#service": {
                "sdkId": "Tiny Service",
                "arnNamespace": "tiny-signer",
                "endpointPrefix": "tiny",
            },
            "aws.auth#sigv4": {"name": "tiny-signer"},
            "aws.protocols#awsJson1_1": {},
            "smithy.api#title": "A Tiny Service",
            "smithy.rules#endpointRuleSet": {
                "version": "1.0",
                "parameters": {"Region": {"type": "string"}},
                "rules": [{"conditions": [], "error": "no", "type": "error"}],
            },
        },
    }
    result = converted(model, rule_set=rule_set)["TinyTarget"]

    assert expected == result
    assert sorted(expected["traits"]) == list(result["traits"])


@pytest.mark.parametrize(
    ("metadata", "trait", "expected"),
    [
        ({"jsonVersion": "1.0"}, "aws.protocols#awsJson1_0", {}),
        (
            {"protocolSettings": {"h2": "eventstream"}},
            "aws.protocols#awsJson1_1",
            {"eventStreamHttp": ["h2"]},
        ),
        (
            {"protocolSettings": {"h2": "optional"}},
            "aws.protocols#awsJson1_1",
            {"http": ["h2", "http/1.1"]},
        ),
        ({"auth": ["aws.auth#sigv4a"]}, "aws.auth#sigv4a", {"name": "tiny"}),
        ({"awsQueryCompatible": {}}, "aws.protocols#awsQueryCompatible", {}),
    ],
)
def test_traits_of_services(metadata: dict[str, Any], trait: str, expected: object) -> None:
    """What the metadata say of protocol and signature are traits of the service."""
    assert expected == converted(service(**metadata))["TinyTarget"]["traits"][trait]


def test_endpoint_discovery() -> None:
    """The operation that finds endpoints is a trait of the service."""
    model = service(operations={"Find": {"name": "Find", "endpointoperation": True}})
    expected = {"operation": "com.amazonaws.tinyservice#Find"}

    assert expected == converted(model)["TinyTarget"]["traits"]["aws.api#clientEndpointDiscovery"]


def test_client_context_parameters() -> None:
    """Parameters that a client gives its endpoint rules lose their documentation only."""
    model = service()
    model["clientContextParams"] = {"A": {"type": "boolean", "documentation": "What."}}
    traits = converted(model)["TinyTarget"]["traits"]

    assert traits["smithy.rules#clientContextParams"] == {"A": {"type": "boolean"}}


def test_last_part_of_a_dotted_prefix_names_the_service() -> None:
    """Two old services have a Java package in their prefix."""
    assert {"Tiny_1"} == converted(service(targetPrefix="com.amazonaws.tiny.Tiny_1")).keys()


def test_shapes_are_sorted() -> None:
    """The order of shapes depends on nothing but their names."""
    shapes = converted(service({"Z": {"type": "string"}, "B": {"type": "string"}}))

    assert list(shapes) == ["B", "TinyTarget", "Z"]


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (service(protocol="query"), "only awsJson is converted, not the protocol 'query'"),
        (service({"It": {"type": "string", "news": 1}}), "It: no translation for news"),
        (
            service({"It": {"type": "structure", "members": {"M": {"shape": "It", "news": 1}}}}),
            "It$M: no translation for news",
        ),
        (service(operations={"Go": {"name": "Go", "news": 1}}), "Go: no translation for news"),
        (service({"It": {"type": "character"}}), "It: no translation for the type 'character'"),
        (service({"3": {"type": "string"}}), "'3' cannot be the name of a Smithy shape"),
        (service({"It": {**ERROR, "error": {"z": 1}}}), "It: no translation for z of an error"),
    ],
)
def test_what_nobody_has_met_yet_stops_the_import(model: dict[str, Any], message: str) -> None:
    """Nothing is dropped in silence: an unknown key, type or protocol is an error that names it."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        converted(model)
