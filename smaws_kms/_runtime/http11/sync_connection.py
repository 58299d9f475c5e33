"""A connection for blocking calls."""

from smaws_kms._runtime.http11.connection import Connection
from smaws_kms._runtime.http11.polling import READ, Poll, milliseconds, poll_of
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.waits import Wait


class SyncConnection(Connection):
    """Waits with `poll`."""

    def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`, see `Connection.steps`."""
        steps = self.steps(request, parser, deadlines)
        wait = next(steps)
        poll = self._poll_for(wait)
        while True:
            found = _events(poll, wait)
            try:
                following = steps.send(found)
            except StopIteration:
                return
            if following is not wait:
                wait = following
                poll = self._poll_for(wait)

    def _poll_for(self, wait: Wait) -> Poll:
        return self._readable if wait.events == READ else poll_of(self._socket, wait.events)


def _events(poll: Poll, wait: Wait) -> int:
    found = poll.poll(milliseconds(wait.countdown.left()))
    return found[0][1] if found else 0
