"""A build backend (PEP 517) that runs nothing of the package it is asked about.

pip wants a source distribution's metadata before it hands over the archive, and gets it by running
the package's own set-up code. Here it is copied from `PKG-INFO` instead, where it is already written.
"""

import shutil
import sys
from email import message_from_bytes
from pathlib import Path
from typing import Final


def get_requires_for_build_wheel(config_settings: object = None) -> list[str]:
    """Nothing is needed to copy a file."""
    del config_settings
    return []


def prepare_metadata_for_build_wheel(
    metadata_directory: str, config_settings: object = None
) -> str:
    """Copy the metadata that the archive came with; pip calls this inside the unpacked archive."""
    del config_settings
    package = message_from_bytes(Path("PKG-INFO").read_bytes())
    directory = Path(metadata_directory, f"{package['Name']}-{package['Version']}.dist-info")
    directory.mkdir()
    shutil.copyfile("PKG-INFO", directory / "METADATA")
    return directory.name


__legacy__: Final = sys.modules[__name__]
"""The backend by the name that pip uses for a package that names none."""
