"""The waiting line of the rate limiter."""

from smaws_kms._runtime.retry.turns import Turn, Turns


def test_overdue() -> None:
    """A call that does not ask again, since its event loop has stopped, loses its place."""
    turns = Turns()
    stopped, other = Turn(), Turn()
    turns.add(stopped, 10.0)

    in_time, overdue = turns.find(other, 11.0), turns.find(other, 13.0)

    assert [(False, 1), (False, 0)] == [in_time, overdue]
    assert (False, 0) == turns.find(stopped, 13.0)
