"""A build backend (PEP 517) that runs no code of the package.

pip needs the metadata of a source distribution before it keeps the archive, and normally runs the
package's `setup.py` to get them. This backend copies them from `PKG-INFO` instead.
"""

import shutil
import sys
from email import message_from_bytes
from pathlib import Path
from typing import Final


def get_requires_for_build_wheel(config_settings: object = None) -> list[str]:
    """Return no requirements."""
    del config_settings
    return []


def prepare_metadata_for_build_wheel(
    metadata_directory: str, config_settings: object = None
) -> str:
    """Copy the metadata of the archive; pip calls this in the folder of the unpacked archive."""
    del config_settings
    package = message_from_bytes(Path("PKG-INFO").read_bytes())
    directory = Path(metadata_directory, f"{package['Name']}-{package['Version']}.dist-info")
    directory.mkdir()
    shutil.copyfile("PKG-INFO", directory / "METADATA")
    return directory.name


__legacy__: Final = sys.modules[__name__]
"""The name of the backend that pip uses for a package without a `build-backend`."""
