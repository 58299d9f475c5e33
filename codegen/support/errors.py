"""Errors that stop the generator. Each message names the shape, member or file at fault."""

from collections.abc import Iterable

from codegen.support.literals import visible


class GeneratorError(Exception):
    """The input cannot be turned into code."""


class _OneLine(GeneratorError):
    """An error that quotes a model, whose control characters must not reach a terminal."""

    def __init__(self, message: str) -> None:
        super().__init__("".join(map(visible, message)))


class ModelError(_OneLine):
    """The model or its overlay contradicts itself, or holds something unknown."""


class Unsupported(_OneLine):
    """The model is valid, but uses a part of Smithy that the generator does not support."""


class DescriptionsError(GeneratorError):
    """The description files do not fit the model."""


class MissingDescriptions(DescriptionsError):
    """The description files lack texts for shapes or members of the model."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        """Sections and keys without a text, for example `EncryptRequest.KeyId`."""
        lines = "".join(f"\n  {name}" for name in self.names)
        super().__init__(
            f"{len(self.names)} descriptions are missing; add them to the TOML files:{lines}"
        )
