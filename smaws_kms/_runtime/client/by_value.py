"""Error text for callables that cloudpickle can pickle and the standard pickle cannot.

cloudpickle, which Dask, Ray and Spark use, pickles lambdas and notebook functions by value. The standard
pickle fails with an error that does not name the argument, and an object cannot see which pickler runs.
So the client pickles a marker class before the callable. The standard pickle finds the marker's
metaclass in `copyreg` and gets our error; cloudpickle pickles the marker by value.
"""

import copyreg
from typing import NoReturn


class MarkerType(type):
    """Metaclass whose classes make the standard pickle raise `TypeError(refusal)`."""

    refusal: str


def _refuse(marker: MarkerType) -> NoReturn:
    raise TypeError(marker.refusal)


copyreg.pickle(MarkerType, _refuse)


def marker_for(value: object, refusal: str) -> MarkerType | None:
    """Return the marker to pickle before a value; `None` if the standard pickle can pickle it.

    Args:
        value: The callable.
        refusal: Text of the `TypeError` that the standard pickle raises.
    """
    return None if _pickles(value) else MarkerType("PickledByValue", (), {"refusal": refusal})


def _pickles(value: object) -> bool:
    import pickle  # noqa: PLC0415  # only pickles need it

    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001  # `__reduce__` may raise anything
        return False
    return True
