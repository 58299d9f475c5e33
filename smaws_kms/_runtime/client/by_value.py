"""Callables that only some picklers can pickle.

cloudpickle, which Dask, Ray and Spark use, pickles lambdas and functions of notebooks by value. The
standard pickle cannot, and its error does not say to which argument the function belongs. An object is
not told which pickler asks, so a class that cannot be imported goes ahead of the callable. The standard
pickle looks its metaclass up in `copyreg` and gets our error; cloudpickle pickles it by value.
"""

import copyreg
import pickle
from typing import NoReturn


class MarkerType(type):
    """Type of a class that the standard pickle refuses with the text `refusal`."""

    refusal: str


def _refuse(marker: MarkerType) -> NoReturn:
    raise TypeError(marker.refusal)


copyreg.pickle(MarkerType, _refuse)


def marker_for(value: object, refusal: str) -> MarkerType | None:
    """Return what has to be pickled ahead of a callable.

    Args:
        value: The callable.
        refusal: Text of the `TypeError` if a pickler that cannot pickle the callable is asked to.
    """
    return None if _pickles(value) else MarkerType("PickledByValue", (), {"refusal": refusal})


def _pickles(value: object) -> bool:
    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001  # pickle raises whatever an object's own code does
        return False
    return True
