"""Errors that calls return in `Err`.

    SmawsError
    |-- ServiceError                  the service returned an error
    |   |-- the modelled classes of a generated package
    |   `-- UnmodeledServiceError     any other code
    |       `-- CommonServiceError    codes that any AWS service may return, see `common_errors`
    |-- TransportError                no usable response; `.sent`: may the request have been processed
    |   |-- ConnectError, ConnectionLostError, ProtocolError
    |   `-- CallTimeoutError
    |       `-- ConnectTimeoutError, AttemptTimeoutError, DeadlineExceededError
    |-- ResponseParseError            the response body cannot be decoded
    `-- CredentialsError, ConfigurationError, RequestValidationError     nothing was sent

Errors hold only text and numbers. Exceptions of other libraries hold bodies and headers, so an error
copies their text into its message and never keeps them as cause, context or attribute.
"""

from typing import TypeAlias

from smaws_kms._runtime.errors.base import SmawsError as SmawsError
from smaws_kms._runtime.errors.client import (
    ConfigurationError as ConfigurationError,
    CredentialsError as CredentialsError,
    RequestValidationError as RequestValidationError,
    ResponseParseError as ResponseParseError,
)
from smaws_kms._runtime.errors.service import (
    CommonServiceError as CommonServiceError,
    ErrorMember as ErrorMember,
    Fault as Fault,
    ServiceError as ServiceError,
    UnmodeledServiceError as UnmodeledServiceError,
)
from smaws_kms._runtime.errors.transport import (
    AttemptTimeoutError as AttemptTimeoutError,
    CallTimeoutError as CallTimeoutError,
    ConnectError as ConnectError,
    ConnectionLostError as ConnectionLostError,
    ConnectTimeoutError as ConnectTimeoutError,
    DeadlineExceededError as DeadlineExceededError,
    ProtocolError as ProtocolError,
    Sent as Sent,
    TransportError as TransportError,
)

CommonError: TypeAlias = (
    UnmodeledServiceError
    | TransportError
    | ResponseParseError
    | CredentialsError
    | ConfigurationError
    | RequestValidationError
)
"""Errors that any call can return besides those that the model lists for its operation."""
