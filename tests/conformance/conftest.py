"""Fixtures: generated clients of the two services of the protocol tests."""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeAlias

import httpx
import pytest

import smaws_kms as kms
from codegen.__main__ import main
from tests.conformance.cases import JSON_PROTOCOL, MACHINE_LEARNING, MODEL, ROOT, Case

Packages: TypeAlias = Mapping[str, ModuleType]
"""Generated packages by service ID."""

_NAMES: Final = {JSON_PROTOCOL: "conformance_json", MACHINE_LEARNING: "conformance_ml"}
_OVERLAY: Final = ROOT / "codegen" / "models" / "machinelearning-overlay.json"


def _generate(service: str, directory: Path) -> None:
    name = _NAMES[service]
    arguments = ["--model", str(MODEL), "--service", service, "--package", name]
    overlay = ["--overlay", str(_OVERLAY)] if service == MACHINE_LEARNING else []
    assert 0 == main(["generate", *arguments, *overlay, "--out", str(directory / name)])


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packages]:
    """Generate and import the two packages."""
    directory = tmp_path_factory.mktemp("conformance")
    for service in _NAMES:
        _generate(service, directory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(directory), *sys.path])
        yield {service: importlib.import_module(name) for service, name in _NAMES.items()}


class FakeTransport(httpx.BaseTransport):
    """Records requests, and returns a fixed response."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Record the request and return the response."""
        self.requests.append(request)
        return self._response


Call: TypeAlias = Callable[[Case, Any, FakeTransport], kms.Result[Any, Any]]
"""Calls the operation of a case with a request."""


@pytest.fixture
def call(packages: Packages) -> Call:
    """Return a function that calls the operation of a case."""

    def make(case: Case, request: object, transport: FakeTransport) -> kms.Result[Any, Any]:
        package = packages[case.service]
        client_class = next(
            getattr(package, name)
            for name in dir(package)
            if name.endswith("Client") and not name.startswith("Async")
        )
        client = client_class(
            region="us-east-1",
            credentials=kms.Credentials("AKIDEXAMPLE", "not a secret"),
            endpoint_url=f"https://{case.facts.get('host', 'example.com')}",
            http=transport,
        )
        result: kms.Result[Any, Any] = getattr(package, case.operation).request_sync(
            client, request
        )
        return result

    return make
