"""Time each stage within live calls: a loop over one stage would find its caches warm."""

import importlib
import inspect
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial, update_wrapper
from statistics import median
from typing import Any, Final

from attrs import define, field

# Of this thread: a system call that wakes the server may hand the core to it.
_clock: Final = time.thread_time_ns
_CALIBRATION: Final = 5_000


@define
class Timers:
    """Wraps functions, and sums the time of each without those that it calls."""

    on: bool = False
    missing: list[str] = field(factory=list[str])
    _samples: dict[str, list[int]] = field(factory=dict[str, list[int]])
    _stack: list[int] = field(factory=lambda: [0])
    _inner: float = 0.0
    _outer: float = 0.0

    def calibrate(self) -> None:
        """Measure what a timer adds to its own function, and to the caller of that."""
        timed = self._timed(lambda: None, "calibration")
        caller = self._timed(lambda: [timed() for _ in range(_CALIBRATION)], "caller")
        self.on = True
        caller()
        self.on = False
        self._inner = median(self._samples.pop("calibration"))
        self._outer = self._samples.pop("caller")[0] / _CALIBRATION

    def install(self, targets: Iterable[str]) -> None:
        """Wrap functions, given as `module:function` or `module:Class.method`."""
        for target in targets:
            try:
                self._install(target)
            except (ImportError, AttributeError, TypeError):
                self.missing.append(target)

    def microseconds(self, targets: Iterable[str], calls: int) -> float:
        """Return the time of some functions in one call: medians, which ignore interruptions."""
        found = [self._samples.get(target, []) for target in targets]
        return sum(
            max(0.0, median(them) - self._inner) * len(them) / calls / 1e3 for them in found if them
        )

    def _install(self, target: str) -> None:
        module, _, path = target.partition(":")
        *owners, name = path.split(".")
        owner: Any = importlib.import_module(module)
        for each in owners:
            owner = getattr(owner, each)
        function = getattr(owner, name)
        if not callable(function):
            raise TypeError("it is data")
        if inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function):
            raise TypeError("it waits")
        timed = self._timed(function, target)
        setattr(owner, name, timed)
        if not owners:
            _replace_everywhere(name, function, timed)

    def _timed(self, function: Callable[..., Any], target: str) -> Callable[..., Any]:
        samples = self._samples.setdefault(target, [])
        stack = self._stack

        def timed(*args: Any, **kwargs: Any) -> Any:
            if not self.on:
                return function(*args, **kwargs)
            stack.append(0)
            begin = _clock()
            try:
                return function(*args, **kwargs)
            finally:
                spent = _clock() - begin
                samples.append(spent - stack.pop())
                stack[-1] += spent + int(self._outer)

        return update_wrapper(timed, function)


def _replace_everywhere(name: str, function: object, timed: object) -> None:
    """Replace a function in the modules that imported it by name."""
    for module in [it for key, it in sys.modules.items() if key.startswith("smaws_kms")]:
        if vars(module).get(name) is function:
            setattr(module, name, timed)


def timed_stages(
    stages: Mapping[str, tuple[str, ...]], timers: Timers, calls: int
) -> dict[str, float]:
    """Return the microseconds of each stage in one call."""
    per_call = partial(timers.microseconds, calls=calls)
    return {name: per_call(targets) for name, targets in stages.items()}
