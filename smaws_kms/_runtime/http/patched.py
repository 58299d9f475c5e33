"""Tells whether a part of httpx is replaced, without importing httpx.

While httpx and httpcore are not loaded, nothing in them can have been replaced, and asking costs two
look-ups. Afterwards `httpx_patches` compares members. In doubt the answer is yes: the request then goes
through httpx, which is loaded on a thread.
"""

import sys
from typing import Literal

from smaws_kms._runtime.support.fork_guard import import_whole

_PATCHES = f"{__package__}.httpx_patches"


def is_patched(objects: Literal["ASYNC_OBJECTS", "SYNC_OBJECTS"]) -> bool:
    """Return whether requests have to pass these objects of httpx, see `httpx_patches`."""
    loaded = sys.modules
    # `None` stands for a module that must not be imported.
    if loaded.get("httpx") is None and loaded.get("httpcore") is None:
        return False
    patches = loaded.get(_PATCHES)
    if patches is None:
        if not _is_complete("httpx"):
            return True
        patches = import_whole(_PATCHES)
    watch = vars(patches).get(objects)
    # Another thread may be importing the module.
    return watch is None or bool(watch.replacements())


def _is_complete(name: str) -> bool:
    """Return whether a module is loaded, and no thread is at it at the moment."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)
