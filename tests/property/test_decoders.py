"""Generated decoders agree with cattrs about any JSON, or leave it to cattrs."""

from typing import Final

import pytest
from hypothesis import given, strategies as st

from tests.property.decoders import OF_GOLDEN, OF_KMS, Decoder, check_same

SEEDS: Final = st.integers(0, 2**32).map(lambda seed: range(seed, seed + 3))


@given(seeds=SEEDS)
def test_valid(seeds: range) -> None:
    """Decoders read what KMS sends as cattrs does, and leave none of it to cattrs."""
    assert {} == {it.name: left for it in OF_KMS if (left := check_same(it, seeds, oddity=0))}


@pytest.mark.parametrize("decoders", [OF_KMS, OF_GOLDEN], ids=["kms", "golden"])
@given(seeds=SEEDS, oddity=st.sampled_from([0, 0.02, 0.1, 0.3]))
def test_any(decoders: list[Decoder], seeds: range, oddity: float) -> None:
    """Decoders read what nearly fits as cattrs does, or leave it to cattrs."""
    for decoder in decoders:
        check_same(decoder, seeds, oddity)
