# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The clients: an index of the operations."""

from smaws_kms._runtime.clients import AsyncClient, SyncClient
from smaws_kms._runtime.lazy import publish
from smaws_kms._runtime.methods import AsyncPaginatedMethod, SyncPaginatedMethod, method
from tests.codegen.golden.expected import operations as ops
from tests.codegen.golden.expected.service import SERVICE


class AsyncToolWorkshopClient(AsyncClient):
    """Tool Workshop, for `async` code.

    Takes the settings that `AsyncClient` lists, all by keyword; constructing one does no I/O.
    """

    service = SERVICE

    find_things = method(lambda: ops.find_things)
    list_things = AsyncPaginatedMethod(lambda: (ops.list_things, ops.ListThingsPages))
    ping = method(lambda: ops.ping)
    put_thing = method(lambda: ops.put_thing)


class ToolWorkshopClient(SyncClient):
    """Tool Workshop, for blocking code.

    Takes the settings that `SyncClient` lists, all by keyword; constructing one does no I/O.
    """

    service = SERVICE

    find_things = method(lambda: ops.find_things_sync)
    list_things = SyncPaginatedMethod(lambda: (ops.list_things_sync, ops.ListThingsPagesSync))
    ping = method(lambda: ops.ping_sync)
    put_thing = method(lambda: ops.put_thing_sync)


publish(globals(), "tests.codegen.golden.expected")
