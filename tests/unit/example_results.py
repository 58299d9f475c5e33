"""A result of a failed call."""

from smaws_kms import ConnectError, Err

ERROR = ConnectError("could not connect", operation="Encrypt", sent="no")


def failed() -> Err[ConnectError]:
    """Return an `Err` whose error has not been examined."""
    return Err(ERROR)
