"""Handle a web request: every error of KMS becomes a status and a body."""

from typing import TypedDict

from attrs import frozen

import smaws_kms as kms


class Body(TypedDict, total=False):
    """The JSON body of a response."""

    ciphertext: str
    key: str
    error: str
    request_id: str | None


@frozen
class Response:
    """A status and a body."""

    status: int
    body: Body


async def post_secret(client: kms.AsyncKMSClient, tenant: str, text: str) -> Response:
    """Encrypt the text of a tenant."""
    result = await client.encrypt(
        key_id=f"alias/{tenant}", plaintext=text.encode(), encryption_context={"tenant": tenant}
    )
    match result.outcome:
        case kms.EncryptResponse(ciphertext_blob=blob, key_id=key_id):
            return Response(200, {"ciphertext": blob.hex(), "key": key_id})
        case kms.NotFoundException() as error:
            return Response(404, {"error": "no such tenant", "request_id": error.request_id})
        case kms.RequestValidationError(member=member):
            return Response(422, {"error": f"wrong {member}"})
        case kms.ServiceError(throttling=True) | kms.TransportError():
            return Response(503, {"error": "try again later"})
        case kms.ServiceError() as error:
            return Response(502, {"error": error.code, "request_id": error.request_id})
        case kms.ResponseParseError() | kms.CredentialsError() | kms.ConfigurationError():
            return Response(500, {"error": "encryption is not available"})
