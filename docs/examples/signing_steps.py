"""Steps of the tour: signatures and message authentication codes."""

from steps import MESSAGE, Steps

import smaws_kms as kms


class SigningSteps(Steps):
    """Sign and verify."""

    async def signatures(self) -> None:
        """Sign and verify."""
        key = await self.new_key(
            "Signatures", kms.KeySpec.ECC_NIST_P256, kms.KeyUsageType.SIGN_VERIFY
        )
        algorithm = kms.SigningAlgorithmSpec.ECDSA_SHA_256
        signed = await self.client.sign(
            key_id=key.key_id, message=MESSAGE, signing_algorithm=algorithm
        )
        signature = signed.unwrap().signature
        (await self.client.get_public_key(key_id=key.key_id)).unwrap()
        for message, genuine in ((MESSAGE, True), (MESSAGE + b"!", False)):
            verified = await self.client.verify(
                key_id=key.key_id,
                message=message,
                signature=signature,
                signing_algorithm=algorithm,
            )
            match verified.outcome:
                case kms.VerifyResponse(signature_valid=valid):
                    means = (
                        "the signature is valid"
                        if genuine
                        else "it is not valid for another message"
                    )
                    self.narrator.expect(valid == genuine, means)
                    if not valid:
                        self.narrator.note(
                            "(moto returns False, KMS returns KMSInvalidSignatureException)"
                        )
                case kms.KMSInvalidSignatureException():
                    self.narrator.expect(not genuine, "it is not valid for another message")
                case error:
                    raise error

    async def macs(self) -> None:
        """Generate and verify a message authentication code (MAC)."""
        key = await self.new_key(
            "Codes", kms.KeySpec.HMAC_256, kms.KeyUsageType.GENERATE_VERIFY_MAC
        )
        algorithm = kms.MacAlgorithmSpec.HMAC_SHA_256
        made = await self.client.generate_mac(
            key_id=key.key_id, message=MESSAGE, mac_algorithm=algorithm
        )
        mac = made.unwrap().mac
        verified = await self.client.verify_mac(
            key_id=key.key_id, message=MESSAGE, mac=mac, mac_algorithm=algorithm
        )
        self.narrator.expect(verified.unwrap().mac_valid, "the MAC is valid")
        refused = await self.client.verify_mac(
            key_id=key.key_id, message=MESSAGE, mac=mac[::-1], mac_algorithm=algorithm
        )
        self.narrator.expect(
            isinstance(refused.err, kms.KMSInvalidMacException), "another MAC is not"
        )
