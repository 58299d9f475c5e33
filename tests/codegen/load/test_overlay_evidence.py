"""moto's server sends every member that the overlay marks as always present, if moto has the operation.

moto is an independent implementation of KMS, though not the authority. The tests read its responses
as they arrive, without any code of this package.
"""

import base64
import json
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
from moto.server import ThreadedMotoServer

from codegen.support.json_values import list_at, object_at, read_json, text_at

pytestmark = pytest.mark.integration

OVERLAY: Final = Path(__file__).parents[3] / "codegen" / "models" / "kms-overlay.json"
ALWAYS_PRESENT: Final = "smaws_kms.traits#alwaysPresent"
PRINCIPAL: Final = "arn:aws:iam::123456789012:role/reader"
TEXT: Final = base64.b64encode(b"text").decode()

Call: TypeAlias = Callable[..., dict[str, Any]]

# moto 5.2.5 fails these with NotImplementedError. Operations whose responses have no marked member,
# such as Decrypt, are not listed.
NOT_IN_MOTO: Final = {
    "CreateCustomKeyStore",
    "Decapsulate",
    "DescribeCustomKeyStores",
    "Encapsulate",
    "GenerateDataKeyPair",
    "GenerateDataKeyPairWithoutPlaintext",
    "GetParametersForImport",
}


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    """Calls an operation of moto's server: name and members in, the response's JSON object out."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        # moto reads region and service from the scope, and does not check the signature.
        "Authorization": "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/kms/aws4_request",
    }

    def send(operation: str, **members: object) -> dict[str, Any]:
        connection = HTTPConnection(host, port)
        target = {"X-Amz-Target": f"TrentService.{operation}"}
        connection.request("POST", "/", json.dumps(members), headers | target)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200:
            pytest.fail(f"{operation} returned status {response.status}: {body[:200]!r}")
        document: dict[str, Any] = json.loads(body)
        return document

    yield send
    server.stop()


def new_key(call: Call, **members: object) -> str:
    """Create a key and return its ID."""
    key_id: str = call("CreateKey", **members)["KeyMetadata"]["KeyId"]
    return key_id


def with_key(operation: str, **members: object) -> Callable[[Call], dict[str, Any]]:
    """Return a function that calls an operation with a new symmetric key."""
    return lambda call: call(operation, KeyId=new_key(call), **members)


def re_encrypt(call: Call) -> dict[str, Any]:
    """Encrypt under a new key, and re-encrypt under another one."""
    blob = call("Encrypt", KeyId=new_key(call), Plaintext=TEXT)["CiphertextBlob"]
    return call("ReEncrypt", CiphertextBlob=blob, DestinationKeyId=new_key(call))


def with_rsa_key(operation: str, **members: object) -> Callable[[Call], dict[str, Any]]:
    """Return a function that calls an operation with a new key pair for signatures."""
    spec = {"KeySpec": "RSA_2048", "KeyUsage": "SIGN_VERIFY"}
    return lambda call: call(operation, KeyId=new_key(call, **spec), **members)


def generate_mac(call: Call) -> dict[str, Any]:
    """Generate a MAC with a new key."""
    key_id = new_key(call, KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
    return call("GenerateMac", KeyId=key_id, Message=TEXT, MacAlgorithm="HMAC_SHA_256")


def replicate_key(call: Call) -> dict[str, Any]:
    """Replicate a new key to another Region."""
    return call("ReplicateKey", KeyId=new_key(call, MultiRegion=True), ReplicaRegion="eu-west-1")


CALLS: Final[dict[str, Callable[[Call], dict[str, Any]]]] = {
    "CreateGrant": with_key("CreateGrant", GranteePrincipal=PRINCIPAL, Operations=["Encrypt"]),
    "CreateKey": lambda call: call("CreateKey"),
    "DescribeKey": with_key("DescribeKey"),
    "Encrypt": with_key("Encrypt", Plaintext=TEXT),
    "GenerateDataKey": with_key("GenerateDataKey", KeySpec="AES_256"),
    "GenerateDataKeyWithoutPlaintext": with_key(
        "GenerateDataKeyWithoutPlaintext", KeySpec="AES_256"
    ),
    "GenerateMac": generate_mac,
    "GetKeyPolicy": with_key("GetKeyPolicy", PolicyName="default"),
    "GetPublicKey": with_rsa_key("GetPublicKey"),
    "ListAliases": with_key("ListAliases"),
    "ListGrants": with_key("ListGrants"),
    "ListKeyPolicies": with_key("ListKeyPolicies"),
    "ListKeyRotations": with_key("ListKeyRotations"),
    "ListKeys": lambda call: call("ListKeys"),
    "ListResourceTags": with_key("ListResourceTags"),
    "ReEncrypt": re_encrypt,
    "ReplicateKey": replicate_key,
    "Sign": with_rsa_key("Sign", Message=TEXT, SigningAlgorithm="RSASSA_PSS_SHA_256"),
}


def always_present() -> dict[str, set[str]]:
    """Return the marked members by the operation of their response."""
    marked: dict[str, set[str]] = {}
    for item in list_at(read_json(OVERLAY)["statements"], "statements"):
        statement = object_at(item, "statement")
        if ALWAYS_PRESENT in object_at(statement["traits"], "traits"):
            shape, _, member = text_at(statement["apply"], "apply").partition("#")[2].partition("$")
            marked.setdefault(shape.removesuffix("Response"), set()).add(member)
    return marked


def test_every_marked_operation_is_called_or_not_in_moto() -> None:
    """Every operation with a marked member is called here, or missing in moto."""
    assert CALLS.keys() | NOT_IN_MOTO == always_present().keys()


@pytest.mark.parametrize("operation", CALLS)
def test_moto_sends_members_that_are_always_present(operation: str, call: Call) -> None:
    """Each marked member is in the response, and is not null."""
    response = CALLS[operation](call)

    assert not [name for name in always_present()[operation] if response.get(name) is None]


def test_moto_sends_the_list_for_retirable_grants_as_well(call: Call) -> None:
    """ListRetirableGrants returns the shape that is named after ListGrants."""
    response = call("ListRetirableGrants", RetiringPrincipal=PRINCIPAL)

    assert isinstance(response["Grants"], list)
