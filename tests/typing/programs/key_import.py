"""Import key material from an HSM of one's own."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

import smaws_kms as kms


def import_material(client: kms.KMSClient, key_id: str, material: bytes, until: datetime) -> str:
    """Encrypt the material for KMS and import it; return the key's ARN."""
    parameters = client.get_parameters_for_import(
        key_id=key_id,
        wrapping_algorithm=kms.AlgorithmSpec.RSAES_OAEP_SHA_256,
        wrapping_key_spec=kms.WrappingKeySpec.RSA_4096,
    ).unwrap()
    if parameters.parameters_valid_to > until:
        raise ValueError("the material would expire before the import token")
    wrapping_key = load_der_public_key(parameters.public_key)
    if not isinstance(wrapping_key, RSAPublicKey):
        raise TypeError("KMS wraps with RSA")
    imported = client.import_key_material(
        key_id=parameters.key_id,
        import_token=parameters.import_token,
        encrypted_key_material=wrapping_key.encrypt(material, OAEP(MGF1(SHA256()), SHA256(), None)),
        expiration_model=kms.ExpirationModelType.KEY_MATERIAL_EXPIRES,
        valid_to=until,
    )
    return imported.unwrap().key_id
