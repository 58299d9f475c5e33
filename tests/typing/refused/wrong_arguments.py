"""Programs that give KMS something else than it takes."""

import smaws_kms as kms


def text(client: kms.KMSClient) -> bytes:
    """Encrypt text without encoding it."""
    # next line: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    return client.encrypt(key_id="alias/a", plaintext="text").unwrap().ciphertext_blob


def enum_by_value(client: kms.KMSClient) -> str:
    """Give the value of an enum instead of its member."""
    # next line: mypy[arg-type] pyright[reportArgumentType] ty[invalid-argument-type] pyrefly[bad-argument-type]
    return client.create_key(key_spec="RSA_2048").unwrap().key_metadata.key_id


def boto3_name(client: kms.KMSClient) -> str:
    """Use the name that boto3 has for a member."""
    # next line: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument,unknown-argument] pyrefly[unexpected-keyword]
    return client.describe_key(KeyId="alias/a").unwrap().key_metadata.key_id


def loop_over_a_result(client: kms.KMSClient) -> None:
    """Loop over one call instead of `.items()`."""
    # next line: mypy[union-attr] pyright[reportGeneralTypeIssues] ty[not-iterable] pyrefly[not-iterable]
    for _ in client.list_keys():
        pass


def loop_over_awaitable(client: kms.AsyncKMSClient) -> None:
    """Loop over a call that was not awaited."""
    # next line: mypy[attr-defined] pyright[reportGeneralTypeIssues] ty[not-iterable] pyrefly[not-iterable]
    for _ in client.list_keys():
        pass


def incomplete_response() -> kms.KeyMetadata:
    """Make a response by hand without what KMS always sends."""
    # next line: mypy[call-arg] pyright[reportCallIssue] ty[missing-argument] pyrefly[missing-argument]
    return kms.KeyMetadata(key_id="1234", enabled=True)


def no_error_of_the_operation() -> kms.Result[kms.EncryptResponse, kms.EncryptError]:
    """Return an error that the operation does not have."""
    # next line: mypy[arg-type] pyright[reportReturnType] ty[invalid-explicit-return] pyrefly[bad-return]
    return kms.Err(kms.TagException("no"))
