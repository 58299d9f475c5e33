"""Write the lowest versions that pyproject.toml allows, as constraints for pip.

`python tests/lowest.py pyproject.toml > constraints.txt`
"""

import re
import sys
import tomllib
from pathlib import Path
from typing import Final

_LOWER: Final = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*>=\s*(?P<version>[0-9.]+)")


def lowest(pyproject: str) -> list[str]:
    """Return a constraint for each dependency of the project.

    Raises:
        ValueError: A dependency has no lower bound.
    """
    found = [_LOWER.match(each) for each in tomllib.loads(pyproject)["project"]["dependencies"]]
    if None in found:
        raise ValueError("every dependency needs a lower bound")
    return [f"{match['name']}=={match['version']}" for match in found if match is not None]


if __name__ == "__main__":
    sys.stdout.write("\n".join(lowest(Path(sys.argv[1]).read_text(encoding="utf-8"))) + "\n")
