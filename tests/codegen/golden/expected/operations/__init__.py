# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The operations as functions, each module loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from tests.codegen.golden.expected.operations._find_things import (
        find_things as find_things,
        find_things_sync as find_things_sync,
    )
    from tests.codegen.golden.expected.operations._list_things import (
        ListThingsPages as ListThingsPages,
        ListThingsPagesSync as ListThingsPagesSync,
        list_things as list_things,
        list_things_sync as list_things_sync,
    )
    from tests.codegen.golden.expected.operations._ping import ping as ping, ping_sync as ping_sync
    from tests.codegen.golden.expected.operations._put_thing import (
        put_thing as put_thing,
        put_thing_sync as put_thing_sync,
    )
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "_find_things": ("find_things", "find_things_sync"),
            "_list_things": (
                "ListThingsPages",
                "ListThingsPagesSync",
                "list_things",
                "list_things_sync",
            ),
            "_ping": ("ping", "ping_sync"),
            "_put_thing": ("put_thing", "put_thing_sync"),
        },
    )


def __import_all__() -> None:
    """Import every module, for packaging tools that only follow import statements."""
    import_module("tests.codegen.golden.expected.operations._find_things")
    import_module("tests.codegen.golden.expected.operations._list_things")
    import_module("tests.codegen.golden.expected.operations._ping")
    import_module("tests.codegen.golden.expected.operations._put_thing")
