"""A connection on trio. Imported only if the program has imported trio."""

from smaws_kms._runtime.http11.connection import Connection
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.trio_waiting import events_of


class TrioConnection(Connection):
    """Waits on trio, which watches a descriptor only while a task waits for it.

    Bytes that arrive while no request is in progress are found before the next one.
    """

    async def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`, see `Connection.steps`."""
        steps = self.steps(request, parser, deadlines)
        try:
            wait = next(steps)
            while True:
                wait = steps.send(await events_of(wait))
        except StopIteration:
            return
        finally:
            steps.close()
