"""Models that are hard on names and nesting become packages that load and type-check."""

from pathlib import Path
from typing import Any, Final

import smaws_kms as kms
from smaws_kms._runtime.endpoints.partitions import EndpointParameters
from tests.codegen.corners.corner_models import MODELS
from tests.models.generation import check_with_mypy, check_with_pyright, load_everything


def test_type_checkers_accept_all_of_it(directory: Path) -> None:
    """Strict mypy and strict pyright report nothing.

    Only mypy checks the 1,000 similar shapes, since pyright would take too long for them.
    """
    packages = [f"corner_{name}" for name in MODELS]

    assert "" == check_with_mypy(directory, packages)
    assert "" == check_with_pyright(directory, [it for it in packages if it != "corner_many"])


def test_a_thousand_shapes_load(directory: Path) -> None:
    """Annotations of 1,000 shapes resolve, including forward references."""
    many = load_everything("corner_many", directory)

    assert 1000 == len([name for name in many.__all__ if name[1:].isdigit()])
    assert {"next": {}} == kms.to_wire(many.S0(next=many.S1()))


def test_operations_of_resources(nesting: Any) -> None:
    """Operations of lifecycles, collections and nested resources are generated."""
    operations = {"ListTrees", "CountTrees", "PlantTree", "Prune"}

    assert operations <= set(nesting.__all__)
    assert hasattr(nesting.operations.ListTreesPages, "items") is True
    assert hasattr(nesting.operations.CountTreesPages, "items") is False


def test_enums_of_smithy_1(amazon: Any) -> None:
    """The trait `@enum` becomes an enum with the given names, or names made from the values."""
    assert ["STONE", "GAS"] == [item.name for item in amazon.Kind]
    assert ["rye", "_2_row", "_2_row_2", "SYMBOL", "EMPTY"] == [it.name for it in amazon.Grain]
    assert "gas oven" == amazon.Kind.GAS


def test_mixins_resources_and_renames(amazon: Any) -> None:
    """Mixins, operations of all resources and renames apply."""
    names = [field.name for field in amazon.CreateOvenInput.__attrs_attrs__]

    assert ["trace_id", "heat", "token"] == names[:3]
    assert {"CreateOven", "GetOven", "ListOvens", "FillTray", "TasteBread"} <= {*amazon.__all__}
    assert not hasattr(amazon, "CleanOvens")
    assert None is amazon.TasteBread.output
    assert "token" == amazon.CreateOven.idempotency_token


def test_members_that_start_with_digits(amazon: Any) -> None:
    """`_1st` is a valid identifier in Smithy, and `1st` is none in Python."""
    dough = amazon.DoughFilled(amazon.DoughPlain())

    assert {"_1st": {"filled": {"plain": {}}}} == kms.to_wire(amazon.FillTrayInput(n1st=dough))


def test_endpoints_of_a_diagram(amazon: Any) -> None:
    """Endpoint rules in the form of a decision diagram are compiled."""
    resolve = amazon.CreateOven.service.resolve_endpoint

    assert "https://bakery-fips.eu.api.aws" == resolve(_EUROPE).url
    assert amazon.CreateOven.service.query_compatible


_EUROPE: Final = EndpointParameters(region="eu-west-1", use_fips=True)
