"""The user agent: its parts, the characters it may have, and the features of requests."""

import platform
import re

import httpx
import pytest

import smaws_kms as kms
from smaws_kms._runtime.auth.botocore_chain import SOURCES
from smaws_kms._runtime.config.user_agent import (
    PAGINATOR,
    UserAgent,
    clean_app_id,
    credential_features,
    features_in_use,
    platform_parts,
    user_agent,
    using,
)
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.call.call_harness import CONFIG, CREDENTIALS, DONE, CallHarness

# Product, then parts of name/value or name/key#value, as AWS's specification has them.
_PART = r"[A-Za-z0-9!$%&'*+\-.^_`|~]+/[A-Za-z0-9!$%&'*+\-.^_`|~,]+(#[A-Za-z0-9!$%&'*+\-.^_`|~,]+)?"
FORM = re.compile(rf"{_PART}( {_PART})*", re.ASCII)


def text(app_id: str | None = None, execution_env: str | None = None, *used: str) -> str:
    """Return the user agent of a client in standard mode."""
    agent = user_agent(
        product="smaws-kms",
        app_id=app_id,
        execution_env=execution_env,
        retry_mode="standard",
        features=("E",),
    )
    return agent.text(used)


def test_parts() -> None:
    """All parts are present, in the order of the specification."""
    system = {"Linux": "linux", "Darwin": "macos"}[platform.system()]

    assert (
        f"smaws-kms/{kms.__version__} ua/2.1 os/{system}#{platform.release()} "
        f"md/arch#{platform.machine()} lang/python#{platform.python_version()} "
        f"md/pyimpl#{platform.python_implementation()} exec-env/AWS_ECS_FARGATE "
        "m/E,g,C cfg/retry-mode#standard app/orders"
    ) == text("orders", "AWS_ECS_FARGATE", "g", "C")


def test_left_out() -> None:
    """Unknown parts are left out, and features are not repeated."""
    assert text(None, None, "E").endswith(" m/E cfg/retry-mode#standard")
    assert "exec-env" not in text(execution_env="")
    assert UserAgent("a/1", " b/2").text(()) == "a/1 b/2"


@pytest.mark.parametrize(
    "value", ["a\r\nX-Evil: 1", "a b", "a#b", "a/b", "é", "\udcff", "\0", "x" * 10_000, "m/A,B"]
)
def test_values_from_outside(value: str) -> None:
    """External values cannot add a part or a header, nor make the header long."""
    agent = text(clean_app_id(value), value)

    assert FORM.fullmatch(agent), agent
    assert 1 == agent.count(" exec-env/")
    assert len(agent) < 500


@pytest.mark.parametrize(
    ("expected", "system", "release"),
    [
        ("os/windows#11", "Windows", "11"),
        ("os/other md/FreeBSD#14.1", "FreeBSD", "14.1"),
        ("os/other md/unknown ", "", ""),
    ],
)
def test_systems(monkeypatch: pytest.MonkeyPatch, expected: str, system: str, release: str) -> None:
    """Systems that the specification does not list are named in another part."""
    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "release", lambda: release)
    monkeypatch.setattr(platform, "machine", lambda: "")

    agent = platform_parts.__wrapped__()

    assert f"ua/2.1 {expected}" in f"{agent} "
    assert "arch" not in agent
    assert FORM.fullmatch(agent)


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        (("e",), None),
        (("e",), "the argument credentials"),
        (("e",), "the function give"),
        (("g",), "the environment"),
        (("v", "w"), "profile 'a, b', a process"),
    ],
)
def test_credentials(expected: tuple[str, ...], source: str | None) -> None:
    """Sources of credentials have letters; those of users count as code."""
    assert expected == credential_features(source)


def test_every_source_of_botocore() -> None:
    """Every provider of botocore has letters of its own."""
    for words in SOURCES.values():
        assert ("e",) != credential_features(words.format(profile="profile x")), words


def test_request_names_its_credentials() -> None:
    """Each attempt has the letters of its own credentials."""
    harness = CallHarness()
    harness.step()
    harness.step(CONFIG)
    effect = harness.step(kms.Credentials("AKID", "secret", source="the environment"))

    assert "agent m/g" == effect.request.headers["User-Agent"]


def test_pages() -> None:
    """Calls of paginators have its letter, and calls after them do not."""
    with using(PAGINATOR):
        harness = CallHarness()
    effect = harness.until_send()

    assert "agent m/C,e" == effect.request.headers["User-Agent"]
    assert () == features_in_use()
    assert isinstance(harness.step(DONE), kms.Ok)
    assert CREDENTIALS.source is None


def letters(request: httpx.Request) -> list[str]:
    """Return the features that a request names."""
    found = re.search(r" m/(\S+)", request.headers["User-Agent"])

    assert found
    return found[1].split(",")


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_pages_on_the_wire() -> None:
    """Pages of both clients name the paginator, single calls do not."""
    requests: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={"Keys": []})

    server = httpx.MockTransport(respond)
    credentials = kms.Credentials("AKID", "secret")
    with kms.KMSClient(region="eu-west-1", credentials=credentials, http=server) as client:
        list(client.list_keys.pages())
        client.list_keys().unwrap()
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=credentials, http=server
    ) as async_client:
        assert [] == [item async for item in async_client.list_keys.items()]
        (await async_client.list_keys()).unwrap()

    assert [["E", "C", "e"], ["E", "e"]] * 2 == [letters(request) for request in requests]


def test_compressed_requests() -> None:
    """A compressed request has the letter of compression."""
    harness = CallHarness(operation=evolve(kms.Encrypt, encodings=("gzip",)))
    harness.step()
    settings = CONFIG.settings.replaced(compress_from=0)
    harness.step(evolve(CONFIG, settings=settings))

    assert "agent m/L,e" == harness.step(CREDENTIALS).request.headers["User-Agent"]
