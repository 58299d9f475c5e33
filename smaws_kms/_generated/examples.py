# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Examples of members, for `smaws_kms.testing`."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, Mapping[str, object]]] = {
    "AliasListEntry": {
        "alias_name": "alias/example",
        "alias_arn": "arn:aws:kms:us-east-1:111122223333:{alias_name}",
        "target_key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "creation_date": 1767225600,
        "last_updated_date": 1767225600,
    },
    "CancelKeyDeletionRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "CancelKeyDeletionResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
    },
    "ConnectCustomKeyStoreRequest": {"custom_key_store_id": "cks-1234567890abcdef0"},
    "CreateAliasRequest": {
        "alias_name": "alias/example",
        "target_key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    "CreateCustomKeyStoreRequest": {"custom_key_store_name": "example-store"},
    "CreateCustomKeyStoreResponse": {"custom_key_store_id": "cks-1234567890abcdef0"},
    "CreateGrantRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "grantee_principal": "arn:aws:iam::111122223333:role/example",
        "operations": ["Decrypt"],
    },
    "CreateGrantResponse": {
        "grant_token": "example-grant-token",
        "grant_id": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    },
    "CustomKeyStoresListEntry": {
        "custom_key_store_id": "cks-1234567890abcdef0",
        "custom_key_store_name": "example-store",
        "cloud_hsm_cluster_id": "cluster-example2345",
        "connection_state": "CONNECTED",
        "creation_date": 1767225600,
        "custom_key_store_type": "AWS_CLOUDHSM",
    },
    "DecapsulateRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "shared_secret_ciphertext_blob": "Y2lwaGVydGV4dA==",
    },
    "DecapsulateResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "shared_secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "encapsulation_algorithm": "ML_KEM",
    },
    "DecryptRequest": {"ciphertext_blob": "Y2lwaGVydGV4dA=="},
    "DecryptResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "plaintext": "cGxhaW50ZXh0",
        "encryption_algorithm": "SYMMETRIC_DEFAULT",
    },
    "DeleteAliasRequest": {"alias_name": "alias/example"},
    "DeleteCustomKeyStoreRequest": {"custom_key_store_id": "cks-1234567890abcdef0"},
    "DeleteImportedKeyMaterialRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "DeleteImportedKeyMaterialResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
    },
    "DeriveSharedSecretRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "public_key": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEb+UsN9IVoimTC1By4gEwSvMyPY9cw4B6qMWk7l5sBLv8eJhlwMYYNn4TQLRMUsT6LufXUTPAyUspZXBN8mF8VA==",
    },
    "DeriveSharedSecretResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "shared_secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "key_agreement_algorithm": "ECDH",
        "key_origin": "AWS_KMS",
    },
    "DescribeKeyRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "DisableKeyRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "DisableKeyRotationRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "DisconnectCustomKeyStoreRequest": {"custom_key_store_id": "cks-1234567890abcdef0"},
    "EnableKeyRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "EnableKeyRotationRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "EncapsulateRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "EncapsulateResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "shared_secret": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "shared_secret_ciphertext_blob": "Y2lwaGVydGV4dA==",
        "encapsulation_algorithm": "ML_KEM",
    },
    "EncryptRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "plaintext": "cGxhaW50ZXh0",
    },
    "EncryptResponse": {
        "ciphertext_blob": "Y2lwaGVydGV4dA==",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "encryption_algorithm": "SYMMETRIC_DEFAULT",
    },
    "GenerateDataKeyPairRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_pair_spec": "ECC_NIST_P256",
    },
    "GenerateDataKeyPairResponse": {
        "private_key_ciphertext_blob": "Y2lwaGVydGV4dA==",
        "private_key_plaintext": "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAPRCMZ4W3c6y+K3gdaW1KHsKKFd67Wq6G9HjcNwnReShRANCAARv5Sw30hWiKZMLUHLiATBK8zI9j1zDgHqoxaTuXmwEu/x4mGXAxhg2fhNAtExSxPou59dRM8DJSyllcE3yYXxU",
        "public_key": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEb+UsN9IVoimTC1By4gEwSvMyPY9cw4B6qMWk7l5sBLv8eJhlwMYYNn4TQLRMUsT6LufXUTPAyUspZXBN8mF8VA==",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_pair_spec": "ECC_NIST_P256",
    },
    "GenerateDataKeyPairWithoutPlaintextRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_pair_spec": "ECC_NIST_P256",
    },
    "GenerateDataKeyPairWithoutPlaintextResponse": {
        "private_key_ciphertext_blob": "Y2lwaGVydGV4dA==",
        "public_key": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEb+UsN9IVoimTC1By4gEwSvMyPY9cw4B6qMWk7l5sBLv8eJhlwMYYNn4TQLRMUsT6LufXUTPAyUspZXBN8mF8VA==",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_pair_spec": "ECC_NIST_P256",
    },
    "GenerateDataKeyRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_spec": "AES_256",
    },
    "GenerateDataKeyResponse": {
        "ciphertext_blob": "Y2lwaGVydGV4dA==",
        "plaintext": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    "GenerateDataKeyWithoutPlaintextRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_spec": "AES_256",
    },
    "GenerateDataKeyWithoutPlaintextResponse": {
        "ciphertext_blob": "Y2lwaGVydGV4dA==",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    "GenerateMacRequest": {
        "message": "cGxhaW50ZXh0",
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "mac_algorithm": "HMAC_SHA_256",
    },
    "GenerateMacResponse": {
        "mac": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "mac_algorithm": "HMAC_SHA_256",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    "GenerateRandomRequest": {"number_of_bytes": 32},
    "GenerateRandomResponse": {"plaintext": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="},
    "GetKeyLastUsageRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "GetKeyLastUsageResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_last_usage": {},
        "tracking_start_date": 1767225600,
        "key_creation_date": 1767225600,
    },
    "GetKeyPolicyRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "GetKeyPolicyResponse": {
        "policy": '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}',
        "policy_name": "default",
    },
    "GetKeyRotationStatusRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "GetKeyRotationStatusResponse": {
        "key_rotation_enabled": True,
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "rotation_period_in_days": 365,
        "next_rotation_date": 1798761600,
    },
    "GetParametersForImportRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "wrapping_algorithm": "RSAES_OAEP_SHA_256",
        "wrapping_key_spec": "RSA_2048",
    },
    "GetParametersForImportResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "import_token": "Y2lwaGVydGV4dA==",
        "public_key": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0hRqtHAajR3NVrmHCJVYoS1OGINEpovny4ULRtahGobrEMUuNWVxYRHK5RF5sxNF4MNEOR0/Zr8XYRuDyHLWezMEDrHTpft8g1c+zqnpq9P9lCFD0aSAsxbxt1P6bF/LcqsqKqiKcl51k0MaSHdTV5U+dEXuK4CdYesr8iH3NiLWd6MGRdVGpQEWrzTruX5jkSDK/ysu3zS/dNNVMBjnPHVN+Y+A43f51rHlf/BW0wBmzx73eHKSKnQ84kZtZ347bNHpP8l0ronM0ifwyHzOQZzICTJNFY1hjhEEskOzP18YC3vxgyVluIiYbOtz1vJSScfhTku99MUO8Q0WiFBViQIDAQAB",
        "parameters_valid_to": 1767312000,
    },
    "GetPublicKeyRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "GetPublicKeyResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "public_key": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEb+UsN9IVoimTC1By4gEwSvMyPY9cw4B6qMWk7l5sBLv8eJhlwMYYNn4TQLRMUsT6LufXUTPAyUspZXBN8mF8VA==",
        "customer_master_key_spec": "ECC_NIST_P256",
        "key_spec": "ECC_NIST_P256",
        "key_usage": "SIGN_VERIFY",
        "signing_algorithms": ["ECDSA_SHA_256"],
    },
    "GrantConstraints": {"encryption_context_subset": {"project": "example"}},
    "GrantListEntry": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "grant_id": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "creation_date": 1767225600,
        "grantee_principal": "arn:aws:iam::111122223333:role/example",
        "issuing_account": "arn:aws:iam::111122223333:root",
        "operations": ["Decrypt"],
    },
    "ImportKeyMaterialRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "import_token": "Y2lwaGVydGV4dA==",
        "encrypted_key_material": "Y2lwaGVydGV4dA==",
    },
    "ImportKeyMaterialResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
    },
    "KeyLastUsageData": {"operation": "Decrypt", "timestamp": 1767225600},
    "KeyListEntry": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_arn": "arn:aws:kms:us-east-1:111122223333:key/{key_id}",
    },
    "KeyMetadata": {
        "aws_account_id": "111122223333",
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "arn": "arn:aws:kms:us-east-1:{aws_account_id}:key/{key_id}",
        "creation_date": 1767225600,
        "enabled": True,
        "description": "",
        "key_usage": "ENCRYPT_DECRYPT",
        "key_state": "Enabled",
        "origin": "AWS_KMS",
        "key_manager": "CUSTOMER",
        "customer_master_key_spec": "SYMMETRIC_DEFAULT",
        "key_spec": "SYMMETRIC_DEFAULT",
        "encryption_algorithms": ["SYMMETRIC_DEFAULT"],
        "multi_region": False,
    },
    "ListGrantsRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "ListKeyPoliciesRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "ListKeyPoliciesResponse": {"policy_names": ["default"]},
    "ListKeyRotationsRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "ListResourceTagsRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "MultiRegionConfiguration": {
        "multi_region_key_type": "PRIMARY",
        "primary_key": {},
        "replica_keys": [{"Region": "eu-west-1"}],
    },
    "MultiRegionKey": {
        "arn": "arn:aws:kms:{region}:111122223333:key/mrk-0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "region": "us-east-1",
    },
    "PutKeyPolicyRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "policy": '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}',
    },
    "ReEncryptRequest": {
        "ciphertext_blob": "Y2lwaGVydGV4dA==",
        "destination_key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    "ReEncryptResponse": {
        "ciphertext_blob": "Y2lwaGVydGV4dA==",
        "source_key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "source_encryption_algorithm": "SYMMETRIC_DEFAULT",
        "destination_encryption_algorithm": "SYMMETRIC_DEFAULT",
    },
    "RecipientInfo": {
        "key_encryption_algorithm": "RSAES_OAEP_SHA_256",
        "attestation_document": "YXR0ZXN0YXRpb24gZG9jdW1lbnQ=",
    },
    "ReplicateKeyRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "replica_region": "us-east-1",
    },
    "ReplicateKeyResponse": {
        "replica_policy": '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}'
    },
    "RevokeGrantRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "grant_id": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    },
    "RotateKeyOnDemandRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "RotateKeyOnDemandResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
    },
    "RotationsListEntry": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "rotation_date": 1767225600,
        "rotation_type": "AUTOMATIC",
    },
    "ScheduleKeyDeletionRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "ScheduleKeyDeletionResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "deletion_date": 1769817600,
        "key_state": "PendingDeletion",
        "pending_window_in_days": 30,
    },
    "SignRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "message": "ZXhhbXBsZQ==",
        "signing_algorithm": "ECDSA_SHA_256",
    },
    "SignResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "signature": "MEYCIQCZq/YCgaAi2Ygm71kHQPMOibka6xmnNWBDtA6DIeIJLwIhALLByF8O1HJ2wOJB8QNuBZV1WZ8FFI+oh8rOEMNSdJtU",
        "signing_algorithm": "ECDSA_SHA_256",
    },
    "Tag": {"tag_key": "project", "tag_value": "example"},
    "TagResourceRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "UntagResourceRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "tag_keys": ["project"],
    },
    "UpdateAliasRequest": {
        "alias_name": "alias/example",
        "target_key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    },
    "UpdateCustomKeyStoreRequest": {"custom_key_store_id": "cks-1234567890abcdef0"},
    "UpdateKeyDescriptionRequest": {"key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"},
    "UpdatePrimaryRegionRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "primary_region": "us-east-1",
    },
    "VerifyMacRequest": {
        "message": "cGxhaW50ZXh0",
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "mac_algorithm": "HMAC_SHA_256",
        "mac": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    },
    "VerifyMacResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "mac_valid": True,
        "mac_algorithm": "HMAC_SHA_256",
    },
    "VerifyRequest": {
        "key_id": "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "message": "ZXhhbXBsZQ==",
        "signature": "MEYCIQCZq/YCgaAi2Ygm71kHQPMOibka6xmnNWBDtA6DIeIJLwIhALLByF8O1HJ2wOJB8QNuBZV1WZ8FFI+oh8rOEMNSdJtU",
        "signing_algorithm": "ECDSA_SHA_256",
    },
    "VerifyResponse": {
        "key_id": "arn:aws:kms:us-east-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "signature_valid": True,
        "signing_algorithm": "ECDSA_SHA_256",
    },
    "XksProxyConfigurationType": {"uri_path": "/example/kms/xks/v1"},
}
"""Values of members as JSON has them, by the names of class and member."""
