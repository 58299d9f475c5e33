"""What stops the generator. Each message names the shape, member or file at fault."""

from collections.abc import Iterable

from codegen.support.literals import visible


class GeneratorError(Exception):
    """The input cannot be turned into code."""


class _OneLine(GeneratorError):
    """An error that quotes a model, whose control characters must not reach a terminal."""

    def __init__(self, message: str) -> None:
        super().__init__("".join(map(visible, message)))


class ModelError(_OneLine):
    """The model or its overlay contradicts itself or says something we do not know."""


class Unsupported(_OneLine):
    """The model is right, and the generator cannot render this part of Smithy."""


class DescriptionsError(GeneratorError):
    """The description files do not fit the model."""


class MissingDescriptions(DescriptionsError):
    """The description files lack texts that the model calls for."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        """What has no description, for example `EncryptRequest.KeyId`."""
        lines = "".join(f"\n  {name}" for name in self.names)
        super().__init__(f"{len(self.names)} descriptions are missing:{lines}")
