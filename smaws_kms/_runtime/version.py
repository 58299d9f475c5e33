"""Version of the package; read by the build, `__version__` and the user agent."""

from typing import Final

__version__: Final = "0.1.0"
