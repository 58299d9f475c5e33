"""Errors that a service returns."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Literal, TypeAlias

from smaws_kms._runtime.errors.base import SmawsError
from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.lazy_imports import publish

Fault: TypeAlias = Literal["client", "server"]
"""Values of `ServiceError.fault`."""


class ErrorMember(Frozen):
    """Describes one member of a modelled error."""

    __slots__ = ("wire_name", "type")  # noqa: RUF023  # the order of `repr`
    __match_args__ = ("wire_name", "type")

    wire_name: str
    """The member's name in JSON."""
    type: object
    """Annotation of its value."""

    def __init__(self, wire_name: str, type: object) -> None:  # noqa: A002  # the public name
        self._set(wire_name=wire_name, type=type)


class ServiceError(SmawsError):
    """The service returned an error."""

    fault: Fault = "client"
    """Cause of the error: the request (`client`) or the service (`server`)."""
    retryable: ClassVar[bool] = False
    """Whether the same request may succeed if it is sent again."""
    throttling: ClassVar[bool] = False
    """Whether the service limits the request rate."""
    quota: ClassVar[bool] = False
    """Whether a resource quota is exhausted: delete resources or have the quota raised."""
    regional: ClassVar[bool] = False
    """Whether the Region may be the cause: the resource, or the quota, is one of a single Region."""
    about_credentials: ClassVar[bool] = False
    """Whether the service refused the credentials or what they may do."""
    about_clock: ClassVar[bool] = False
    """Whether a wrong clock of this machine may be the cause."""
    help: ClassVar[str] = ""
    """What the error means; `str` shows it if the service sent no message."""
    dry_run_passed: ClassVar[bool] = False
    """Whether the error says that a dry run passed, and so is no failure; see `dry_run`."""
    member_names: ClassVar[tuple[str, ...]] = ("message",)
    """Python names of all members that the model gives the error."""
    wire_members: ClassVar[Mapping[str, ErrorMember]] = MappingProxyType({})
    """Members other than the message, by Python name."""
    wire_name: ClassVar[str] = ""
    """The error code on the wire, if it differs from the class name."""
    sensitive_message: ClassVar[bool] = False
    """Whether the message is kept out of `str`, `repr` and `args`."""

    def __init__(
        self,
        message: str | None = None,
        *,
        code: str | None = None,
        operation: str | None = None,
        status_code: int = 400,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message or "", operation=operation)
        if self.sensitive_message:
            Exception.__init__(self)  # empties `args`, which tracebacks and loggers print
        self.code: str = code or self.wire_name or type(self).__name__
        """Error code from the response, for example `NotFoundException`."""
        self.status_code: int = status_code
        """HTTP status of the response."""
        self.request_id: str | None = request_id
        """The service's ID of the request, for AWS Support."""
        self.maybe_done: bool = False
        """Whether an earlier attempt, whose response was lost, may already have succeeded."""

    def members(self) -> Mapping[str, object]:
        """Return the values of `member_names`, by Python name."""
        return {name: getattr(self, name) for name in self.member_names}

    def _text(self) -> str:
        said = "" if self.sensitive_message else self.message
        text = f"{self.code}: {said or self.help}" if said or self.help else self.code
        if self.maybe_done:
            text = f"{text} (an earlier attempt at this call may have done it)"
        return self._hinted(text, self.request_id)


class UnmodeledServiceError(ServiceError):
    """An error that the model does not list for the operation; check `code`."""


class CommonServiceError(UnmodeledServiceError):
    """An error that any AWS service may return without listing it in its model."""


publish(globals())
