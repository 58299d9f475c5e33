"""The file with certifi's root certificates, found without importing certifi.

`certifi.where()` needs `importlib.resources`, which imports `tempfile`, `pathlib`, `shutil` and `zlib`:
10 ms of every start, to return a file's path.
"""

import sys
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from typing import Final

_FILE: Final = 'joinpath("cacert.pem")'
"""What certifi's own `where` does."""
_ELSEWHERE: Final = ("/etc/", "/usr/", "environ", "getenv")
"""What the `where` of Linux distributions does: it returns the system's file, or a variable's."""


def certifi_file() -> str:
    """Return the path that `certifi.where()` returns."""
    return _file_of_package() or _asked()


def _file_of_package() -> str | None:
    """Return the file beside certifi's modules, `None` if `where` may return another one.

    Programs replace `where` of the imported package, tools for company roots hook its import, and
    distributions change its code.
    """
    spec = None if "certifi" in sys.modules else find_spec("certifi")
    if spec is None or type(spec.loader) is not SourceFileLoader:
        return None
    for folder in spec.submodule_search_locations or ():
        if _is_original(f"{folder}/core.py") and _text(f"{folder}/cacert.pem", 1):
            return f"{folder}/cacert.pem"
    return None


def _is_original(module: str) -> bool:
    code = _text(module)
    return _FILE in code and not any(part in code for part in _ELSEWHERE)


def _text(path: str, size: int = -1) -> str:
    """Return the start of a file, nothing if it cannot be read."""
    try:
        # Not `pathlib`, which takes 2 ms to import.
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            return file.read(size)
    except OSError:
        return ""


def _asked() -> str:
    import certifi  # noqa: PLC0415  # rarely needed, see above

    return certifi.where()
