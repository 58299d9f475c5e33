"""A result, or an error, that is used as if it were boto3's: the text says what to write."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

import smaws_kms as kms

OK: Any = kms.Ok(
    kms.EncryptResponse(
        ciphertext_blob=b"geheim",
        key_id="k",
        encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
    )
)
PAGE: Any = kms.Ok(kms.ListAliasesResponse())
NOTHING: Any = kms.Ok(None)
NAMES = "it is the result of a call; write result.unwrap().ciphertext_blob, or match result.outcome"
UNWRAP = "it is the result of a call, and unwrap() returns the response"


def failed(error: object = None) -> Any:
    """Return a result with an error that has been examined."""
    result = kms.Err(error or kms.NotFoundException("geheim"))
    assert result.is_err
    return result


async def iterate(result: Any) -> None:
    """Iterate as an async program would."""
    async for _ in result:
        pass


@pytest.mark.parametrize(
    ("use", "text"),
    [
        (lambda: OK.ciphertext_blob, f"'Ok' object has no attribute 'ciphertext_blob': {NAMES}"),
        (lambda: OK.CiphertextBlob, f"'Ok' object has no attribute 'CiphertextBlob': {NAMES}"),
        (lambda: OK["CiphertextBlob"], f"'Ok' object has no items: {NAMES}"),
        (lambda: OK[0], f"'Ok' object has no items: {UNWRAP}"),
        (lambda: OK.get("KeyId"), f"'Ok' object has no attribute 'get': {UNWRAP}"),
        (lambda: OK.request_id,
         "'Ok' object has no attribute 'request_id': write result.metadata.request_id"),
        (lambda: OK.ResponseMetadata,
         "'Ok' object has no attribute 'ResponseMetadata': write result.metadata"),
        (lambda: OK.error,
         "'Ok' object has no attribute 'error': the call succeeded; `err` is the error, or None"),
        (lambda: list(OK), f"'Ok' object is not iterable: {UNWRAP}"),
        (lambda: len(OK), f"'Ok' object has no length: {UNWRAP}"),
        (lambda: "KeyId" in OK, f"'Ok' object is not iterable: {UNWRAP}"),
        (lambda: [alias for alias in PAGE],  # noqa: C416  # what is tested
         ("'Ok' object is not iterable: it is the result of a call; write result.unwrap().aliases "
         "for one page, or call the items(...) of the operation instead for all pages")),
        (lambda: NOTHING.key_id, ("'Ok' object has no attribute 'key_id': the operation returns "
         "nothing, so unwrap() returns None")),
        (lambda: list(NOTHING), ("'Ok' object is not iterable: the operation returns "
         "nothing, so unwrap() returns None")),
        (lambda: failed().ciphertext_blob, ("'Err' object has no attribute 'ciphertext_blob': the "
         "call failed with NotFoundException; unwrap() raises that error")),
        (lambda: failed().code, ("'Err' object has no attribute 'code': the call failed with "
         "NotFoundException; write result.error.code")),
        (lambda: failed()["KeyId"], ("'Err' object has no items: the call failed with "
         "NotFoundException; unwrap() raises that error")),
        (lambda: list(failed()), ("'Err' object is not iterable: the call failed with "
         "NotFoundException; unwrap() raises that error")),
        (lambda: failed("geheim").keys,
         "'Err' object has no attribute 'keys': the call failed with str; unwrap() raises that error"),
        (lambda: OK._private, "'Ok' object has no attribute '_private'"),
    ],
)  # fmt: skip
def test_result(use: Callable[[], object], text: str) -> None:
    """The text leads to `unwrap`, `match`, `metadata` or `items`, and holds no value."""
    with pytest.raises((AttributeError, TypeError)) as caught:
        use()

    assert text == str(caught.value)


async def test_async_iteration() -> None:
    """`async for` over a page says the same."""
    with pytest.raises(TypeError, match=r"write result\.unwrap\(\)\.aliases for one page"):
        await iterate(PAGE)


def test_tools_on_results() -> None:
    """`hasattr`, `getattr` with a default, `copy` and `pickle` work, and keep no object in errors."""
    with pytest.raises(AttributeError) as caught:
        OK.get("KeyId")

    assert ("get", None) == (caught.value.name, caught.value.obj)
    assert not hasattr(OK, "__await__")
    assert not hasattr(OK, "ciphertext_blob")
    assert getattr(OK, "ciphertext_blob", None) is None
    assert OK == copy.copy(OK) == copy.deepcopy(OK) == pickle.loads(pickle.dumps(OK))  # noqa: S301 - our own


def test_probes_do_not_examine() -> None:
    """Asking a failed result for an attribute does not count as reading its error."""
    result = kms.Err(kms.NotFoundException("geheim"))

    assert not hasattr(result, "key_id")
    with pytest.warns(kms.UnexaminedErrorWarning):
        del result


@pytest.mark.parametrize(
    ("error", "name", "advice"),
    [
        (kms.NotFoundException("x"), "response", ": write error.code, error.message or error.req"),
        (kms.NotFoundException("x"), "Code", ": did you mean code?"),
        (kms.NotFoundException("x"), "operation_name", ": write error.operation"),
        (kms.NotFoundException("x"), "http_status_code", ": write error.status_code"),
        (kms.ConnectError("x"), "response", ": write error.message"),
        (kms.ConnectError("x"), "something_else", ""),
        (kms.ConnectError("x"), "__private", ""),
    ],
)
def test_error(error: kms.SmawsError, name: str, advice: str) -> None:
    """What botocore's exceptions have leads to what ours have."""
    with pytest.raises(AttributeError) as caught:
        getattr(error, name)

    text = f"{type(error).__name__!r} object has no attribute {name!r}{advice}"
    assert str(caught.value).startswith(text)
    assert caught.value.obj is None
    assert repr(error) == repr(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own
