"""A minimal client of pyright's language server, which editors ask for hovers."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from tests.typing.checkers import ROOT

_PATIENCE: Final = 240.0
"""Seconds that all hovers of one client never need."""


class LanguageServer:
    """Pyright's language server for one file in a folder of its own."""

    def __init__(self, folder: Path, text: str) -> None:
        settings = {"extraPaths": [str(ROOT)], "pythonVersion": "3.11"}
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        self._root = folder.as_uri()
        self._uri = (folder / "program.py").as_uri()
        self._text = text
        self._lines = text.splitlines()
        self._id = 0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # our own tool
            [sys.executable, "-m", "pyright.langserver", "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._limit = threading.Timer(_PATIENCE, self._kill)
        self._limit.daemon = True
        self._limit.start()
        hover = {"contentFormat": ["markdown"]}
        parameters = {
            "processId": None,
            "rootUri": self._root,
            "capabilities": {"textDocument": {"hover": hover}},
            "workspaceFolders": [{"uri": self._root, "name": "programs"}],
        }
        self._request("initialize", parameters)
        self._send({"method": "initialized", "params": {}})
        document = {"uri": self._uri, "languageId": "python", "version": 1, "text": self._text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._limit.cancel()
        self._kill()
        self._process.communicate()

    def hover(self, name: str) -> str:
        """Return what an editor shows for the first occurrence of a name."""
        number = next(number for number, line in enumerate(self._lines) if name in line)
        position = {"line": number, "character": self._lines[number].index(name) + 1}
        parameters = {"textDocument": {"uri": self._uri}, "position": position}
        found = self._request("textDocument/hover", parameters)
        return str(found["contents"]["value"]) if found else ""

    def _kill(self) -> None:
        """Kill it with the process of Node.js that it started, which would keep the pipes open."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def _request(self, method: str, parameters: object) -> Any:
        self._id += 1
        self._send({"id": self._id, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if "method" not in message and message.get("id") == self._id:
                return message["result"]
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": _answer(message)})

    def _send(self, message: dict[str, object]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> Any:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self._process.stdout.read(length))


def _answer(message: Any) -> object:
    """Return an empty answer to a request of the server."""
    if message["method"] == "workspace/configuration":
        return [dict[str, object]() for _ in message["params"]["items"]]
    return None
