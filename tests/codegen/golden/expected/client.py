# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The clients: an index of the operations."""

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.methods import method, paginated_method
from smaws_kms._runtime.support.lazy_imports import publish
from tests.codegen.golden.expected import operations as ops
from tests.codegen.golden.expected.service import SERVICE


class AsyncToolWorkshopClient(AsyncClient):
    """Tool Workshop, for `async` code.

    Takes the settings that `AsyncClient` lists, all by keyword; constructing one does no I/O.
    """

    service = SERVICE

    @method(lambda: ops.find_things)
    def find_things(self) -> None: ...

    @paginated_method(lambda: (ops.list_things, ops.ListThingsPages))
    def list_things(self) -> None: ...

    @method(lambda: ops.ping)
    def ping(self) -> None: ...

    @method(lambda: ops.put_thing)
    def put_thing(self) -> None: ...


class ToolWorkshopClient(SyncClient):
    """Tool Workshop, for blocking code.

    Takes the settings that `SyncClient` lists, all by keyword; constructing one does no I/O.
    """

    service = SERVICE

    @method(lambda: ops.find_things_sync)
    def find_things(self) -> None: ...

    @paginated_method(lambda: (ops.list_things_sync, ops.ListThingsPagesSync))
    def list_things(self) -> None: ...

    @method(lambda: ops.ping_sync)
    def ping(self) -> None: ...

    @method(lambda: ops.put_thing_sync)
    def put_thing(self) -> None: ...


publish(globals(), "tests.codegen.golden.expected")
