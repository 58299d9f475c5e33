"""Results, shapes, errors and clients that are used as boto3's are."""

import contextlib
from functools import partial
from typing import Any, Final

import smaws_kms as kms
from smaws_kms._runtime.client import boto3_arguments, missing_attributes
from smaws_kms._runtime.errors import misuse
from smaws_kms._runtime.retry import policy
from smaws_kms.testing import example
from tests.texts.place import Cases, Place, raised
from tests.unit.http11.transport_harness import private

TITLE: Final = "Uses that boto3 knows and this package does not"


def cases(_: Place) -> Cases:
    """Return the cases of misuse."""
    yield from _arguments()
    yield from _clients()
    yield from _paginated_methods()
    yield from _results()
    yield from _shapes()
    yield from _errors()


def _arguments() -> Cases:
    client: Any = kms.AsyncKMSClient
    for name in boto3_arguments.CONSTRUCTOR:
        yield f"argument {name}", raised(partial(client, **{name: 1}))
    derived: Any = kms.KMSClient().with_options
    for name in ("region_name", "credentials", "http_client"):
        yield f"with_options, argument {name}", raised(partial(derived, **{name: 1}))
    retry: Any = kms.RetryPolicy
    for name in private(policy)._ADVICE:
        yield f"RetryPolicy, argument {name}", raised(partial(retry, **{name: 1}))
    call: Any = kms.KMSClient().encrypt
    yield "positional arguments", raised(lambda: call("alias/orders", b"text"))
    yield "names of members", raised(lambda: call(KeyId="alias/orders", Plaintext=b"text"))


def _clients() -> Cases:
    blocking, asynchronous = kms.KMSClient(), kms.AsyncKMSClient()
    for name in private(missing_attributes)._IDIOMS:
        client = asynchronous if name == "close" else blocking
        yield f"client.{name}", raised(partial(getattr, client, name))
    encrypt: Any = kms.Encrypt.request_sync
    request = example(kms.EncryptRequest)
    yield "client of the other kind", raised(lambda: encrypt(asynchronous, request))


def _paginated_methods() -> Cases:
    blocking: Any = kms.KMSClient().list_keys
    asynchronous: Any = kms.AsyncKMSClient().list_keys
    yield "paginated method that was not called", raised(lambda: list(blocking))
    yield "paginated method with another name", raised(lambda: blocking.paginate)
    yield "plain for over the items of an async client", raised(lambda: list(asynchronous.items()))


def _results() -> Cases:
    ok: Any = kms.Ok(example(kms.EncryptResponse))
    yield "result.ciphertext_blob", raised(lambda: ok.ciphertext_blob)
    yield "result['CiphertextBlob']", raised(lambda: ok["CiphertextBlob"])
    yield "result.get", raised(lambda: ok.get("CiphertextBlob"))
    yield "result['ResponseMetadata']", raised(lambda: ok["ResponseMetadata"])
    yield "result.request_id", raised(lambda: ok.request_id)
    yield "result.error of an Ok", raised(lambda: ok.error)
    yield "len(result)", raised(lambda: len(ok))
    yield "iteration of a result", raised(lambda: list(ok))
    page: Any = kms.Ok(example(kms.ListKeysResponse))
    yield "iteration of a page", raised(lambda: list(page))
    nothing: Any = kms.Ok(None)
    yield "result of an operation without output", raised(lambda: nothing.key_id)
    failed: Any = kms.Err(kms.NotFoundException("no such key", operation="Encrypt"))
    yield "attribute of an Err", raised(lambda: failed.key_id)
    yield "attribute of the error of an Err", raised(lambda: failed.code)
    with contextlib.suppress(kms.NotFoundException):
        failed.unwrap()


def _shapes() -> Cases:
    response: Any = example(kms.EncryptResponse)
    yield "response['KeyId']", raised(lambda: response["KeyId"])
    yield "response.KeyId", raised(lambda: response.KeyId)
    yield "response.colour", raised(lambda: response.colour)
    yield "response.ResponseMetadata", raised(lambda: response.ResponseMetadata)
    yield "iteration of a response", raised(lambda: list(response))
    empty: Any = kms.TagResourceRequest(key_id="1", tags=[])
    yield "attribute of a request", raised(lambda: empty.response)
    without: Any = kms.ConnectCustomKeyStoreResponse()
    yield "attribute of an empty response", raised(lambda: without.key_id)
    sealed: Any = example(kms.DecryptResponse, ciphertext_for_recipient=b"sealed")
    yield "plaintext that was withheld", raised(lambda: sealed.plaintext)
    part: Any = kms.from_wire(kms.KeyListEntry, {"KeyId": "1"})
    yield "member that was not sent", raised(lambda: part.key_arn)
    yield (
        "neither plaintext nor its replacement",
        raised(lambda: kms.from_wire(kms.DecryptResponse, {"KeyId": "1"})),
    )


def _errors() -> Cases:
    error: Any = kms.NotFoundException("no such key", operation="Encrypt")
    for name in private(misuse)._IDIOMS:
        yield f"error.{name}", raised(partial(getattr, error, name))
