"""A tour of the client: calls KMS step by step, and prints each request and its result.

Without arguments it starts moto's server on this machine and calls that. With `--live` it calls the KMS
that your environment configures. See `--help`. The other modules of this folder contain the steps.
"""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from typing import Final

from client_steps import ClientSteps
from encryption_steps import EncryptionSteps
from management_steps import ManagementSteps
from narration import Narrator
from printing_clients import AsyncPrintingClient, PrintingClient, Server
from signing_steps import SigningSteps

import smaws_kms as kms

HELP: Final = """\
Without --live, the tour starts moto's server (a KMS-compatible server for tests) in a thread, on a
free port of the loopback interface. It ignores AWS_* variables and proxy settings of your environment.
No data leaves this machine, and the keys exist only in the server's memory.

With --live, it calls the KMS that your environment configures: AWS_ENDPOINT_URL_KMS or AWS itself,
AWS_REGION, AWS_PROFILE, and credentials from any supported source. On AWS this costs a few cents: it
creates four keys with the tag "purpose". At the end it schedules each of them for deletion, also after
an error or Ctrl-C. It changes only keys that it has created.

The exit status is 0 if every result was as expected, otherwise 1.
"""


class Tour(EncryptionSteps, SigningSteps, ManagementSteps, ClientSteps):
    """The steps of the tour, in order; each is a separate example."""

    async def take(self) -> None:
        """Take all steps, also after one that failed."""
        try:
            await self._take(self.key_and_alias)
            for step in (
                self.encryption,
                self.re_encryption,
                self.data_keys,
                self.signatures,
                self.macs,
                self.grants,
                self.tags,
                self.rotation,
                self.paging,
                self.outcomes,
                self.refusals,
                self.side_by_side,
                self.at_once,
            ):
                if self.created:
                    await self._take(step)
        finally:
            if self.created:
                await self._take(self.clean_up)

    async def _take(self, step: Callable[[], Awaitable[None]]) -> None:
        self.narrator.section((step.__doc__ or "").rstrip("."))
        try:
            await step()
        except kms.SmawsError as error:
            self.narrator.unexpected(f"the step ends here, with {type(error).__name__}")


async def run(server: Server) -> int:
    """Take the tour and return the exit status."""
    print(f"smaws_kms {kms.__version__} calls {server}.")
    narrator = Narrator()
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(AsyncPrintingClient(server, narrator))
        blocking = stack.enter_context(PrintingClient(server, narrator))
        await Tour(server, narrator, client, blocking).take()
    return narrator.end()


def main() -> int:
    """Read the arguments and take the tour."""
    parser = argparse.ArgumentParser(
        description="Call KMS step by step, and print each request and its result.",
        epilog=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--live", action="store_true", help="call the KMS that the environment configures"
    )
    live: bool = parser.parse_args().live
    with suppress(KeyboardInterrupt):
        return asyncio.run(run(Server(live=live)))
    return 1


if __name__ == "__main__":
    sys.exit(main())
