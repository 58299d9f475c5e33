"""Errors of every operation: their class and their attributes."""

from typing import Any, Final

import pytest

import smaws_kms as kms
from tests.operations.call_styles import AnyResult, Series, each_series
from tests.operations.facts import (
    MODELLED,
    NEEDS_MODEL,
    OPERATIONS,
    SHAPES,
    AnyOperation,
    each_operation,
    shape_id,
)
from tests.operations.fake_kms import REQUEST_ID, FakeKms, http_response
from tests.operations.values import filled

Facts = tuple[type[kms.SmawsError], str, str, str | None, int, str, str | None]

COMMON: Final[dict[str, type[kms.CommonServiceError]]] = {
    "AccessDeniedException": kms.AccessDeniedException,
    "ExpiredTokenException": kms.ExpiredTokenException,
    "IncompleteSignature": kms.IncompleteSignatureException,
    "InternalFailure": kms.InternalFailureException,
    "InvalidSignatureException": kms.InvalidSignatureException,
    "MissingAuthenticationTokenException": kms.MissingAuthenticationTokenException,
    "NotAuthorized": kms.NotAuthorizedException,
    "OptInRequired": kms.OptInRequiredException,
    "RequestExpired": kms.RequestExpiredException,
    "ServiceUnavailable": kms.ServiceUnavailableException,
    "ThrottlingException": kms.ThrottlingException,
    "UnknownOperationException": kms.UnknownOperationException,
    "UnrecognizedClientException": kms.UnrecognizedClientException,
    "ValidationException": kms.ValidationException,
}
SERVER_FAULTS: Final = {kms.InternalFailureException, kms.ServiceUnavailableException}


def fault_of(cls: type[kms.ServiceError]) -> str:
    """Return the fault, from the model if it is available."""
    shape = SHAPES.get(shape_id(cls.__name__))
    return shape["traits"]["smithy.api#error"] if shape else cls.fault


def error_response(code: str, form: int) -> Any:
    """Return an error response in one of the forms that servers use."""
    message = f"about {code}"
    forms: list[tuple[dict[str, str], dict[str, str]]] = [
        ({"__type": code, "message": message}, {}),
        ({"__type": f"com.amazonaws.kms#{code}", "Message": message}, {}),
        ({"code": code, "message": message}, {}),
        ({"message": message}, {"x-amzn-errortype": code}),
        (
            {"__type": "Decoy", "message": message},
            {"x-amzn-errortype": f"{code}:http://internal.amazon.com/coral/"},
        ),
    ]
    body, headers = forms[form % len(forms)]
    return http_response(body, status=400, headers=headers)


def facts_of(result: AnyResult) -> Facts:
    """Return the parts of a service error that users see."""
    error = result.err
    assert isinstance(error, kms.ServiceError)
    assert result.metadata.attempts == (kms.Attempt(error=error, status_code=error.status_code),)
    assert result.metadata.request_id == error.request_id
    return (
        type(error),
        error.code,
        error.message,
        error.request_id,
        error.status_code,
        error.fault,
        error.operation,
    )


async def facts_by_code(
    operation: AnyOperation, codes: list[str], series: Series
) -> dict[str, Facts]:
    """Return the facts of the error for each code."""
    service = FakeKms([error_response(code, number) for number, code in enumerate(codes)])
    results = await series(service, operation, filled(operation.input), len(codes))
    return {code: facts_of(result) for code, result in zip(codes, results, strict=True)}


def expected(cls: type[kms.ServiceError], code: str, fault: str, operation: AnyOperation) -> Facts:
    """Return the expected facts."""
    return (cls, code, f"about {code}", REQUEST_ID, 400, fault, operation.name)


@NEEDS_MODEL
@each_operation
def test_errors_of_the_model(operation: AnyOperation) -> None:
    """An operation lists the errors that the model lists for it."""
    targets = SHAPES[shape_id(operation.name)]["errors"]

    assert {target["target"].partition("#")[2] for target in targets} == {
        error.__name__ for error in operation.errors
    }
    assert len(targets) == len(operation.errors)


@each_series
@each_operation
async def test_modelled_errors(operation: AnyOperation, series: Series) -> None:
    """The code of each error that the operation lists becomes the class of the error."""
    listed = {error.__name__: error for error in operation.errors}
    wanted = {
        code: expected(error, code, fault_of(error), operation) for code, error in listed.items()
    }

    assert wanted == await facts_by_code(operation, list(listed), series)


@each_series
@each_operation
async def test_errors_of_other_operations(operation: AnyOperation, series: Series) -> None:
    """An error that the operation does not list is unmodelled, with its code intact."""
    others = [code for code, error in MODELLED.items() if error not in operation.errors]
    unmodelled = kms.UnmodeledServiceError
    wanted = {code: expected(unmodelled, code, "client", operation) for code in others}

    assert wanted == await facts_by_code(operation, others, series)


@each_series
@each_operation
async def test_common_errors(operation: AnyOperation, series: Series) -> None:
    """Errors that every AWS service may send have classes of their own."""
    wanted = {
        code: expected(error, code, "server" if error in SERVER_FAULTS else "client", operation)
        for code, error in COMMON.items()
    }

    assert wanted == await facts_by_code(operation, list(COMMON), series)


@each_series
@each_operation
async def test_unknown_error(operation: AnyOperation, series: Series) -> None:
    """An unknown code is unmodelled, with its code intact."""
    code = "FromTheFutureException"
    wanted = {code: expected(kms.UnmodeledServiceError, code, "client", operation)}

    assert wanted == await facts_by_code(operation, [code], series)


NO_ERROR_BODY: Final[dict[str, tuple[int, bytes, str, str]]] = {
    "empty": (500, b"", "HTTP status 500 with an empty body", "server"),
    "HTML": (503, b"<html><h1>No</h1>", "HTTP status 503 with an HTML page", "server"),
    "other JSON": (413, b'["no"]', "HTTP status 413 with no error code", "client"),
    "redirect": (307, b"", "HTTP status 307 with an empty body", "client"),
}


@each_series
@pytest.mark.parametrize(
    ("status", "body", "message", "fault"), list(NO_ERROR_BODY.values()), ids=list(NO_ERROR_BODY)
)
async def test_responses_without_error_name(
    status: int, body: bytes, message: str, fault: str, series: Series
) -> None:
    """If a response has no error code, the code is made of the status; redirects are not followed."""
    operation = OPERATIONS["Encrypt"]
    headers = {"location": "https://elsewhere.example/"}
    service = FakeKms([http_response(body, status=status, headers=headers)])

    (result,) = await series(service, operation, filled(operation.input), 1)

    unmodelled = kms.UnmodeledServiceError
    facts = (unmodelled, f"HTTP{status}", message, REQUEST_ID, status, fault, "Encrypt")
    assert facts == facts_of(result)


def test_every_error_class_is_listed() -> None:
    """Every error class of the package is listed by at least one operation; there are at least 48."""
    classes = {
        name
        for name in dir(kms)
        if isinstance(cls := getattr(kms, name), type)
        and issubclass(cls, kms.ServiceError)
        and not issubclass(cls, kms.UnmodeledServiceError)
    }

    assert set(MODELLED) == classes - {"ServiceError"}
    assert len(MODELLED) >= 48
