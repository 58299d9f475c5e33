"""Steps of the tour: encryption, re-encryption and data keys."""

from steps import CONTEXT, MESSAGE, Steps

import smaws_kms as kms


class EncryptionSteps(Steps):
    """Encrypt, decrypt, and generate keys for encryption outside KMS."""

    async def encryption(self) -> None:
        """Encrypt and decrypt with an encryption context."""
        encrypted = await self.client.encrypt(
            key_id=self.key.key_id, plaintext=MESSAGE, encryption_context=CONTEXT
        )
        blob = encrypted.unwrap().ciphertext_blob
        decrypted = await self.client.decrypt(ciphertext_blob=blob, encryption_context=CONTEXT)
        self.narrator.expect(decrypted.unwrap().plaintext == MESSAGE, "the plaintext is the same")
        refused = await self.client.decrypt(
            ciphertext_blob=blob, encryption_context={**CONTEXT, "order": "43"}
        )
        self.narrator.expect(
            isinstance(refused.err, kms.InvalidCiphertextException),
            "another encryption context does not decrypt it",
        )

    async def re_encryption(self) -> None:
        """Re-encrypt under another key; the plaintext does not leave KMS."""
        other = await self.new_encryption_key("Archive")
        encrypted = await self.client.encrypt(key_id=self.key.key_id, plaintext=MESSAGE)
        moved = await self.client.re_encrypt(
            ciphertext_blob=encrypted.unwrap().ciphertext_blob,
            destination_key_id=other.key_id,
            destination_encryption_context=CONTEXT,
        )
        decrypted = await self.client.decrypt(
            ciphertext_blob=moved.unwrap().ciphertext_blob,
            key_id=other.key_id,
            encryption_context=CONTEXT,
        )
        self.narrator.expect(decrypted.unwrap().plaintext == MESSAGE, "the other key decrypts it")

    async def data_keys(self) -> None:
        """Generate data keys for encryption outside KMS."""
        made = await self.client.generate_data_key(
            key_id=self.key.key_id, key_spec=kms.DataKeySpec.AES_256
        )
        data_key = made.unwrap()
        opened = await self.client.decrypt(ciphertext_blob=data_key.ciphertext_blob)
        self.narrator.expect(
            opened.unwrap().plaintext == data_key.plaintext,
            "the encrypted copy decrypts to the data key",
        )
        later = await self.client.generate_data_key_without_plaintext(
            key_id=self.key.key_id, key_spec=kms.DataKeySpec.AES_128
        )
        later.unwrap()
        pair = await self.client.generate_data_key_pair(
            key_id=self.key.key_id, key_pair_spec=kms.DataKeyPairSpec.ECC_NIST_P256
        )
        match pair.outcome:
            case kms.GenerateDataKeyPairResponse(private_key_plaintext=private):
                self.narrator.expect(len(private) > 0, "KMS returns a key pair")
            case kms.UnmodeledServiceError(code="HTTP500"):
                self.narrator.note("moto does not implement GenerateDataKeyPair; KMS does")
            case error:
                raise error
