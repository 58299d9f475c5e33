"""Generated decoders agree with cattrs about any JSON, or leave it to cattrs."""

from typing import Final

import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._generated import structures
from tests.codegen.golden.expected import structures as golden
from tests.property.classes import OPERATIONS
from tests.property.decoders import Decoder, check_same, decoders_of

_KMS: Final = kms.Encrypt.service
OF_KMS: Final = list(decoders_of([it for it in OPERATIONS if it.service is _KMS], structures))
OF_GOLDEN: Final = list(decoders_of([it for it in OPERATIONS if it.service is not _KMS], golden))

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
