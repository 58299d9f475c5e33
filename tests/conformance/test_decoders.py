"""Generated decoders of the protocol tests' services agree with cattrs."""

import importlib
from typing import Any

import pytest

from tests.conformance.cases import JSON_PROTOCOL, MACHINE_LEARNING
from tests.conformance.conftest import Packages
from tests.property.decoders import check_same, decoders_of


@pytest.mark.parametrize("service", [JSON_PROTOCOL, MACHINE_LEARNING])
@pytest.mark.parametrize("oddity", [0, 0.02, 0.1, 0.3])
def test_decoders(service: str, oddity: float, packages: Packages) -> None:
    """Decoders read what fits, or nearly fits, as cattrs does, or leave it to cattrs."""
    package = packages[service]
    exported = [getattr(package, name) for name in package.__all__]
    operations: list[Any] = [it for it in exported if hasattr(it, "from_json")]
    structures = importlib.import_module(f"{package.__name__}.structures")
    found = list(decoders_of(operations, structures))

    assert len(operations) < len(found)
    for decoder in found:
        check_same(decoder, range(20), oddity)
