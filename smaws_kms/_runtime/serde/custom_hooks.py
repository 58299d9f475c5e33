"""Whether users have added hooks to the public converter, which the generated codecs would ignore."""

from typing import Final


class _CustomHooks:
    """State of the process, like the converter itself."""

    __slots__ = ("registered",)

    def __init__(self) -> None:
        self.registered = False


CUSTOM_HOOKS: Final = _CustomHooks()
"""`registered` is true from the first hook on; then cattrs reads and writes everything."""
