"""Runs steps in the calling thread, blocking."""

from typing import TypeVar

from smaws_kms._runtime.http11.polling import milliseconds, poll_of_all
from smaws_kms._runtime.http11.waiting import Outcome, Ready, Steps

T = TypeVar("T")


def run(steps: Steps[T]) -> T:
    """Run steps to their end and return the result."""
    try:
        effect = next(steps)
        while True:
            try:
                found = _carry_out(effect)
            except BaseException as error:  # noqa: BLE001 - the steps raise it again
                effect = steps.throw(error)
            else:
                effect = steps.send(found)
    except StopIteration as stop:
        result: T = stop.value
        return result


def _carry_out(effect: Ready | Outcome) -> object:
    within = effect.within
    if isinstance(effect, Outcome):
        return effect.future.result(within)
    found = poll_of_all(effect.descriptors).poll(milliseconds(within))
    return found[0][0] if found else None
