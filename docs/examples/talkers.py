"""With whom the tour talks: a server, and clients that tell of every call through them."""

import logging
import os
from typing import TypeVar

from narration import Tale

import smaws_kms as kms

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


class Server:
    """moto's server on this machine, or the KMS of the environment."""

    def __init__(self, *, live: bool) -> None:
        self.live = live
        self.url: str | None = None
        self.region: str | None = None
        self.credentials: kms.Credentials | None = None
        if not live:
            self._start_moto()

    def __str__(self) -> str:
        return f"moto's server at {self.url}" if self.url else "the KMS that the environment says"

    def _start_moto(self) -> None:
        from moto.server import ThreadedMotoServer  # noqa: PLC0415  # --live does without moto

        for name in list(os.environ):
            if name.startswith("AWS_") or name.lower().endswith("_proxy"):
                del os.environ[name]
        logging.getLogger("werkzeug").setLevel(logging.CRITICAL)  # it would tell each request
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()  # in a daemon thread, which ends with the tour
        host, port = server.get_host_and_port()
        self.url = f"http://{host}:{port}"
        self.region = "us-east-1"
        self.credentials = kms.Credentials("AKIDEXAMPLE", "no secret at all")


class AsyncTeller(kms.AsyncKMSClient):
    """The async client, with every call told."""

    def __init__(self, server: Server, tale: Tale) -> None:
        super().__init__(
            region=server.region, credentials=server.credentials, endpoint_url=server.url
        )
        self.tale = tale

    async def perform(
        self, operation: kms.OperationModel[Req, Res, Exc], request: Req
    ) -> kms.Result[Res, Exc]:
        """Send a request."""
        self.tale.asked("await client", operation, request)
        return self.tale.heard(await super().perform(operation, request))


class Teller(kms.KMSClient):
    """The blocking client, with every call told."""

    def __init__(self, server: Server, tale: Tale) -> None:
        super().__init__(
            region=server.region, credentials=server.credentials, endpoint_url=server.url
        )
        self.tale = tale

    def perform(
        self, operation: kms.OperationModel[Req, Res, Exc], request: Req
    ) -> kms.Result[Res, Exc]:
        """Send a request."""
        self.tale.asked("blocking_client", operation, request)
        return self.tale.heard(super().perform(operation, request))
