"""Packages generated from the models in this folder."""

from pathlib import Path
from typing import Any

import pytest

from codegen.generate import Inputs
from tests.codegen.corners.corner_models import CORNERS, MODELS, many_shapes
from tests.models.generation import load_everything, write_package


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate all packages into a folder that they can be imported from."""
    directory = tmp_path_factory.mktemp("corners")
    for name in MODELS:
        model = many_shapes(directory) if name == "many" else CORNERS / f"{name}.json"
        write_package(Inputs(model=model), f"corner_{name}", directory)
    return directory


@pytest.fixture
def nesting(directory: Path) -> Any:
    """Return the package of shapes within shapes."""
    return load_everything("corner_nesting", directory)


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
