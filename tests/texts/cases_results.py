"""Results and their misuse."""

from collections.abc import Iterator
from typing import Any, Final

import smaws_kms as kms
from tests.operations.values import minimal
from tests.texts.place import Cases, Place, raised

TITLE: Final = "Results"


def cases(_: Place) -> Cases:
    """Return the cases of results."""
    error = kms.NotFoundException("no such key", operation="Encrypt", request_id="id")
    failed: Any = kms.Err(error)
    yield "unwrap", raised(failed.unwrap)
    yield "expect", raised(lambda: failed.expect("the key of the orders"))
    yield "unwrap of another value", raised(kms.Err("no key").unwrap)
    ok: Any = kms.Ok(None)
    yield "truth value", raised(lambda: bool(ok))
    yield "dry run that was none", raised(lambda: kms.dry_run(ok))
    function: Any = kms.dry_run
    yield "dry run of a response", raised(lambda: function(None))
    yield "dry run that was not awaited", raised(lambda: function(_Awaitable()))
    unwrap: Any = kms.unwrap
    yield "unwrap of a response", raised(lambda: unwrap(None))
    yield "unwrap of a result", raised(lambda: unwrap(ok))
    yield "repr of Err", repr(failed)
    yield "repr of Ok", repr(kms.Ok(minimal(kms.EncryptResponse)))
    yield "repr of metadata", repr(kms.Metadata(request_id="id", headers={"X": "y"}))
    failed.is_ok  # noqa: B018 - examined, so that it issues no warning


class _Awaitable:
    def __await__(self) -> Iterator[None]:
        yield
