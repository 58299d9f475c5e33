"""Clients of other services have their own user agent, switch, logger and module names."""

import ast
import logging
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

import smaws_kms as kms
from smaws_kms import _runtime
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.http.transport_selection import AsyncConnections, SyncConnections
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms._runtime.support.lazy_imports import publish

RUNTIME: Final = Path(_runtime.__file__).parent


class BakeryClient(kms.KMSClient):
    """A client of another package."""

    service = evolve(SERVICE, package="shop.tiny_bakery")


class AsyncBakeryClient(kms.AsyncKMSClient):
    """Its async twin."""

    service = BakeryClient.service


def test_runtime_names_no_service() -> None:
    """No string in the runtime names the package or its service; only generated code does."""
    found = [
        f"{path.name}: {node.value!r}"
        for path in sorted(RUNTIME.rglob("*.py"))
        for node in ast.walk(_without_docstrings(ast.parse(path.read_text(encoding="utf-8"))))
        if isinstance(node, ast.Constant) and "kms" in str(node.value).lower()
    ]

    assert [] == found


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [it for it in body if not _is_text(it)]  # type: ignore[attr-defined]  # has one
    return tree


def _is_text(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_names_of_the_package() -> None:
    """User agent product and environment switch derive from the package name."""
    assert ("smaws-kms", "SMAWS_KMS_ENGINE") == (SERVICE.product, SERVICE.engine_switch)
    assert "shop.tiny-bakery" == BakeryClient.service.product
    assert "SHOP_TINY_BAKERY_ENGINE" == BakeryClient.service.engine_switch


def test_user_agent_and_log_are_the_packages_own(caplog: pytest.LogCaptureFixture) -> None:
    """Requests have the package in the user agent, and its logger emits the warnings."""
    agents: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        agents.append(request.headers["User-Agent"])
        return httpx.Response(200, json={"Keys": []})

    with BakeryClient(
        region="eu-west-1",
        credentials=kms.Credentials("AKIDEXAMPLE", "secret"),
        endpoint_url="http://bakery.example",
        http=httpx.MockTransport(respond),
    ) as client:
        client.list_keys().unwrap()

    assert agents[0].startswith(f"shop.tiny-bakery/{kms.__version__} ua/2.1 ")
    assert [("shop.tiny_bakery", logging.WARNING)] == [it[:2] for it in caplog.record_tuples]


@pytest.mark.parametrize(
    ("engine", "switch"), [(False, "SHOP_BREAD_ENGINE"), (True, "OTHER_ENGINE")]
)
async def test_switch_of_the_package(
    *, engine: bool, switch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the package's own variable disables its connections."""
    monkeypatch.setenv(switch, "off")
    own_parts = (
        AsyncConnections(switch="SHOP_BREAD_ENGINE"),
        SyncConnections(switch="SHOP_BREAD_ENGINE"),
    )

    origin = Origin(secure=False, host="bread.example", port=80)
    assert [engine, engine] == [
        each.http11_for(origin, patched=False) is not None for each in own_parts
    ]


def test_clients_ask_for_the_switch_of_their_package() -> None:
    """Both kinds of client pass on the name of their package's variable."""
    clients: list[Any] = [BakeryClient(), AsyncBakeryClient(), kms.KMSClient()]

    assert ["SHOP_TINY_BAKERY_ENGINE"] * 2 + ["SMAWS_KMS_ENGINE"] == [
        client._shared.http._switch for client in clients
    ]


def test_names_are_published_under_the_outermost_package() -> None:
    """By default, names are published under the first component of their module."""
    namespace: dict[str, object] = {"__name__": "shop._runtime.things"}
    exec("class Thing: pass", namespace)  # noqa: S102  # a module of another package
    publish(namespace)

    assert "shop" == getattr(namespace["Thing"], "__module__", None)
