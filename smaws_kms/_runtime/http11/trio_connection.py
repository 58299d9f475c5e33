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
        """Send a request and feed its response to `parser`."""
        events = self.start(request, deadlines)
        while events:
            found = await events_of(self._fd, events, deadlines.left(self.due))
            events = self.advance(parser, found, deadlines)
