"""Exchange a key that a quantum computer cannot recover, with ML-KEM."""

from attrs import frozen

import smaws_kms as kms

ALGORITHM = kms.EncapsulationAlgorithmSpec.ML_KEM


@frozen
class Offer:
    """What travels to the owner of the private key."""

    key_id: str
    algorithm: str
    ciphertext: bytes


async def offer(client: kms.AsyncKMSClient, key_id: str) -> tuple[Offer, bytes]:
    """Return an offer for the peer, and the secret that both will share."""
    made = (await client.encapsulate(key_id=key_id, encapsulation_algorithm=ALGORITHM)).unwrap()
    sent = Offer(made.key_id, made.encapsulation_algorithm, made.shared_secret_ciphertext_blob)
    return sent, made.shared_secret


async def accept(client: kms.AsyncKMSClient, offered: Offer) -> bytes:
    """Return the secret of an offer."""
    result = await client.decapsulate(
        key_id=offered.key_id,
        encapsulation_algorithm=ALGORITHM,
        shared_secret_ciphertext_blob=offered.ciphertext,
    )
    return result.unwrap().shared_secret
