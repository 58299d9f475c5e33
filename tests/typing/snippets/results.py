"""What can be done with a result."""

from typing import Literal, assert_type

import smaws_kms as kms

Encrypted = kms.Result[kms.EncryptResponse, kms.EncryptError]


def by_isinstance(result: Encrypted) -> None:
    """`isinstance` narrows."""
    if isinstance(result, kms.Ok):
        assert_type(result, kms.Ok[kms.EncryptResponse])
        assert_type(result.value, kms.EncryptResponse)
        assert_type(result.is_ok, Literal[True])
        assert_type(result.err, None)
    else:
        assert_type(result, kms.Err[kms.EncryptError])
        assert_type(result.error, kms.EncryptError)
        assert_type(result.is_ok, Literal[False])
        assert_type(result.ok, None)


def by_is_ok(result: Encrypted) -> None:
    """`is_ok` compared with a literal narrows."""
    if result.is_ok is True:
        assert_type(result.value, kms.EncryptResponse)
    else:
        assert_type(result.error, kms.EncryptError)
    if result.is_err is True:
        assert_type(result.error, kms.EncryptError)
    else:
        assert_type(result.value, kms.EncryptResponse)


def by_bare_is_ok(result: Encrypted) -> None:
    """Left bare it narrows for mypy; pyright narrows only members that are no properties."""
    if result.is_ok:
        assert_type(result.value, kms.EncryptResponse)  # E: pyright


def without_narrowing(result: Encrypted) -> None:
    """Value and error are out of reach before that."""
    assert_type(result.ok, kms.EncryptResponse | None)
    assert_type(result.err, kms.EncryptError | None)
    assert_type(result.metadata, kms.Metadata)
    result.value  # noqa: B018  # E: mypy pyright
    result.error  # noqa: B018  # E: mypy pyright


def error_text(error: kms.EncryptError) -> str:
    """Return the message, which every error has."""
    return error.message


def combined(result: Encrypted) -> None:
    """The methods keep their types."""
    assert_type(result.unwrap(), kms.EncryptResponse)
    assert_type(result.expect("the key exists"), kms.EncryptResponse)
    assert_type(result.unwrap_or(None), kms.EncryptResponse | None)
    assert_type(result.unwrap_or_else(error_text), kms.EncryptResponse | str)
    blob = result.map(lambda response: response.ciphertext_blob)
    assert_type(blob, kms.Ok[bytes] | kms.Err[kms.EncryptError])
    text = result.map_err(lambda error: error.message)
    assert_type(text, kms.Ok[kms.EncryptResponse] | kms.Err[str])


def chained(client: kms.KMSClient, result: Encrypted) -> None:
    """`and_then` adds the errors of the second call."""
    both = result.and_then(
        lambda response: client.decrypt(ciphertext_blob=response.ciphertext_blob)
    )
    assert_type(
        both, kms.Ok[kms.DecryptResponse] | kms.Err[kms.DecryptError] | kms.Err[kms.EncryptError]
    )
    never_fails = result.and_then(lambda response: kms.Ok(response.key_id))
    assert_type(never_fails, kms.Ok[str] | kms.Err[kms.EncryptError])
    result.and_then(lambda response: response.key_id)  # E: mypy pyright


def widened(result: Encrypted) -> kms.Result[object, kms.SmawsError]:
    """Results are covariant, so functions may promise less than they give."""
    return result


def narrowed(result: kms.Result[object, kms.SmawsError]) -> Encrypted:
    """And not the other way round."""
    return result  # E: mypy pyright
