"""moto's raw responses to the operations that it implements, without any code of ours in between."""

import base64
import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any, Final, TypeAlias

from moto.server import ThreadedMotoServer

PRINCIPAL: Final = "arn:aws:iam::123456789012:role/reader"
TEXT: Final = base64.b64encode(b"text").decode()

Call: TypeAlias = Callable[..., dict[str, Any]]


@contextmanager
def serving() -> Generator[Call, None, None]:
    """Start moto's server. Yield a function: operation and members in, the response's JSON out."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        # moto reads region and service from the scope and leaves the signature alone.
        "Authorization": "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/kms/aws4_request",
    }

    def send(operation: str, **members: object) -> dict[str, Any]:
        connection = HTTPConnection(host, port)
        target = {"X-Amz-Target": f"TrentService.{operation}"}
        connection.request("POST", "/", json.dumps(members), headers | target)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        assert 200 == response.status, f"{operation}: {body[:200]!r}"
        document: dict[str, Any] = json.loads(body)
        return document

    try:
        yield send
    finally:
        server.stop()


def new_key(call: Call, **members: object) -> str:
    """Create a key, and return its id."""
    key_id: str = call("CreateKey", **members)["KeyMetadata"]["KeyId"]
    return key_id


def with_key(operation: str, **members: object) -> Callable[[Call], dict[str, Any]]:
    """Return a call about a new symmetric key."""
    return lambda call: call(operation, KeyId=new_key(call), **members)


def re_encrypt(call: Call) -> dict[str, Any]:
    """Encrypt under a key, then under another one."""
    blob = call("Encrypt", KeyId=new_key(call), Plaintext=TEXT)["CiphertextBlob"]
    return call("ReEncrypt", CiphertextBlob=blob, DestinationKeyId=new_key(call))


def with_rsa_key(operation: str, **members: object) -> Callable[[Call], dict[str, Any]]:
    """Return a call about a new key for signatures."""
    spec = {"KeySpec": "RSA_2048", "KeyUsage": "SIGN_VERIFY"}
    return lambda call: call(operation, KeyId=new_key(call, **spec), **members)


def generate_mac(call: Call) -> dict[str, Any]:
    """Generate a MAC."""
    key_id = new_key(call, KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
    return call("GenerateMac", KeyId=key_id, Message=TEXT, MacAlgorithm="HMAC_SHA_256")


def verify_mac(call: Call) -> dict[str, Any]:
    """Generate a MAC, and verify it."""
    made = generate_mac(call)
    members = {"KeyId": made["KeyId"], "Message": TEXT, "MacAlgorithm": "HMAC_SHA_256"}
    return call("VerifyMac", Mac=made["Mac"], **members)


def verify(call: Call) -> dict[str, Any]:
    """Sign, and verify the signature."""
    key_id = new_key(call, KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")
    members = {"KeyId": key_id, "Message": TEXT, "SigningAlgorithm": "RSASSA_PSS_SHA_256"}
    return call("Verify", Signature=call("Sign", **members)["Signature"], **members)


def decrypt(call: Call) -> dict[str, Any]:
    """Encrypt, and decrypt the result."""
    blob = call("Encrypt", KeyId=new_key(call), Plaintext=TEXT)["CiphertextBlob"]
    return call("Decrypt", CiphertextBlob=blob)


def list_aliases(call: Call) -> dict[str, Any]:
    """List the alias of a new key, and those that every account has."""
    call("CreateAlias", AliasName=f"alias/{len(TEXT)}", TargetKeyId=new_key(call))
    return call("ListAliases")


def list_grants(call: Call) -> dict[str, Any]:
    """List the grant of a new key."""
    key_id = new_key(call)
    call("CreateGrant", KeyId=key_id, GranteePrincipal=PRINCIPAL, Operations=["Encrypt"])
    return call("ListGrants", KeyId=key_id)


def list_retirable_grants(call: Call) -> dict[str, Any]:
    """List the grants that a principal may retire."""
    members = {"GranteePrincipal": PRINCIPAL, "RetiringPrincipal": PRINCIPAL}
    call("CreateGrant", KeyId=new_key(call), Operations=["Encrypt"], **members)
    return call("ListRetirableGrants", RetiringPrincipal=PRINCIPAL)


def list_key_rotations(call: Call) -> dict[str, Any]:
    """List the rotation of a new key."""
    key_id = new_key(call)
    call("RotateKeyOnDemand", KeyId=key_id)
    return call("ListKeyRotations", KeyId=key_id)


def list_keys(call: Call) -> dict[str, Any]:
    """List a new key."""
    new_key(call)
    return call("ListKeys")


def cancel_key_deletion(call: Call) -> dict[str, Any]:
    """Schedule the deletion of a new key, and cancel it."""
    key_id = new_key(call)
    call("ScheduleKeyDeletion", KeyId=key_id)
    return call("CancelKeyDeletion", KeyId=key_id)


def replicate_key(call: Call) -> dict[str, Any]:
    """Create a replica in another Region."""
    return call("ReplicateKey", KeyId=new_key(call, MultiRegion=True), ReplicaRegion="eu-west-1")


CALLS: Final[dict[str, Callable[[Call], dict[str, Any]]]] = {
    "CancelKeyDeletion": cancel_key_deletion,
    "CreateGrant": with_key("CreateGrant", GranteePrincipal=PRINCIPAL, Operations=["Encrypt"]),
    "CreateKey": lambda call: call("CreateKey"),
    "Decrypt": decrypt,
    "DescribeKey": with_key("DescribeKey"),
    "Encrypt": with_key("Encrypt", Plaintext=TEXT),
    "GenerateDataKey": with_key("GenerateDataKey", KeySpec="AES_256"),
    "GenerateDataKeyWithoutPlaintext": with_key(
        "GenerateDataKeyWithoutPlaintext", KeySpec="AES_256"
    ),
    "GenerateMac": generate_mac,
    "GenerateRandom": lambda call: call("GenerateRandom", NumberOfBytes=4),
    "GetKeyPolicy": with_key("GetKeyPolicy", PolicyName="default"),
    "GetPublicKey": with_rsa_key("GetPublicKey"),
    "ListAliases": list_aliases,
    "ListGrants": list_grants,
    "ListKeyPolicies": with_key("ListKeyPolicies"),
    "ListKeyRotations": list_key_rotations,
    "ListKeys": list_keys,
    "ListResourceTags": with_key("ListResourceTags"),
    "ListRetirableGrants": list_retirable_grants,
    "ReEncrypt": re_encrypt,
    "ReplicateKey": replicate_key,
    "RotateKeyOnDemand": with_key("RotateKeyOnDemand"),
    "ScheduleKeyDeletion": with_key("ScheduleKeyDeletion"),
    "Sign": with_rsa_key("Sign", Message=TEXT, SigningAlgorithm="RSASSA_PSS_SHA_256"),
    "Verify": verify,
    "VerifyMac": verify_mac,
}
