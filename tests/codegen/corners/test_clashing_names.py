"""Shapes and members whose names collide with each other, or with Python's."""

from types import ModuleType
from typing import Any

import smaws_kms as kms


def test_shapes_keep_their_names_before_what_is_derived_from_them(clashes: ModuleType) -> None:
    """A shape keeps its name; derived unions, requests, clients and pages are renamed."""
    names = {name for name in vars(clashes)["__all__"] if not name.endswith(("Input", "Output"))}

    assert {"Tag", "DistantTag", "AwayTag", "Broken", "AwayBroken", "BrokenData"} <= names
    assert {"BatchError", "BatchErrors", "StartRunRequest", "StartRunSyncRequest"} <= names
    assert {"ClashesClient", "ClashesClient_", "AsyncClashesClient", "ListNamesPages"} <= names
    assert {"Choice", "ChoiceText", "ChoiceText_", "ChoiceText__"} <= names


def test_members_and_functions_that_want_one_name_get_several(clashes: Any) -> None:
    """The first member keeps its name; underscores are appended to the others."""
    request = clashes.BatchInput(key_id="1", key_id_="2", key_id__="3")

    assert {"KeyId": "1", "keyId": "2", "keyID": "3"} == kms.to_wire(request)
    assert {"start_run", "start_run_sync_"} <= set(dir(clashes.AsyncClashesClient))


def test_error_members_do_not_replace_attributes_of_errors(clashes: Any) -> None:
    """An error's own attributes keep their names, such as `code`; the model's member is `code_`."""
    error = clashes.Broken("text", code_="7", args_=("a",), status_code_=1)

    assert ("Broken", "7", ("text",), ("a",)) == (error.code, error.code_, error.args, error.args_)
    assert {"message": "text", "code_": "7", "args_": ("a",), "status_code_": 1} == error.members()


def test_words_of_python_get_underscores(words: Any) -> None:
    """Keywords, builtins and names of the runtime can be shapes and members."""
    request = words.Class(self_="me", def_="x", to_optional_operation_tuple_=[words.Operation_()])

    assert {"self": "me", "def": "x", "to_optional_operation_tuple": [{}]} == kms.to_wire(request)
    assert {"None_", "True_", "Mapping_", "Ok", "Err", "Object", "Blob_"} <= set(words.__all__)
    assert {"import_", "close_", "print_", "region", "ops"} <= set(dir(words.WordsClient))


def test_enum_members_of_any_name(words: Any) -> None:
    """Attributes of Python's enums and the empty text can be enum values."""
    wire = [item.value for item in words.Enum]

    assert ["name", "value", "mro", "title", "title_", "_sunder_", "__private"] == wire[:7]
    assert words.Enum.EMPTY is kms.from_wire(words.Class, {"self": "", "return": ""}).return_


def test_error_that_cannot_have_its_name_keeps_it_on_the_wire(words: Any) -> None:
    """The class of the model's `TimeoutError` is renamed, and found by its wire name."""
    assert words.TimeoutError_ is words.Print.errors_by_code["TimeoutError"]
    assert "TimeoutError" == words.TimeoutError_().code


def test_union_with_a_member_called_type_reads_it(words: Any) -> None:
    """`__type` in a union is ignored as the server's, unless the model has a member of that name."""
    request = kms.from_wire(words.Class, {"self": "", "import": {"__type": "x"}})

    assert words.ResultType("x") == request.import_
