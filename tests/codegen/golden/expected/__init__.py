# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Every public name of the generated package, loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from tests.codegen.golden.expected.client import (
        AsyncToolWorkshopClient as AsyncToolWorkshopClient,
        ToolWorkshopClient as ToolWorkshopClient,
    )
    from tests.codegen.golden.expected.enums._color import Color as Color
    from tests.codegen.golden.expected.enums._level import Level as Level
    from tests.codegen.golden.expected.errors import (
        BrokenException as BrokenException,
        BusyException as BusyException,
        FullException as FullException,
    )
    from tests.codegen.golden.expected.operations._find_things import (
        FindThings as FindThings,
        FindThingsError as FindThingsError,
        FindThingsRequest as FindThingsRequest,
    )
    from tests.codegen.golden.expected.operations._list_things import (
        ListThings as ListThings,
        ListThingsError as ListThingsError,
        ListThingsRequest as ListThingsRequest,
    )
    from tests.codegen.golden.expected.operations._ping import (
        Ping as Ping,
        PingError as PingError,
        PingRequest as PingRequest,
    )
    from tests.codegen.golden.expected.operations._put_thing import (
        PutThing as PutThing,
        PutThingError as PutThingError,
        PutThingRequest as PutThingRequest,
        PutThingResponse as PutThingResponse,
    )
    from tests.codegen.golden.expected.structures import (
        Rest as Rest,
        Tag as Tag,
        Thing as Thing,
        ThingPage as ThingPage,
    )
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "client": ("AsyncToolWorkshopClient", "ToolWorkshopClient"),
            "enums._color": ("Color",),
            "enums._level": ("Level",),
            "errors": ("BrokenException", "BusyException", "FullException"),
            "structures": ("Rest", "Tag", "Thing", "ThingPage"),
            "operations._find_things": ("FindThings", "FindThingsError", "FindThingsRequest"),
            "operations._list_things": ("ListThings", "ListThingsError", "ListThingsRequest"),
            "operations._ping": ("Ping", "PingError", "PingRequest"),
            "operations._put_thing": (
                "PutThing",
                "PutThingError",
                "PutThingRequest",
                "PutThingResponse",
            ),
        },
    )


def __import_all__() -> None:
    """Import every module, for packaging tools that only follow import statements."""
    import_module("tests.codegen.golden.expected.client")
    import_module("tests.codegen.golden.expected.enums._color")
    import_module("tests.codegen.golden.expected.enums._level")
    import_module("tests.codegen.golden.expected.errors")
    import_module("tests.codegen.golden.expected.structures")
    import_module("tests.codegen.golden.expected.operations._find_things")
    import_module("tests.codegen.golden.expected.operations._list_things")
    import_module("tests.codegen.golden.expected.operations._ping")
    import_module("tests.codegen.golden.expected.operations._put_thing")
