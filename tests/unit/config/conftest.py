"""Files with profiles."""

from pathlib import Path

import pytest

from tests.unit.config.profile_files import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write both files, and return an environment that names them."""

    def both(config: str = "", credentials: str = "") -> dict[str, str]:
        paths = tmp_path / "config", tmp_path / "credentials"
        for path, text in zip(paths, (config, credentials), strict=True):
            path.write_text(text)
        return {"AWS_CONFIG_FILE": str(paths[0]), "AWS_SHARED_CREDENTIALS_FILE": str(paths[1])}

    return both
