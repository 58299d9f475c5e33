# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum ConnectionStateType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class ConnectionStateType(StrEnum):
    """Connection between KMS and the backing of a custom key store."""

    CONNECTED = "CONNECTED"
    """Keys can be created and used, provided the backing is healthy."""
    CONNECTING = "CONNECTING"
    """`ConnectCustomKeyStore` is in progress, which may take many minutes."""
    FAILED = "FAILED"
    """The last attempt failed; see `connection_error_code`, and disconnect before trying anew."""
    DISCONNECTED = "DISCONNECTED"
    """Never connected, or disconnected on request; keys are unusable, settings can be changed."""
    DISCONNECTING = "DISCONNECTING"
    """`DisconnectCustomKeyStore` is in progress; wait."""


publish(globals(), "smaws_kms")
