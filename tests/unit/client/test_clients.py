"""Constructors of the clients: arguments, errors, pickling and `repr`."""

import inspect
import pickle
import pydoc
import random
import re
import socket
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from smaws_kms import AsyncKMSClient, Credentials, KMSClient, RetryPolicy, Timeout
from smaws_kms._runtime.client.base import SYSTEM_RANDOM, new_id
from tests.unit.http.http_fakes import Server

CREDENTIALS = Credentials("AKIDEXAMPLE", "s3cret", "t0ken")
ARGUMENTS = [
    "region", "credentials", "profile", "endpoint_url", "headers", "use_fips", "use_dual_stack",
    "validate", "timeout", "retry", "ssl_context", "http", "app_id",
]  # fmt: skip
CLIENTS: list[Any] = [AsyncKMSClient, KMSClient]


def credentials() -> Credentials:
    """Return credentials; this function can be pickled."""
    return CREDENTIALS


@pytest.mark.parametrize("cls", CLIENTS)
def test_arguments(cls: Any) -> None:
    """A constructor takes the documented arguments by keyword, all optional, and no other."""
    parameters = inspect.signature(cls).parameters.values()

    assert ARGUMENTS == [parameter.name for parameter in parameters]
    assert {inspect.Parameter.KEYWORD_ONLY} == {parameter.kind for parameter in parameters}
    assert all(parameter.default in (None, "basic") for parameter in parameters)
    with pytest.raises(TypeError, match="hooks"):
        cls(hooks=None)


@pytest.mark.parametrize("cls", CLIENTS)
def test_arguments_are_documented(cls: Any) -> None:
    """`help` of a client describes every argument of its constructor, in their order."""
    section = pydoc.plain(pydoc.render_doc(cls)).partition("Args:")[2].partition("Raises:")[0]

    assert ARGUMENTS == re.findall(r"^ \| {6}(\w+): \S", section, re.MULTILINE)
    assert "AWS_ENDPOINT_URL_KMS" in section


@pytest.mark.parametrize("cls", CLIENTS)
def test_no_io(cls: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A constructor opens no file or socket, starts no thread and creates no httpx client."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the constructor did something")

    for place, name in [
        (socket, "socket"), (threading.Thread, "start"), (httpx.Client, "__init__"),
        (httpx.AsyncClient, "__init__"),
    ]:  # fmt: skip
        monkeypatch.setattr(place, name, refuse)
    monkeypatch.setattr("builtins.open", refuse)

    client = cls(region="eu-west-1", profile="no-such", credentials=refuse, headers={"X-A": "1"})

    assert client.with_options(region="eu-west-2").service.sdk_id == "KMS"


def test_random_delays() -> None:
    """The application's `random.seed` has no effect: equal delays would synchronize retries."""
    drawn: list[float] = []
    for _ in range(2):
        random.seed(1)
        drawn.append(SYSTEM_RANDOM.draw())

    assert drawn[0] != drawn[1]
    assert all(0 <= each <= 1 for each in drawn)


def test_new_id() -> None:
    """IDs are distinct random UUIDs in the format of the standard library."""
    ids = [new_id() for _ in range(100)]

    assert ids == [str(uuid.UUID(each)) for each in ids]
    assert {(4, uuid.RFC_4122)} == {
        (uuid.UUID(each).version, uuid.UUID(each).variant) for each in ids
    }
    assert 100 == len(set(ids))


@pytest.mark.parametrize("cls", CLIENTS)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("region", 1),
        ("credentials", "AKID"),
        ("profile", b"name"),
        ("endpoint_url", 1),
        ("headers", [("a", "b")]),
        ("headers", {"a": 1}),
        ("headers", {1: "a"}),
        ("use_fips", "yes"),
        ("use_dual_stack", 1),
        ("validate", "fast"),
        ("validate", True),
        ("timeout", "1"),
        ("timeout", True),
        ("retry", 3),
        ("retry", "standard"),
        ("ssl_context", "roots.pem"),
        ("http", "http://localhost"),
        ("app_id", 1),
    ],
)
def test_wrong_type(cls: Any, name: str, value: object) -> None:
    """An argument of the wrong type raises a `TypeError` that names it."""
    with pytest.raises(TypeError, match=name):
        cls(**{name: value})
    if name not in {"credentials", "profile", "ssl_context", "http"}:
        with pytest.raises(TypeError, match=name):
            cls().with_options(**{name: value})


def test_http_of_the_other_kind() -> None:
    """Each client refuses httpx classes that only the other kind can use."""
    unchecked: list[Any] = CLIENTS
    asynchronous, blocking = unchecked

    with pytest.raises(TypeError, match=r"http must be httpx\.Client or httpx\.BaseTransport"):
        blocking(http=httpx.AsyncClient())
    with pytest.raises(TypeError, match=r"http must be httpx\.AsyncClient or httpx\.AsyncBaseTr"):
        asynchronous(http=httpx.Client())


@pytest.mark.parametrize("value", [-1.0, float("inf"), float("nan")])
def test_impossible_timeout(value: float) -> None:
    """A negative, infinite or NaN time limit is refused where it is set."""
    with pytest.raises(ValueError, match=r"Timeout\.operation must be 0 or more, or None to wait"):
        KMSClient(timeout=value)
    unchecked: Any = Timeout
    with pytest.raises(TypeError, match=r"Timeout\.connect must be float or None, not str"):
        unchecked(connect="1")


@pytest.mark.parametrize("cls", CLIENTS)
def test_pickle(cls: Any) -> None:
    """An unpickled client has the same settings, is open and has its own connections."""
    client = cls(
        region="eu-west-1",
        credentials=credentials,
        profile="shop",
        endpoint_url="https://kms.test",
        headers={"X-A": "1"},
        use_fips=True,
        use_dual_stack=False,
        validate="full",
        timeout=Timeout(operation=5.0),
        retry=RetryPolicy(max_attempts=5),
        app_id="shop",
    )
    for pickled in (client, client.with_options()):
        again = pickle.loads(pickle.dumps(pickled))  # noqa: S301 - our own

        assert cls is type(again)
        assert client._arguments == again._arguments
        assert again._owns
        assert again._shared.http is not client._shared.http


@pytest.mark.parametrize("cls", CLIENTS)
@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: {"credentials": CREDENTIALS}, "credentials"),
        (lambda: {"credentials": lambda: CREDENTIALS}, "credentials"),
        (lambda: {"http": Server()}, "http"),
    ],
)
def test_pickle_refused(cls: Any, make: Callable[[], dict[str, object]], named: str) -> None:
    """Pickling refuses secrets and local objects and names them, also for derived clients."""
    for client in (cls(**make()), cls(**make()).with_options(region="eu-west-2")):
        with pytest.raises(TypeError, match=f"{cls.__name__} cannot be pickled.*`{named}`"):
            pickle.dumps(client)


@pytest.mark.parametrize("cls", CLIENTS)
def test_repr(cls: Any) -> None:
    """The `repr` shows class, region and endpoint, and no secret."""
    secret = cls(
        region="eu-west-1",
        credentials=CREDENTIALS,
        endpoint_url="https://kms.test",
        headers={"X-Token": "s3cret"},
    )

    shown = f"<{cls.__name__} region='eu-west-1' endpoint_url='https://kms.test'>"
    assert shown == repr(secret)
    assert f"<{cls.__name__}>" == repr(cls())
    assert "s3cret" not in repr(secret._arguments)


def test_no_imports_for_settings_in_code() -> None:
    """A client with all settings in code never imports botocore."""
    program = (
        "import sys, httpx, smaws_kms as kms\n"
        "server = httpx.MockTransport(lambda _: httpx.Response(200))\n"
        "client = kms.KMSClient(region='eu-west-1', credentials=kms.Credentials('a', 'b'),\n"
        "    http=server, endpoint_url='https://kms.test', use_fips=False, use_dual_stack=False)\n"
        "client.disable_key(key_id='k').unwrap()\n"
        "sys.exit('botocore' in sys.modules)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], timeout=60, check=False)  # noqa: S603 - our own program

    assert 0 == done.returncode
