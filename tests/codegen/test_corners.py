"""Models that are hard on names and nesting: what comes out imports, type-checks and works."""

import json
import math
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, Final, get_args

import pytest

import smaws_kms as kms
from codegen.generate import Inputs
from smaws_kms._runtime.endpoints.partitions import EndpointParameters
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode
from tests.models.generation import (
    check_examples,
    check_with_mypy,
    check_with_pyright,
    load_everything,
    write_package,
)

CORNERS: Final = Path(__file__).parent / "corners"
MODELS: Final = ("amazon", "clashes", "nesting", "words", "many")


def _many_shapes(directory: Path) -> Path:
    """Write a model of 1,000 structures, each holding the next one and a list of it."""
    count = 1000
    shapes: dict[str, Any] = json.loads((CORNERS / "clashes.json").read_text(encoding="utf-8"))
    service = shapes["shapes"]["home.clashes#Clashes"] | {
        "operations": [{"target": "many#Do"}],
        "rename": {},
    }
    service["traits"] |= {"aws.api#service": {"sdkId": "Many"}}
    many: dict[str, Any] = {"many#Many": service, "many#Do": {"type": "operation"}}
    many["many#Do"]["input"] = {"target": "many#S0"}
    for number in range(count):
        following = f"many#S{(number + 1) % count}"
        members = {"next": {"target": following}, "all": {"target": f"many#L{number}"}}
        many[f"many#S{number}"] = {"type": "structure", "members": members}
        many[f"many#L{number}"] = {"type": "list", "member": {"target": following}}
    path = directory / "many.json"
    path.write_text(json.dumps({"smithy": "2.0", "shapes": many}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate all packages into a folder that they can be imported from."""
    directory = tmp_path_factory.mktemp("corners")
    for name in MODELS:
        model = _many_shapes(directory) if name == "many" else CORNERS / f"{name}.json"
        write_package(Inputs(model=model), f"corner_{name}", directory)
    return directory


@pytest.fixture
def clashes(directory: Path) -> Any:
    """Return the package of shapes that want each other's names."""
    return load_everything("corner_clashes", directory)


@pytest.fixture
def words(directory: Path) -> Any:
    """Return the package of shapes and members with the names of other things."""
    return load_everything("corner_words", directory)


@pytest.fixture
def amazon(directory: Path) -> Any:
    """Return the package of a model with all that Amazon's own have and botocore's lack."""
    return load_everything("corner_amazon", directory)


@pytest.fixture
def nesting(directory: Path) -> Any:
    """Return the package of shapes within shapes."""
    return load_everything("corner_nesting", directory)


def test_type_checkers_accept_all_of_it(directory: Path) -> None:
    """Neither mypy nor pyright, both strict, has anything to say.

    The thousand shapes are alike, and would take pyright longer than all else: mypy has to do.
    """
    packages = [f"corner_{name}" for name in MODELS]

    assert "" == check_with_mypy(directory, packages)
    assert "" == check_with_pyright(directory, [it for it in packages if it != "corner_many"])


def test_a_thousand_shapes_load(directory: Path) -> None:
    """Their annotations resolve, though each names one that comes later or much earlier."""
    many = load_everything("corner_many", directory)

    assert 1000 == len([name for name in many.__all__ if name[1:].isdigit()])
    assert {"next": {}} == kms.to_wire(many.S0(next=many.S1()))


@pytest.mark.parametrize("name", MODELS)
def test_examples(name: str, directory: Path) -> None:
    """Each shape has an example, whatever it contains and however it is named."""
    assert [] == check_examples(load_everything(f"corner_{name}", directory))


def test_shapes_keep_their_names_before_what_is_derived_from_them(clashes: ModuleType) -> None:
    """Unions of errors, requests, clients and pages give way, and a service's `rename` counts."""
    names = {name for name in vars(clashes)["__all__"] if not name.endswith(("Input", "Output"))}

    assert {"Tag", "DistantTag", "AwayTag", "Broken", "AwayBroken", "BrokenData"} <= names
    assert {"BatchError", "BatchErrors", "StartRunRequest", "StartRunSyncRequest"} <= names
    assert {"ClashesClient", "ClashesClient_", "AsyncClashesClient", "ListNamesPages"} <= names
    assert {"Choice", "ChoiceText", "ChoiceText_", "ChoiceText__"} <= names


def test_members_and_functions_that_want_one_name_get_several(clashes: Any) -> None:
    """The first gets it; the others have underscores behind it."""
    request = clashes.BatchInput(key_id="1", key_id_="2", key_id__="3")

    assert {"KeyId": "1", "keyId": "2", "keyID": "3"} == kms.to_wire(request)
    assert {"start_run", "start_run_sync_"} <= set(dir(clashes.AsyncClashesClient))


def test_error_members_stand_beside_what_every_error_has(clashes: Any) -> None:
    """`code` is always the error's name; the model's own member of that name is `code_`."""
    error = clashes.Broken("text", code_="7", args_=("a",), status_code_=1)

    assert ("Broken", "7", ("text",), ("a",)) == (error.code, error.code_, error.args, error.args_)
    assert {"message": "text", "code_": "7", "args_": ("a",), "status_code_": 1} == error.members()


def test_words_of_python_get_underscores(words: Any) -> None:
    """Keywords, builtins and names of our own runtime can all be shapes and members."""
    request = words.Class(self_="me", def_="x", to_optional_operation_tuple_=[words.Operation_()])

    assert {"self": "me", "def": "x", "to_optional_operation_tuple": [{}]} == kms.to_wire(request)
    assert {"None_", "True_", "Mapping_", "Ok", "Err", "Object", "Blob_"} <= set(words.__all__)
    assert {"import_", "close_", "print_", "region", "ops"} <= set(dir(words.WordsClient))


def test_enum_members_of_any_name(words: Any) -> None:
    """No value is lost to Python's own attributes of enums, and the empty text is one too."""
    wire = [item.value for item in words.Enum]

    assert ["name", "value", "mro", "title", "title_", "_sunder_", "__private"] == wire[:7]
    assert words.Enum.EMPTY is kms.from_wire(words.Class, {"self": "", "return": ""}).return_


def test_error_that_cannot_have_its_name_keeps_it_on_the_wire(words: Any) -> None:
    """The class of a `TimeoutError` is called otherwise, and found all the same."""
    assert words.TimeoutError_ is words.Print.errors_by_code["TimeoutError"]
    assert "TimeoutError" == words.TimeoutError_().code


def test_union_with_a_member_called_type_reads_it(words: Any) -> None:
    """`__type` is what servers add, unless the model has a member of that name."""
    request = kms.from_wire(words.Class, {"self": "", "import": {"__type": "x"}})

    assert words.ResultType("x") == request.import_


def test_unions_narrow(nesting: Any) -> None:
    """A union is an alias of one class per member and one for those of the future."""
    assert "EndLeaf" == get_args(nesting.End)[0].__name__
    assert kms.UnknownMember is get_args(nesting.End)[-1]


_NESTED: Final[list[dict[str, Any]]] = [
    {"end": {"leaf": {}}},
    {"end": {"fruit": {"stone": {"ends": [{"leaf": {}}, {"secret": "s"}]}, "weight": "NaN"}}},
    {"end": {"seeds": {"a": ["AAE=", None]}}},
    {"end": {"juice": {"any": [1, None, {"thing": True}]}}},
    {"end": {"root": {"deep": 3}}},
    {"layers": [None, {"a": [{"leaf": {}}]}], "named": {"oak": {}, "elm": {}}},
    {"grid": [{"a": [None, ""]}], "branches": [{"branches": [{}]}]},
]


@pytest.mark.parametrize("wire", _NESTED)
def test_nested_shapes_round_trip(nesting: Any, wire: dict[str, Any]) -> None:
    """Values are written as they were read, unknown members of unions included."""
    assert wire == kms.to_wire(kms.from_wire(nesting.Branch, wire))


@pytest.mark.parametrize("wire", [{}, {"leaf": {}, "secret": "hush"}, {"leaf": None}, 3, "hush"])
def test_union_with_other_than_one_member_is_an_error(nesting: Any, wire: object) -> None:
    """The error says where, and never what stood there."""
    with pytest.raises(kms.ResponseParseError, match=r"^\$\.end: expected an object") as caught:
        kms.from_wire(nesting.Branch, {"end": wire})

    assert "hush" not in repr(caught.value)


def test_secrets_in_unions_and_errors_are_not_shown(nesting: Any) -> None:
    """Neither known secrets nor what members of the future hold appears in a repr."""
    secret = nesting.EndSecret("hush")
    unknown = kms.UnknownMember("new", "hush")
    error = nesting.Stony("text", secret="hush", ends=(secret, unknown))
    felled = nesting.Felled("hush")

    assert "hush" == felled.message
    for shown in (secret, unknown, error, felled, felled.args, str(error), str(felled)):
        assert "hush" not in repr(shown)


def test_error_member_that_does_not_fit_is_left_out(nesting: Any) -> None:
    """An error keeps its message even if a member cannot be parsed."""
    body = b'{"__type": "Stony", "secret": 3, "since": 1, "Message": "no soil"}'
    error: Any = decode(nesting.PlantTree, WireResponse(400, {}, body))

    assert (nesting.Stony, "no soil") == (type(error), error.message)
    assert (None, datetime.fromtimestamp(1, UTC)) == (error.secret, error.since)


def test_wrong_types_name_the_member(nesting: Any) -> None:
    """Converters leave what they cannot convert to the type check."""
    with pytest.raises(TypeError, match=r"Branch\.layers must be a sequence"):
        nesting.Branch(layers=3)
    with pytest.raises(TypeError, match=r"Branch\.blobs must be a mapping"):
        nesting.Branch(blobs=[])
    with pytest.raises(TypeError, match=r"Branch\.layers\[0\] must be a mapping|must be Mapping"):
        nesting.Branch(layers=["x"])


def test_mappings_are_copied(nesting: Any) -> None:
    """A shape holds a dict and tuples of its own, however deep."""
    given = {"a": [b"x", bytearray(b"y")]}
    branch = nesting.Branch(grid=[given], blobs=given)
    given["a"] = []

    assert ({"a": (b"x", b"y")},) == nesting.Branch(grid=[{"a": [b"x", bytearray(b"y")]}]).grid
    assert {"a": (b"x", b"y")} == branch.blobs


def test_defaults(nesting: Any) -> None:
    """Outside of inputs, what is left out has the model's default; `null` and clientOptional none."""
    seed = nesting.Seed()

    assert (3, 0.5, {}, (), ()) == (
        seed.count,
        seed.sown.timestamp(),
        seed.notes,
        seed.list,
        seed.kinds,
    )
    assert "2000-01-02T02:04:05+00:00" == seed.reaped.isoformat()
    assert (None, None) == (seed.gone, seed.perhaps)
    assert "2000-01-02T02:04:05Z" == kms.to_wire(seed)["reaped"]


def test_mixins_are_flattened(nesting: Any) -> None:
    """Members of a mixin come first, with traits applied later, without the traits it keeps."""
    fields = nesting.ListTreesInput.__attrs_attrs__

    assert ["token", "kind"] == [field.name for field in fields]
    assert "'x'" in repr(nesting.ListTreesInput(token="x"))
    assert 2 == fields[0].metadata["smaws_kms"].limits.min


def test_operations_of_resources(nesting: Any) -> None:
    """Those of a lifecycle, of a collection and of resources within resources are all there."""
    operations = {"ListTrees", "CountTrees", "PlantTree", "Prune"}

    assert operations <= set(nesting.__all__)
    assert hasattr(nesting.operations.ListTreesPages, "items") is True
    assert hasattr(nesting.operations.CountTreesPages, "items") is False


def test_floats_that_json_lacks(nesting: Any) -> None:
    """NaN and the infinities are written as their names."""
    fruit = nesting.Fruit(stone=nesting.EndLeaf(), weight=-math.inf)

    assert {"stone": {"leaf": {}}, "weight": "-Infinity"} == kms.to_wire(fruit)


def test_enums_of_smithy_1(amazon: Any) -> None:
    """The trait `@enum` makes an enum, with the names that it gives or names after the values."""
    assert ["STONE", "GAS"] == [item.name for item in amazon.Kind]
    assert ["rye", "_2_row", "_2_row_2", "SYMBOL", "EMPTY"] == [it.name for it in amazon.Grain]
    assert "gas oven" == amazon.Kind.GAS


def test_mixins_resources_and_renames(amazon: Any) -> None:
    """Members of mixins come first; operations of all resources are there; renames count."""
    names = [field.name for field in amazon.CreateOvenInput.__attrs_attrs__]

    assert ["trace_id", "heat", "token"] == names[:3]
    assert {"CreateOven", "GetOven", "ListOvens", "FillTray", "TasteBread"} <= {*amazon.__all__}
    assert not hasattr(amazon, "CleanOvens")
    assert None is amazon.TasteBread.output
    assert "token" == amazon.CreateOven.idempotency_token


def test_members_that_start_with_digits(amazon: Any) -> None:
    """`_1st` is an identifier in Smithy, and `1st` none in Python."""
    dough = amazon.DoughFilled(amazon.DoughPlain())

    assert {"_1st": {"filled": {"plain": {}}}} == kms.to_wire(amazon.FillTrayInput(n1st=dough))


def test_endpoints_of_a_diagram(amazon: Any) -> None:
    """The diagram's rules are compiled as others are."""
    resolve = amazon.CreateOven.service.resolve_endpoint

    assert "https://bakery-fips.eu.api.aws" == resolve(_EUROPE).url
    assert amazon.CreateOven.service.query_compatible


_EUROPE: Final = EndpointParameters(region="eu-west-1", use_fips=True)
