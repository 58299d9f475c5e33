"""Message authentication codes."""

import pytest

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

MESSAGE = b"message"


async def new_mac_key(new_key: NewKey) -> str:
    """Create a key for MACs."""
    return await new_key(
        key_spec=kms.KeySpec.HMAC_256, key_usage=kms.KeyUsageType.GENERATE_VERIFY_MAC
    )


def members(key_id: str, message: bytes = MESSAGE) -> dict[str, object]:
    """Return the members that both operations have."""
    algorithm = kms.MacAlgorithmSpec.HMAC_SHA_256
    return {"key_id": key_id, "message": message, "mac_algorithm": algorithm}


async def test_generate_and_verify(
    call: Call, new_key: NewKey, botocore_call: BotocoreCall
) -> None:
    """A MAC of this client is verified by this client and by botocore."""
    key_id = await new_mac_key(new_key)

    made = (await call(kms.GenerateMac, **members(key_id))).unwrap()

    assert 32 == len(made.mac)
    assert kms.MacAlgorithmSpec.HMAC_SHA_256 is made.mac_algorithm
    assert (await call(kms.VerifyMac, mac=made.mac, **members(key_id))).unwrap().mac_valid
    by_botocore = botocore_call(
        "verify_mac", KeyId=key_id, Message=MESSAGE, Mac=made.mac, MacAlgorithm="HMAC_SHA_256"
    )
    assert by_botocore["MacValid"]


async def test_mac_of_botocore(call: Call, new_key: NewKey, botocore_call: BotocoreCall) -> None:
    """Both clients get the same MAC."""
    key_id = await new_mac_key(new_key)

    made = (await call(kms.GenerateMac, **members(key_id))).unwrap()
    by_botocore = botocore_call(
        "generate_mac", KeyId=key_id, Message=MESSAGE, MacAlgorithm="HMAC_SHA_256"
    )

    assert by_botocore["Mac"] == made.mac


@pytest.mark.parametrize(("message", "spoilt"), [(b"another", 0), (MESSAGE, 1)])
async def test_wrong_mac(message: bytes, spoilt: int, call: Call, new_key: NewKey) -> None:
    """Another message or another MAC is an error instead of a response."""
    key_id = await new_mac_key(new_key)
    mac = (await call(kms.GenerateMac, **members(key_id))).unwrap().mac
    mac = bytes([mac[0] ^ spoilt, *mac[1:]])

    error = (await call(kms.VerifyMac, mac=mac, **members(key_id, message))).err

    assert isinstance(error, kms.KMSInvalidMacException)
    assert "KMSInvalidMacException" == error.code


async def test_key_of_another_kind(call: Call, key_id: str) -> None:
    """A key for encryption cannot generate a MAC."""
    error = (await call(kms.GenerateMac, **members(key_id))).err

    assert isinstance(error, kms.InvalidKeyUsageException)
