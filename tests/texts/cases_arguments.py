"""Arguments of clients, members of requests, and values that are built by hand."""

import ssl
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from attrs import field, frozen, resolve_types

import smaws_kms as kms
from smaws_kms import connections
from smaws_kms._runtime.call.host_prefix import address
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.request_body import encode
from smaws_kms._runtime.serde.validation import validate
from smaws_kms._runtime.values import Validate
from tests.operations.fake_kms import http_response
from tests.texts.place import CREDENTIALS, Cases, Place, answering, raised
from tests.unit import example_service

TITLE: Final = "Arguments of clients, and members of requests"


def cases(_: Place) -> Cases:
    """Return the cases of wrong input."""
    yield from _clients()
    yield from _values()
    yield from _construction()
    yield from _limits()
    yield from _from_wire()
    yield from _other_services()


def _client(**arguments: Any) -> BaseException:
    return raised(lambda: kms.KMSClient(**arguments))


def _clients() -> Cases:
    yield "unknown argument", _client(colour="red")
    yield "an argument of boto3", _client(region_name="eu-west-1")
    yield "region that is no text", _client(region=1)
    yield "flag that is text", _client(use_fips="yes")
    yield "retry that is a number", _client(retry=3)
    yield "timeout that is text", _client(timeout="10")
    yield "negative timeout", _client(timeout=-1)
    yield "headers that are a list", _client(headers=[("X-Team", "orders")])
    yield "header with a number", _client(headers={"X-Team": 7})
    yield "validate with another word", _client(validate="strict")
    yield "ssl_context that is a path", _client(ssl_context="/etc/roots.pem")
    yield (
        "ssl_context for servers",
        _client(ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)),
    )
    context, transport = ssl.create_default_context(), connections.transport()
    yield "ssl_context with http", _client(ssl_context=context, http=transport)
    yield "http that is a URL", _client(http="http://localhost:4566")
    yield "http of the other kind", _client(http=connections.async_transport())
    yield (
        "async client with a blocking http",
        raised(lambda: kms.AsyncKMSClient(http=connections.transport())),  # type: ignore[arg-type]  # wrong on purpose
    )
    yield (
        "transport with context and certificate",
        raised(
            lambda: connections.transport(
                ssl_context=context,
                client_certificate=connections.ClientCertificate("client.pem"),
            )
        ),
    )
    yield "credentials that are a tuple", _client(credentials=("AKID", "key"))
    yield "credentials by an async function", _client(credentials=_later)
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS)
    client.close()
    yield "closed client", raised(client.list_keys)
    yield (
        "request of another operation",
        raised(lambda: kms.Encrypt.request_sync(client, kms.ListKeysRequest())),  # type: ignore[arg-type]  # wrong on purpose
    )


async def _later() -> kms.Credentials:
    return CREDENTIALS


def _values() -> Cases:
    policy: Any = kms.RetryPolicy
    yield "RetryPolicy with another mode", raised(lambda: policy(mode="fast"))
    yield "RetryPolicy with text for a number", raised(lambda: policy(max_attempts="3"))
    yield "RetryPolicy without attempts", raised(lambda: policy(max_attempts=0))
    yield "RetryPolicy with a negative delay", raised(lambda: policy(max_delay=-1))
    yield "RetryPolicy with text for a delay", raised(lambda: policy(base_delay="1"))
    yield "RetryPolicy with a number for a flag", raised(lambda: policy(retry_creations=1))
    timeout: Any = kms.Timeout
    yield "Timeout with text", raised(lambda: timeout(connect="3"))
    yield "Timeout without end", raised(lambda: timeout(attempt=float("inf")))


def _construction() -> Cases:
    client: Any = answering()
    yield "unknown member in a call", raised(lambda: client.encrypt(KeyId="k", plaintext=b"p"))
    yield "missing member in a call", raised(lambda: client.encrypt(key_id="k"))
    request: Any = kms.EncryptRequest
    yield "unknown member", raised(lambda: request(key_id="k", plaintext=b"p", colour=1))
    yield "missing member", raised(lambda: request(key_id="k"))
    yield "text for a blob", raised(lambda: request(key_id="k", plaintext="p"))
    yield "number for text", raised(lambda: request(key_id=7, plaintext=b"p"))
    yield (
        "text for an enum",
        raised(lambda: request(key_id="k", plaintext=b"p", encryption_algorithm="RSA")),
    )
    yield "text for a list", raised(lambda: request(key_id="k", plaintext=b"p", grant_tokens="t"))
    yield (
        "number in a list",
        raised(lambda: request(key_id="k", plaintext=b"p", grant_tokens=["t", 7])),
    )
    yield (
        "text for a mapping",
        raised(lambda: request(key_id="k", plaintext=b"p", encryption_context="a=b")),
    )
    yield (
        "number as a key of a mapping",
        raised(lambda: request(key_id="k", plaintext=b"p", encryption_context={7: "b"})),
    )
    yield (
        "number as a value of a mapping",
        raised(lambda: request(key_id="k", plaintext=b"p", encryption_context={"a": 7})),
    )
    create: Any = kms.CreateKeyRequest
    yield "dict for a structure", raised(lambda: create(tags=[{"TagKey": "a"}]))
    yield "text for a time", raised(lambda: _import(valid_to="2030-01-01"))
    yield "value of an enum that is none", raised(lambda: kms.KeySpec("RSA"))


def _import(**members: Any) -> kms.ImportKeyMaterialRequest:
    return kms.ImportKeyMaterialRequest(
        key_id="k", import_token=b"t", encrypted_key_material=b"m", **members
    )


def _refused(request: Any, mode: Validate = "basic") -> kms.SmawsError:
    client = answering(http_response({})).with_options(validate=mode)
    operation = getattr(kms, type(request).__name__.removesuffix("Request"))
    result: Any = operation.request_sync(client, request)
    error: kms.SmawsError = result.error
    return error


def _limits() -> Cases:
    yield "text that is too short", _refused(kms.DescribeKeyRequest(key_id=""))
    yield "list that is too short", _refused(kms.UntagResourceRequest(key_id="k", tag_keys=[""]))
    long = kms.EncryptRequest(key_id="k", plaintext=bytes(5000))
    yield "blob that is too long", _refused(long, "full")
    yield "number that is too large", _refused(kms.ListKeysRequest(limit=5000), "full")
    yield "number that is too small", _refused(kms.ListKeysRequest(limit=0))
    alias = kms.CreateAliasRequest(alias_name="alias/two words", target_key_id="k")
    yield "text against a pattern", _refused(alias, "full")
    yield "time without a zone", _refused(_import(valid_to=datetime(2030, 1, 1)))  # noqa: DTZ001 - the case
    tag = kms.Tag(tag_key="", tag_value="v")
    yield "member of a structure in a list", _refused(kms.CreateKeyRequest(tags=[tag]))


def _from_wire() -> Cases:
    wire: dict[str, Any] = {"CiphertextBlob": "AA=="}
    read: Any = kms.from_wire
    yield "text for an object", raised(lambda: read(kms.EncryptResponse, "x"))
    yield "missing member on the wire", raised(lambda: read(kms.EncryptResponse, {}))
    yield (
        "number for base64 on the wire",
        raised(lambda: read(kms.EncryptResponse, {"CiphertextBlob": 1})),
    )
    yield (
        "number for text on the wire",
        raised(lambda: read(kms.EncryptResponse, {**wire, "KeyId": 1})),
    )


def _other_services() -> Cases:
    config = example_service.config("https://hand.example/")
    prefixed = example_service.operation(host_prefix=example_service.LABEL)
    labelled = example_service.Request(label="a.b")
    yield "label of a host prefix", _outcome(address(config, prefixed, labelled))
    addressed = example_service.config("https://127.0.0.1/")
    fit = example_service.Request(label="a")
    yield "host prefix before an address", _outcome(address(addressed, prefixed, fit))
    yield from _limits_of_other_services()
    discovered = example_service.operation(endpoint_member="url")
    elsewhere = example_service.Request(url="ftp://hand.example")
    yield "endpoint in a request", _outcome(address(config, discovered, elsewhere))


@frozen(kw_only=True, field_transformer=members)
class _Limited:
    """Limits that no request of KMS has."""

    ratio: float | None = field(default=None, metadata=member("Ratio", Limits(min=0.5)))
    names: tuple[str, ...] = field(default=(), metadata=member("Names", Limits(max=2, unique=True)))
    labels: Mapping[str, str] = field(
        factory=dict[str, str],
        metadata=member("Labels", Limits(key=Limits(min=1), value=Limits(min=1))),
    )
    by_name: Mapping[str, "_Limited"] = field(
        factory=dict[str, "_Limited"], metadata=member("ByName")
    )
    next: "_Limited | None" = field(default=None, metadata=member("Next"))
    document: object = field(default=None, metadata=member("Document"))


resolve_types(_Limited, globals())


def _limits_of_other_services() -> Cases:
    deep = _Limited()
    for _ in range(2000):
        deep = _Limited(next=deep)
    for name, request in {
        "fraction that is too small": _Limited(ratio=0.25),
        "equal elements": _Limited(names=("a", "a")),
        "too many elements": _Limited(names=("a", "b", "c")),
        "empty key": _Limited(labels={"": "v"}),
        "empty value": _Limited(labels={"k": ""}),
        "member of a value": _Limited(by_name={"k": _Limited(ratio=0.25)}),
        "too many levels": deep,
    }.items():
        yield name, _outcome(validate(request, "full"))
    given: Any = {"ratio": "0.5"}
    yield "text for a fraction", raised(lambda: _Limited(**given))
    yield "document that is no JSON", _outcome(encode(_Limited(document=float("nan"))))
    naive = _import(valid_to=datetime(2030, 1, 1))  # noqa: DTZ001 - the case
    yield "time without a zone to wire", raised(lambda: kms.to_wire(naive))


def _outcome(found: object) -> BaseException:
    assert isinstance(found, kms.SmawsError), found
    return found
