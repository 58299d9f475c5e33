"""Errors that the client itself finds: in a response, or before it sends anything."""

from smaws_kms._runtime.errors.base import SmawsError
from smaws_kms._runtime.redaction.external_text import escape_text
from smaws_kms._runtime.support.lazy_imports import publish


class ResponseParseError(SmawsError):
    """A successful response whose body does not match the operation's output."""

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        operation: str | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message, operation=operation)
        self.path: str = escape_text(path)
        """JSON path of the problem, for example `$.KeyMetadata.CreationDate`."""
        self.request_id: str | None = request_id
        """The service's ID of the request, for AWS Support."""

    def _text(self) -> str:
        return self._hinted(f"{self.path}: {self.message}", self.request_id)


class CredentialsError(SmawsError):
    """Credentials could not be found or refreshed; nothing was sent."""


class ConfigurationError(SmawsError):
    """A setting is missing, invalid or contradicts another; nothing was sent."""


class RequestValidationError(SmawsError):
    """The request violates a limit of the model; nothing was sent."""

    def __init__(self, message: str, *, member: str = "", operation: str | None = None) -> None:
        super().__init__(message, operation=operation)
        self.member: str = member
        """Python name of the member, for example `tags[0].tag_key`."""


publish(globals())
