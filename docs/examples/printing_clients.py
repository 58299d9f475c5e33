"""The server of the tour, and clients that print every call."""

import logging
import os
from typing import TypeVar

from narration import Narrator

import smaws_kms as kms

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


class Server:
    """moto's server on this machine, or the KMS that the environment configures."""

    def __init__(self, *, live: bool) -> None:
        self.live = live
        self.url: str | None = None
        self.region: str | None = None
        self.credentials: kms.Credentials | None = None
        if not live:
            self._start_moto()

    def __str__(self) -> str:
        return (
            f"moto's server at {self.url}"
            if self.url
            else "the KMS that the environment configures"
        )

    def _start_moto(self) -> None:
        from moto.server import ThreadedMotoServer  # noqa: PLC0415  # --live does not need moto

        for name in list(os.environ):
            if name.startswith("AWS_") or name.lower().endswith("_proxy"):
                del os.environ[name]
        logging.getLogger("werkzeug").setLevel(logging.CRITICAL)  # it would log each request
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()  # in a daemon thread
        host, port = server.get_host_and_port()
        self.url = f"http://{host}:{port}"
        self.region = "us-east-1"
        self.credentials = kms.Credentials("AKIDEXAMPLE", "no secret at all")


class AsyncPrintingClient(kms.AsyncKMSClient):
    """An async client that prints every call."""

    def __init__(self, server: Server, narrator: Narrator) -> None:
        super().__init__(
            region=server.region, credentials=server.credentials, endpoint_url=server.url
        )
        self.narrator = narrator

    async def perform(
        self, operation: kms.OperationModel[Req, Res, Exc], request: Req
    ) -> kms.Result[Res, Exc]:
        """Print the request, send it, print the result."""
        self.narrator.print_request("await client", operation, request)
        return self.narrator.print_result(await super().perform(operation, request))


class PrintingClient(kms.KMSClient):
    """A blocking client that prints every call."""

    def __init__(self, server: Server, narrator: Narrator) -> None:
        super().__init__(
            region=server.region, credentials=server.credentials, endpoint_url=server.url
        )
        self.narrator = narrator

    def perform(
        self, operation: kms.OperationModel[Req, Res, Exc], request: Req
    ) -> kms.Result[Res, Exc]:
        """Print the request, send it, print the result."""
        self.narrator.print_request("blocking_client", operation, request)
        return self.narrator.print_result(super().perform(operation, request))
