# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The errors of Tool Workshop."""

from typing import ClassVar

from smaws_kms._runtime.errors.service import Fault, ServiceError
from smaws_kms._runtime.support.lazy_imports import publish


class BrokenException(ServiceError):
    """The error `BrokenException`."""

    fault: Fault = "server"


class BusyException(ServiceError):
    """The error `BusyException`."""

    retryable: ClassVar[bool] = True
    throttling: ClassVar[bool] = True


class FullException(ServiceError):
    """The error `FullException`."""

    quota: ClassVar[bool] = True


publish(globals(), "tests.codegen.golden.expected")
