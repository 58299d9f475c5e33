"""A connection for blocking calls."""

from smaws_kms._runtime.http11.connection import Connection
from smaws_kms._runtime.http11.polling import READ, milliseconds, poll_of
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines


class SyncConnection(Connection):
    """Waits with `poll`."""

    def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`."""
        events = self.start(request, deadlines)
        while events:
            poll = self._readable if events == READ else poll_of(self._socket, events)
            found = poll.poll(milliseconds(deadlines.left(self.due)))
            events = self.advance(parser, found[0][1] if found else 0, deadlines)
