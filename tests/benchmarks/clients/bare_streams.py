"""Exchanges on bare asyncio streams."""

import asyncio
import ssl
from typing import TypeAlias
from urllib.parse import urlsplit

from tests.benchmarks.clients.signed_request import content_length
from tests.benchmarks.setup import CONNECTIONS, Setup

_Streams: TypeAlias = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Streams:
    """Up to 50 connections."""

    def __init__(self, setup: Setup) -> None:
        self._url = urlsplit(setup.url)
        self._context = ssl.create_default_context(cafile=setup.trusted)
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._idle: list[_Streams] = []

    async def exchange(self, request: bytes) -> bytes:
        """Send a request, and return the body of the response."""
        async with self._slots:
            reader, writer = self._idle.pop() if self._idle else await self._open()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            body = await reader.readexactly(content_length(head))
            self._idle.append((reader, writer))
            return body

    async def _open(self) -> _Streams:
        return await asyncio.open_connection(self._url.hostname, self._url.port, ssl=self._context)
