"""A typed client for AWS Key Management Service: async and blocking, with results as values.

    import smaws_kms as kms

    async with kms.AsyncKMSClient(region="eu-west-1") as client:
        result = await client.encrypt(key_id="alias/orders", plaintext=b"hello")
        match result:
            case kms.Ok(response):
                print(response.ciphertext_blob)
            case kms.Err(error):
                print(error)

Each name loads its module on first use, so importing the package is cheap.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms import _generated
from smaws_kms._runtime.support.lazy_imports import lazy_attributes
from smaws_kms._runtime.version import __version__ as __version__

if TYPE_CHECKING:
    from smaws_kms._generated import *  # noqa: F403  # all generated names
    from smaws_kms._runtime.call.readiness import (
        CheckError as CheckError,
        Readiness as Readiness,
    )
    from smaws_kms._runtime.client.clients import (
        AsyncClient as AsyncClient,
        SyncClient as SyncClient,
    )
    from smaws_kms._runtime.client.operation import (
        Operation as Operation,
        PaginatedOperation as PaginatedOperation,
    )
    from smaws_kms._runtime.common_errors import (
        AccessDeniedException as AccessDeniedException,
        ExpiredTokenException as ExpiredTokenException,
        IncompleteSignatureException as IncompleteSignatureException,
        InternalFailureException as InternalFailureException,
        InvalidSignatureException as InvalidSignatureException,
        MissingAuthenticationTokenException as MissingAuthenticationTokenException,
        NotAuthorizedException as NotAuthorizedException,
        OptInRequiredException as OptInRequiredException,
        RequestExpiredException as RequestExpiredException,
        ServiceUnavailableException as ServiceUnavailableException,
        ThrottlingException as ThrottlingException,
        UnknownOperationException as UnknownOperationException,
        UnrecognizedClientException as UnrecognizedClientException,
        ValidationException as ValidationException,
    )
    from smaws_kms._runtime.dry_run import (
        dry_run as dry_run,
    )
    from smaws_kms._runtime.endpoints.partitions import (
        Endpoint as Endpoint,
        EndpointParameters as EndpointParameters,
    )
    from smaws_kms._runtime.errors import (
        AttemptTimeoutError as AttemptTimeoutError,
        CallTimeoutError as CallTimeoutError,
        CommonError as CommonError,
        CommonServiceError as CommonServiceError,
        ConfigurationError as ConfigurationError,
        ConnectError as ConnectError,
        ConnectionLostError as ConnectionLostError,
        ConnectTimeoutError as ConnectTimeoutError,
        CredentialsError as CredentialsError,
        DeadlineExceededError as DeadlineExceededError,
        ErrorMember as ErrorMember,
        Fault as Fault,
        ProtocolError as ProtocolError,
        RequestValidationError as RequestValidationError,
        ResponseParseError as ResponseParseError,
        Sent as Sent,
        ServiceError as ServiceError,
        SmawsError as SmawsError,
        TransportError as TransportError,
        UnmodeledServiceError as UnmodeledServiceError,
    )
    from smaws_kms._runtime.http.httpx_sources import (
        AsyncHttpSource as AsyncHttpSource,
        SyncHttpSource as SyncHttpSource,
    )
    from smaws_kms._runtime.metadata import (
        Attempt as Attempt,
        Metadata as Metadata,
    )
    from smaws_kms._runtime.model.operation import (
        Creation as Creation,
        OperationModel as OperationModel,
        Pagination as Pagination,
    )
    from smaws_kms._runtime.model.service import (
        Service as Service,
    )
    from smaws_kms._runtime.results import (
        Err as Err,
        Ok as Ok,
        Result as Result,
    )
    from smaws_kms._runtime.retry.policy import (
        RetryMode as RetryMode,
        RetryPolicy as RetryPolicy,
    )
    from smaws_kms._runtime.serde.converter import (
        converter as converter,
        from_wire as from_wire,
        to_wire as to_wire,
    )
    from smaws_kms._runtime.serde.unknown_values import (
        UnknownMember as UnknownMember,
        UnknownValue as UnknownValue,
    )
    from smaws_kms._runtime.unexamined import (
        UnexaminedErrorWarning as UnexaminedErrorWarning,
    )
    from smaws_kms._runtime.unwrap import (
        unwrap as unwrap,
    )
    from smaws_kms._runtime.values import (
        AsyncCredentialsSource as AsyncCredentialsSource,
        Blob as Blob,
        Credentials as Credentials,
        SyncCredentialsSource as SyncCredentialsSource,
        Timeout as Timeout,
        Validate as Validate,
    )
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "_generated": _generated.__all__,
            "_runtime.common_errors": (
                "AccessDeniedException",
                "ExpiredTokenException",
                "IncompleteSignatureException",
                "InternalFailureException",
                "InvalidSignatureException",
                "MissingAuthenticationTokenException",
                "NotAuthorizedException",
                "OptInRequiredException",
                "RequestExpiredException",
                "ServiceUnavailableException",
                "ThrottlingException",
                "UnknownOperationException",
                "UnrecognizedClientException",
                "ValidationException",
            ),
            "_runtime.errors": (
                "AttemptTimeoutError",
                "CallTimeoutError",
                "CommonError",
                "CommonServiceError",
                "ConfigurationError",
                "ConnectError",
                "ConnectTimeoutError",
                "ConnectionLostError",
                "CredentialsError",
                "DeadlineExceededError",
                "ErrorMember",
                "Fault",
                "ProtocolError",
                "RequestValidationError",
                "ResponseParseError",
                "Sent",
                "ServiceError",
                "SmawsError",
                "TransportError",
                "UnmodeledServiceError",
            ),
            "_runtime.endpoints.partitions": ("Endpoint", "EndpointParameters"),
            "_runtime.http.httpx_sources": ("AsyncHttpSource", "SyncHttpSource"),
            "_runtime.model.operation": ("Creation", "OperationModel", "Pagination"),
            "_runtime.model.service": ("Service",),
            "_runtime.client.clients": ("AsyncClient", "SyncClient"),
            "_runtime.client.operation": ("Operation", "PaginatedOperation"),
            "_runtime.call.readiness": ("CheckError", "Readiness"),
            "_runtime.metadata": ("Attempt", "Metadata"),
            "_runtime.dry_run": ("dry_run",),
            "_runtime.results": ("Err", "Ok", "Result"),
            "_runtime.retry.policy": ("RetryMode", "RetryPolicy"),
            "_runtime.serde.unknown_values": ("UnknownMember", "UnknownValue"),
            "_runtime.unexamined": ("UnexaminedErrorWarning",),
            "_runtime.unwrap": ("unwrap",),
            "_runtime.values": (
                "AsyncCredentialsSource",
                "Blob",
                "Credentials",
                "SyncCredentialsSource",
                "Timeout",
                "Validate",
            ),
            "_runtime.serde.converter": ("converter", "from_wire", "to_wire"),
        },
    )


def __import_all__() -> None:  # noqa: N807  # for tools, and no name for users
    """Import all modules. Never called: it shows the imports to tools that bundle programs."""
    import_module("smaws_kms._generated")
    import_module("smaws_kms._runtime.common_errors")
    import_module("smaws_kms._runtime.errors")
    import_module("smaws_kms._runtime.errors.base")
    import_module("smaws_kms._runtime.errors.client")
    import_module("smaws_kms._runtime.errors.service")
    import_module("smaws_kms._runtime.errors.transport")
    import_module("smaws_kms._runtime.endpoints.partitions")
    import_module("smaws_kms._runtime.http.httpx_sources")
    import_module("smaws_kms._runtime.model.operation")
    import_module("smaws_kms._runtime.model.service")
    import_module("smaws_kms._runtime.client.clients")
    import_module("smaws_kms._runtime.client.operation")
    import_module("smaws_kms._runtime.call.readiness")
    import_module("smaws_kms._runtime.metadata")
    import_module("smaws_kms._runtime.dry_run")
    import_module("smaws_kms._runtime.results")
    import_module("smaws_kms._runtime.retry.policy")
    import_module("smaws_kms._runtime.serde.unknown_values")
    import_module("smaws_kms._runtime.unexamined")
    import_module("smaws_kms._runtime.unwrap")
    import_module("smaws_kms._runtime.values")
    import_module("smaws_kms._runtime.serde.converter")
