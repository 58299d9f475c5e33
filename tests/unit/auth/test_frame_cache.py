"""Signing frames are kept for one second and one `Credentials`, bounded, and never shown."""

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from weakref import ref

import pytest

from smaws_kms._runtime.auth.frame_cache import FrameCache
from smaws_kms._runtime.auth.request_frame import RequestFrame, UnsendableError
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.auth.sigv4 import SigningFrame
from smaws_kms._runtime.values import Credentials
from tests.forks import Child
from tests.unit.auth.sigv4_examples import KEY, NOON


class Frame:
    """A frame that can be told from others."""


def framed(credentials: Credentials = KEY, now: datetime = NOON, **headers: str) -> RequestFrame:
    """Return a frame of a request to KMS."""
    signing = SigningFrame(
        method="POST", target=target("https://kms.test/"), headers=headers, region="eu-west-1",
        service="kms", credentials=credentials, now=now,
    )  # fmt: skip
    return RequestFrame(signing, {"Accept-Encoding": "identity"})


@pytest.mark.parametrize(
    ("later", "kept"),
    [(0, True), (0.999999, True), (1, False), (-0.000001, False), (86400, False)],
)
def test_lifetime_is_the_second(later: float, kept: bool) -> None:  # noqa: FBT001 - a table
    """A frame serves the second that it was made in, and no other; a time zone changes nothing."""
    cache: FrameCache[Frame] = FrameCache()
    first = cache.get(KEY, NOON, "Encrypt", Frame)
    now = (NOON + timedelta(seconds=later)).astimezone(timezone(timedelta(hours=5, minutes=45)))

    assert kept == (first is cache.get(KEY, now, "Encrypt", Frame))


def test_keys_have_frames_of_their_own() -> None:
    """Each operation has its own frame."""
    cache: FrameCache[Frame] = FrameCache()

    assert 0 == len(cache)
    assert cache.get(KEY, NOON, "Encrypt", Frame) is not cache.get(KEY, NOON, "Sign", Frame)
    assert 2 == len(cache)


def test_equal_credentials_share_nothing() -> None:
    """Frames belong to one `Credentials` object: an equal one may name another source."""
    cache: FrameCache[Frame] = FrameCache()
    twin = Credentials(KEY.access_key_id, KEY.secret_access_key, source="a process")
    first = cache.get(KEY, NOON, "Encrypt", Frame)

    assert KEY == twin
    assert first is not cache.get(twin, NOON, "Encrypt", Frame)


def test_frames_go_with_their_credentials() -> None:
    """A frame is freed together with its credentials, without the garbage collector."""
    cache: FrameCache[Frame] = FrameCache()
    credentials = Credentials("AKIDEXAMPLE", "rotated")
    frame = ref(cache.get(credentials, NOON, "Encrypt", Frame))
    gc.disable()
    try:
        del credentials

        assert 0 == len(cache)
        assert frame() is None
    finally:
        gc.enable()


def test_frames_go_with_their_cache() -> None:
    """A frame is freed together with the client's configuration, without the garbage collector."""
    cache: FrameCache[Frame] = FrameCache()
    frame = ref(cache.get(KEY, NOON, "Encrypt", Frame))
    gc.disable()
    try:
        del cache

        assert frame() is None
    finally:
        gc.enable()


def test_frames_are_bounded() -> None:
    """The number of frames is bounded, within a second and over time."""
    cache: FrameCache[Frame] = FrameCache()
    sizes: list[int] = []
    for number in range(500):
        cache.get(KEY, NOON, number, Frame)
        sizes.append(len(cache))
    for second in range(500):
        cache.get(KEY, NOON + timedelta(seconds=second), "Encrypt", Frame)

    assert max(sizes) <= 64
    assert 1 == len(cache)


def test_threads_with_different_credentials() -> None:
    """Threads that sign with different credentials never get each other's frames."""
    cache: FrameCache[str] = FrameCache()
    tenants = [Credentials("AKIDEXAMPLE", f"secret {number}") for number in range(4)]

    def sign(number: int) -> bool:
        tenant = tenants[number % 4]
        made = tenant.secret_access_key
        return made == cache.get(tenant, NOON, "Encrypt", lambda: made)

    with ThreadPoolExecutor(4) as pool:
        right = list(pool.map(sign, range(4000)))

    assert all(right)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_frames_after_a_fork() -> None:
    """A forked child signs with its parent's frame as the parent does."""
    frame = framed()
    expected, _ = frame.lines(b"{}", "")

    assert Child(lambda: expected == frame.lines(b"{}", "")[0]).is_fine()


def test_no_secret_in_repr() -> None:
    """No repr shows a key, a token or a header."""
    cache: FrameCache[RequestFrame] = FrameCache()
    frame = cache.get(KEY, NOON, "Encrypt", framed)

    for secret in (KEY.secret_access_key, KEY.access_key_id, "Signature"):
        assert secret not in f"{cache!r} {frame!r}"


@pytest.mark.parametrize("text", ["a\r\nX: y", "a\nb", "a\rb", "a\0b", "é"])
def test_characters_of_headers(text: str) -> None:
    """What could become another header is refused when the frame is made, without showing it."""
    with pytest.raises(
        UnsendableError,
        match=r"^a header has a line break, a NUL or a character outside of ASCII$",
    ) as raised:
        framed(extra=text)
    with pytest.raises(UnsendableError):
        framed(Credentials(text, "secret"))
    with pytest.raises(UnsendableError):
        framed(Credentials("AKID", "secret", text))

    assert text not in str(raised.value)
