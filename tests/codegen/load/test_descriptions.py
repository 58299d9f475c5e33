"""Descriptions for docstrings: complete, matching the model, and not Amazon's words."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Final

import pytest

from codegen.generate import Inputs, generate
from codegen.ir.texts import Descriptions
from codegen.load.descriptions import load_descriptions
from codegen.support.errors import DescriptionsError, MissingDescriptions
from codegen.support.json_values import Json

CODEGEN: Final = Path(__file__).parents[3] / "codegen"
WORDS: Final = 8
"""Number of equal words in a row that cannot be a coincidence."""


def _generate(descriptions: Path) -> dict[str, str]:
    models = CODEGEN / "models"
    inputs = Inputs(
        model=models / "kms-2014-11-01.json",
        overlay=models / "kms-overlay.json",
        descriptions=descriptions,
    )
    return generate(inputs, "smaws_kms._generated")


@pytest.fixture
def descriptions(tmp_path: Path) -> Path:
    """Return a copy of the descriptions of KMS that a test can damage."""
    shutil.copytree(CODEGEN / "descriptions", tmp_path / "descriptions")
    return tmp_path / "descriptions"


def test_missing_text_is_named(descriptions: Path) -> None:
    """Missing descriptions of members, values and operations are reported together."""
    for file, line in (("operations/Encrypt", "Plaintext"), ("enums", "RSA_4096")):
        path = descriptions / f"{file}.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?m)^{line} = .*\n", "", text, count=1), encoding="utf-8")
    (descriptions / "operations" / "Sign.toml").unlink()
    with pytest.raises(MissingDescriptions) as caught:
        _generate(descriptions)
    names = set(caught.value.names)

    assert {"EncryptRequest.Plaintext", "Sign.summary", "SignRequest.KeyId"} <= names
    assert any(name.endswith(".RSA_4096") for name in names)
    assert "\n  EncryptRequest.Plaintext" in str(caught.value)


def test_superfluous_text_is_named(descriptions: Path) -> None:
    """A description of something that the model lacks is an error."""
    with (descriptions / "structures.toml").open("a", encoding="utf-8") as file:
        file.write('\n[Nonsense]\nsummary = "No such shape."\n')
    with pytest.raises(DescriptionsError, match=r"Nonsense\.summary"):
        _generate(descriptions)


def test_section_in_two_files(descriptions: Path) -> None:
    """A section in two files is an error."""
    (descriptions / "again.toml").write_text('[Tag]\nsummary = "Once more."\n', encoding="utf-8")
    with pytest.raises(DescriptionsError, match="expected one table \\[Tag\\] in all files"):
        _generate(descriptions)


@pytest.mark.parametrize("text", ["[Tag", "[Tag]\nKey = 3\n", "Tag = 3\n"])
def test_broken_file_is_named(tmp_path: Path, text: str) -> None:
    """The error for a malformed file names it."""
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DescriptionsError, match=r"^bad\.toml: "):
        load_descriptions(tmp_path)


def test_own_text_has_priority_over_the_common_one() -> None:
    """A description in its shape's section has priority over the one for all shapes."""
    texts = Descriptions({"members": {"Limit": "common"}, "A": {"Limit": "own"}, "B": {}})

    assert ("own", "common") == (texts.member("A", "Limit", ""), texts.member("B", "Limit", ""))


def test_service_without_texts_gets_plain_ones() -> None:
    """Without description files, no description counts as missing."""
    texts = Descriptions(None)

    assert "`Key`, a string." == texts.member("A", "Key", "`Key`, a string.")
    assert "Input of `Do`." == texts.shape("A", "Input of `Do`.").summary
    texts.check()


def test_texts_are_our_own() -> None:
    """No text has eight words in a row from Amazon's documentation of KMS."""
    amazons = {run for text in _amazons_texts() for run in _runs(text)}
    texts = load_descriptions(CODEGEN / "descriptions").sections
    assert texts is not None
    copied = {
        f"{section}.{key}: {' '.join(run)}"
        for section, entries in texts.items()
        for key, text in entries.items()
        for run in _runs(text)
        if run in amazons
    }

    assert 10_000 < len(amazons)
    assert set() == copied


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of that many words; a text in backticks is one word."""
    text = re.sub(r"`([^`]*)`", lambda code: re.sub(r"[\W_]", "", code.group(1)), text)
    words = re.findall(r"[a-z0-9]+", text.lower())
    yield from zip(*(words[start:] for start in range(WORDS)), strict=False)


def _amazons_texts() -> Iterator[str]:
    data = resources.files("botocore") / "data" / "kms" / "2014-11-01" / "service-2.json.gz"
    model: Json = json.loads(gzip.decompress(data.read_bytes()))
    for text in _documentation(model):
        code = re.sub(r"<code>(.*?)</code>", lambda it: re.sub(r"[\W_]", "", it.group(1)), text)
        yield re.sub(r"<[^>]*>", " ", code)


def _documentation(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "documentation" and isinstance(item, str):
                yield item
            else:
                yield from _documentation(item)
    elif isinstance(value, list):
        for item in value:
            yield from _documentation(item)
