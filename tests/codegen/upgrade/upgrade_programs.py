"""Programs that users wrote against a package, as text: they import it as `aws_kms`."""

from typing import Final

_START: Final = """
import json

import httpx

import aws_kms
import smaws_kms as kms
from smaws_kms import Err, Ok


def respond(request: httpx.Request) -> httpx.Response:
    operation = request.headers["X-Amz-Target"].partition(".")[2]
    bodies: dict[str, object] = {
        "Encrypt": {"CiphertextBlob": "AAE=", "KeyId": "1", "EncryptionAlgorithm": "NEW_ONE"},
        "CreateGrant": {"GrantToken": "t", "GrantId": "g"},
        "ListKeys": {"Keys": [{"KeyId": "1", "KeyArn": "a", "NewMember": 3}]},
    }
    if operation in bodies:
        return httpx.Response(200, json=bodies[operation])
    body = {"__type": "NewException" if operation == "Decrypt" else "NotFoundException"}
    return httpx.Response(400, json=body)


def client() -> aws_kms.KMSClient:
    return aws_kms.KMSClient(
        region="eu-west-1",
        credentials=kms.Credentials("AKIDEXAMPLE", "secret"),
        endpoint_url="http://localhost:1",
        http=httpx.MockTransport(respond),
    )
"""

WORKING: Final = {
    "calls": """
with client() as one:
    result = one.encrypt(key_id="1", plaintext=b"x", encryption_context={"a": "b"})
    assert result.unwrap().ciphertext_blob == b"\\x00\\x01"
    assert isinstance(result.unwrap().encryption_algorithm, kms.UnknownValue)
    granted = one.create_grant(
        key_id="1", grantee_principal="p", operations=[aws_kms.GrantOperation.Decrypt]
    )
    assert granted.unwrap().grant_id == "g"
    request = aws_kms.CreateGrantRequest(
        key_id="1", grantee_principal="p", operations=[aws_kms.GrantOperation.Decrypt]
    )
    assert aws_kms.CreateGrant.request_sync(one, request) == granted
    assert json.dumps(kms.to_wire(request), sort_keys=True).startswith('{"GranteePrincipal"')
    assert one.retire_grant(grant_token="t").err is not None
""",
    "matches": """
def words(result: kms.Result[aws_kms.DecryptResponse, aws_kms.DecryptError]) -> str:
    match result:
        case Ok(response):
            return response.key_id or "?"
        case Err(aws_kms.NotFoundException() | aws_kms.DisabledException() as error):
            return error.code
        case Err(kms.ServiceError() as error):
            return f"other {error.code}"
        case Err(error):
            return type(error).__name__


with client() as one:
    assert words(one.decrypt(ciphertext_blob=b"x")) == "other NewException"
""",
    "pages": """
with client() as one:
    found = [item.key_id for item in one.list_keys.items(limit=3)]
    assert found == ["1"]
""",
    "subclass": """
import pickle


class Audited(aws_kms.KMSClient):
    def encrypt_text(self, text: str) -> kms.Result[aws_kms.EncryptResponse, aws_kms.EncryptError]:
        return self.encrypt(key_id="1", plaintext=text.encode())


def known(spec: "aws_kms.KeySpec | kms.UnknownValue") -> str:
    match spec:
        case aws_kms.KeySpec.RSA_2048 | aws_kms.KeySpec.RSA_3072:
            return "rsa"
        case _:
            return str(spec)


assert known(aws_kms.KeySpec.RSA_2048) == "rsa"
key = aws_kms.KeyListEntry(key_id="1", key_arn="a")
assert pickle.loads(pickle.dumps(key)) == key
assert kms.from_wire(aws_kms.KeyListEntry, {"KeyId": "1", "KeyArn": "a"}) == key
with Audited(region="eu-west-1", http=httpx.MockTransport(respond)) as two:
    assert repr(two) == "<Audited region='eu-west-1'>"
""",
}
"""Programs that type-check and run against the older and the newer package."""

EXHAUSTIVE: Final = """
from typing import assert_never


def words(error: "aws_kms.ListAliasesError") -> str:
    match error:
        case (
            aws_kms.DependencyTimeoutException()
            | aws_kms.InvalidArnException()
            | aws_kms.InvalidMarkerException()
            | aws_kms.KMSInternalException()
            | aws_kms.NotFoundException()
        ):
            return error.code
        CASE_OF_ALL
        case (
            kms.UnmodeledServiceError()
            | kms.TransportError()
            | kms.ResponseParseError()
            | kms.CredentialsError()
            | kms.ConfigurationError()
            | kms.RequestValidationError()
        ):
            return type(error).__name__
        case _:
            assert_never(error)
"""


def program(body: str) -> str:
    """Return a complete program."""
    return f"{_START}\n{body}"
