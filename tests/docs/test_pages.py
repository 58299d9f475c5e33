"""The documentation's Python runs and type-checks, and its links work."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from moto.server import ThreadedMotoServer

from tests.docs.pages import PAGES, ROOT, WITH_PYTHON, Page, anchors
from tests.typing import checkers


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start moto's server, and return its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def kms_environment(server: str) -> dict[str, str]:
    """Return the environment of a program that calls moto, which has no keys."""
    httpx.post(f"{server}/moto-api/reset").raise_for_status()
    return {
        **os.environ,
        "AWS_ENDPOINT_URL_KMS": server,
        "AWS_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """Return a folder with the Python of each page as a module."""
    for page in WITH_PYTHON:
        (tmp_path / page.module).write_text(page.python, encoding="utf-8")
    return tmp_path


@pytest.mark.integration
@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_python_runs(page: Page, modules: Path, kms_environment: dict[str, str]) -> None:
    """The Python blocks of a page run, in order, in the environment that the README describes."""
    # pytest runs the pages that show tests.
    arguments = ["-m", "pytest", "--quiet"] if "\ndef test_" in page.python else ["-W", "error"]
    done = subprocess.run(  # noqa: S603  # our own documentation
        [sys.executable, *arguments, page.module],
        cwd=modules,
        env=kms_environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == done.returncode, done.stderr + done.stdout


def test_mypy(modules: Path, pytestconfig: pytest.Config) -> None:
    """The Python of all pages passes `mypy --strict`."""
    assert [] == checkers.mypy(modules, pytestconfig.cache.mkdir("mypy-pages"))


def test_pyright(modules: Path) -> None:
    """The Python of all pages passes pyright's strict mode."""
    assert [] == checkers.pyright(modules, modules)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links(page: Page) -> None:
    """Links within the project lead to an existing file, and to a heading in it."""
    dead = [
        f"{path.relative_to(ROOT)}#{anchor}"
        for path, anchor in page.links
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]

    assert [] == dead


def test_every_page_is_reachable() -> None:
    """Every page can be reached by links from the README."""
    pages = {page.path: page for page in PAGES}
    found: set[Path] = set()
    pending = [ROOT / "README.md"]
    while pending:
        path = pending.pop()
        if path in pages and path not in found:
            found.add(path)
            pending += [target for target, _ in pages[path].links]

    assert set() == pages.keys() - found
