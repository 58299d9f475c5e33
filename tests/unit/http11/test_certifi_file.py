"""The file of certifi's roots is found without importing certifi, unless `certifi.where` may say otherwise."""

import subprocess
import sys
from pathlib import Path

import certifi
import pytest

from smaws_kms._runtime.http11.certifi_file import certifi_file

CODE = """
import sys
from smaws_kms._runtime.http11.certifi_file import certifi_file
print(certifi_file(), "certifi" in sys.modules)
"""
OWN = 'def where(): return str(files("certifi").joinpath("cacert.pem"))\n'


def found_in(folder: Path, before: str = "") -> list[str]:
    """Return the path that a program finds with a folder first on its path, and whether certifi is imported."""
    program = f"import sys\nsys.path.insert(0, {str(folder)!r})\n{before}\n{CODE}"
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def package(folder: Path, core: str) -> Path:
    """Write a package certifi with this core module and a file of roots; return the file."""
    home = folder / "certifi"
    home.mkdir()
    (home / "__init__.py").write_text("from certifi.core import where\n")
    (home / "core.py").write_text(core)
    (home / "cacert.pem").write_text("roots")
    return home / "cacert.pem"


def test_same_as_where() -> None:
    """The path is that of `certifi.where()`, whether certifi has been imported or not."""
    assert certifi.where() == certifi_file()
    assert [certifi.where(), "False"] == found_in(Path("/nowhere"))


def test_package_of_its_own(tmp_path: Path) -> None:
    """The file of the package that Python would import is taken, without an import."""
    file = package(tmp_path, OWN)

    assert [str(file), "False"] == found_in(tmp_path)


@pytest.mark.parametrize(
    "core",
    [
        'def where(): return "/etc/ssl/certs/ca-certificates.crt"\n',
        f'import os\n{OWN}where = lambda: "/etc/ssl/certs/ca-certificates.crt"\n',
        'def where(): return "/etc" + "/ssl/certs/ca-certificates.crt"\n',
    ],
)
def test_changed_by_a_distribution(tmp_path: Path, core: str) -> None:
    """Code of certifi that names another file is asked."""
    package(tmp_path, core)

    assert ["/etc/ssl/certs/ca-certificates.crt", "True"] == found_in(tmp_path)


def test_without_a_file(tmp_path: Path) -> None:
    """A package without a file of its own is asked."""
    package(tmp_path, 'x = \'joinpath("cacert.pem")\'\ndef where(): return "x.pem"\n').unlink()

    assert ["x.pem", "True"] == found_in(tmp_path)


def test_replaced_function(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that replaces `certifi.where` is heard."""
    monkeypatch.setattr(certifi, "where", lambda: "mine.pem")

    assert "mine.pem" == certifi_file()


def test_hooked_import(tmp_path: Path) -> None:
    """A tool that hooks the import of certifi, to replace `where`, is heard."""
    package(tmp_path, OWN)
    hook = """
from importlib.machinery import PathFinder, SourceFileLoader
class Loader(SourceFileLoader):
    def exec_module(self, module):
        module.where = lambda: "company.pem"
class Finder:
    def find_spec(name, path=None, target=None):
        spec = PathFinder.find_spec(name, path) if name == "certifi" else None
        if spec: spec.loader = Loader(name, spec.origin)
        return spec
sys.meta_path.insert(0, Finder)
"""

    assert ["company.pem", "True"] == found_in(tmp_path, hook)
