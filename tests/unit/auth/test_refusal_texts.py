"""Texts of STS and of container endpoints that refuse: what they said, and what to look at."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from smaws_kms._runtime.errors import CredentialsError
from tests.unit.auth.chain_profiles import Text
from tests.unit.redaction.secret_markers import leaks, secret

ROLE: Final = "role_arn = arn:aws:iam::111122223333:role/orders\n"
KEYS: Final = "aws_access_key_id = AKIDAKIDAKIDAKID\naws_secret_access_key = not a secret\n"
ROLE_WITH_KEYS: Final = f"[profile app]\n{ROLE}source_profile = base\n[profile base]\n{KEYS}"


Serve = Callable[[int, str], str]


class Handler(BaseHTTPRequestHandler):
    """Gives the server's answer to every request."""

    answer: tuple[int, str] = (500, "")

    def do_GET(self) -> None:
        """Answer."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, body = self.answer
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_GET  # noqa: N815  # the base class's name

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Log nothing."""


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that starts a server with one answer, and returns its URL."""
    servers: list[ThreadingHTTPServer] = []

    def start(status: int, body: str) -> str:
        handler = type("Answers", (Handler,), {"answer": (status, body)})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def refusal(code: str, message: str) -> str:
    """Return the body of an error of STS."""
    return (
        '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>'
        f"<Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
    )


@pytest.mark.parametrize(
    ("refused", "advice"),
    [
        (
            ("AccessDenied", "User x is not authorized"),
            "the role's trust policy, or the policies of",
        ),
        (("InvalidClientTokenId", "The token is invalid"), "AWS does not know the access key that"),
        (
            ("ExpiredToken", "The token is expired"),
            "the source credentials or the web identity tok",
        ),
        (("SignatureDoesNotMatch", "Signature expired: 1 is now"), "this machine's clock is wrong"),
    ],
)
def test_role_that_is_refused(
    refused: tuple[str, str], advice: str, text: Text, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error has the code and the message of STS, and what to look at."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_STS", serve(403, refusal(*refused)))

    expected = f"the profile 'app': AWS refused AssumeRole with {': '.join(refused)} ({advice}"

    assert expected in text(ROLE_WITH_KEYS)


def test_refusal_of_an_unknown_kind(
    text: Text, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code without advice is shown with its message."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_STS", serve(400, refusal("Odd", "Something else")))

    assert "the profile 'app': AWS refused AssumeRole with Odd: Something else" == text(
        ROLE_WITH_KEYS
    )


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (
            403,
            secret("container"),
            (
                "the container's credentials: Error retrieving metadata: Received non 200 response 403 "
                "from container metadata (AWS_CONTAINER_CREDENTIALS_FULL_URI names the endpoint)"
            ),
        ),
        (200, '{"AccessKeyId": "x"}', "the container's credentials: the response lacks"),
    ],
)
def test_container(
    status: int, body: str, expected: str, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says which variable names the endpoint, and quotes no response."""
    monkeypatch.setenv("AWS_CONTAINER_CREDENTIALS_FULL_URI", serve(status, body))
    found = find_credentials(None, None)

    assert isinstance(found, CredentialsError)
    assert found.message.startswith(expected)
    assert not leaks(found)
