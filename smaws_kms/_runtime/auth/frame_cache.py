"""Cache of signing frames: what the requests of one second share.

Frames hold a signing key and the session token, and must not outlive the credentials. The cache refers
to `Credentials` weakly, by identity, and is emptied when they are freed. It needs no lock, so that a
forked child can use the parent's.
"""

from collections.abc import Callable, Hashable
from datetime import UTC, datetime, timedelta
from typing import Final, Generic, TypeVar
from weakref import ref

from smaws_kms._runtime.values import Credentials

F = TypeVar("F")

# KMS has 54 operations. A frame is about 3 KB with a session token of usual length.
_FRAMES: Final = 64

_SECOND: Final = timedelta(seconds=1)


class _Second(Generic[F]):
    """The frames of one second and one `Credentials` object."""

    __slots__ = ("_credentials", "_end", "_start", "frames")

    def __init__(self, credentials: Credentials, now: datetime) -> None:
        frames: dict[Hashable, F] = {}
        self.frames = frames
        # The callback refers to the dictionary only: with `self` it would be a reference cycle.
        self._credentials = ref(credentials, lambda _: frames.clear())
        self._start = now.astimezone(UTC).replace(microsecond=0)
        self._end = self._start + _SECOND

    def covers(self, credentials: Credentials, now: datetime) -> bool:
        """Return whether the frames are for these credentials and this time."""
        return self._credentials() is credentials and self._start <= now < self._end


class FrameCache(Generic[F]):
    """Frames of one endpoint, for the latest credentials and the latest second. Thread-safe."""

    __slots__ = ("_second",)

    def __init__(self) -> None:
        self._second: _Second[F] | None = None

    def __len__(self) -> int:
        return 0 if self._second is None else len(self._second.frames)

    def get(
        self, credentials: Credentials, now: datetime, key: Hashable, make: Callable[[], F]
    ) -> F:
        """Return the frame for these credentials, the second of `now` and a key; make it if absent.

        Two threads may make equal frames, which is cheaper than a lock around every signature.
        """
        second = self._second
        if second is None or not second.covers(credentials, now):
            # Read and replaced as one object: a thread with other credentials sees all of it or nothing.
            second = self._second = _Second(credentials, now)
        frame = second.frames.get(key)
        if frame is None:
            if len(second.frames) >= _FRAMES:
                second.frames.clear()
            frame = second.frames[key] = make()
        return frame
