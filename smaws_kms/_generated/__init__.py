# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Every public name of the generated package, loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from smaws_kms._generated.client import AsyncKMSClient as AsyncKMSClient, KMSClient as KMSClient
    from smaws_kms._generated.enums._algorithm_spec import AlgorithmSpec as AlgorithmSpec
    from smaws_kms._generated.enums._connection_error_code_type import (
        ConnectionErrorCodeType as ConnectionErrorCodeType,
    )
    from smaws_kms._generated.enums._connection_state_type import (
        ConnectionStateType as ConnectionStateType,
    )
    from smaws_kms._generated.enums._custom_key_store_type import (
        CustomKeyStoreType as CustomKeyStoreType,
    )
    from smaws_kms._generated.enums._customer_master_key_spec import (
        CustomerMasterKeySpec as CustomerMasterKeySpec,
    )
    from smaws_kms._generated.enums._data_key_pair_spec import DataKeyPairSpec as DataKeyPairSpec
    from smaws_kms._generated.enums._data_key_spec import DataKeySpec as DataKeySpec
    from smaws_kms._generated.enums._dry_run_modifier_type import (
        DryRunModifierType as DryRunModifierType,
    )
    from smaws_kms._generated.enums._encapsulation_algorithm_spec import (
        EncapsulationAlgorithmSpec as EncapsulationAlgorithmSpec,
    )
    from smaws_kms._generated.enums._encryption_algorithm_spec import (
        EncryptionAlgorithmSpec as EncryptionAlgorithmSpec,
    )
    from smaws_kms._generated.enums._expiration_model_type import (
        ExpirationModelType as ExpirationModelType,
    )
    from smaws_kms._generated.enums._grant_operation import GrantOperation as GrantOperation
    from smaws_kms._generated.enums._import_state import ImportState as ImportState
    from smaws_kms._generated.enums._import_type import ImportType as ImportType
    from smaws_kms._generated.enums._include_key_material import (
        IncludeKeyMaterial as IncludeKeyMaterial,
    )
    from smaws_kms._generated.enums._key_agreement_algorithm_spec import (
        KeyAgreementAlgorithmSpec as KeyAgreementAlgorithmSpec,
    )
    from smaws_kms._generated.enums._key_encryption_mechanism import (
        KeyEncryptionMechanism as KeyEncryptionMechanism,
    )
    from smaws_kms._generated.enums._key_last_usage_tracking_operation import (
        KeyLastUsageTrackingOperation as KeyLastUsageTrackingOperation,
    )
    from smaws_kms._generated.enums._key_manager_type import KeyManagerType as KeyManagerType
    from smaws_kms._generated.enums._key_material_state import KeyMaterialState as KeyMaterialState
    from smaws_kms._generated.enums._key_spec import KeySpec as KeySpec
    from smaws_kms._generated.enums._key_state import KeyState as KeyState
    from smaws_kms._generated.enums._key_usage_type import KeyUsageType as KeyUsageType
    from smaws_kms._generated.enums._mac_algorithm_spec import MacAlgorithmSpec as MacAlgorithmSpec
    from smaws_kms._generated.enums._message_type import MessageType as MessageType
    from smaws_kms._generated.enums._multi_region_key_type import (
        MultiRegionKeyType as MultiRegionKeyType,
    )
    from smaws_kms._generated.enums._origin_type import OriginType as OriginType
    from smaws_kms._generated.enums._resource_owner_type import (
        ResourceOwnerType as ResourceOwnerType,
    )
    from smaws_kms._generated.enums._rotation_type import RotationType as RotationType
    from smaws_kms._generated.enums._signing_algorithm_spec import (
        SigningAlgorithmSpec as SigningAlgorithmSpec,
    )
    from smaws_kms._generated.enums._wrapping_key_spec import WrappingKeySpec as WrappingKeySpec
    from smaws_kms._generated.enums._xks_proxy_connectivity_type import (
        XksProxyConnectivityType as XksProxyConnectivityType,
    )
    from smaws_kms._generated.errors import (
        AlreadyExistsException as AlreadyExistsException,
        CloudHsmClusterInUseException as CloudHsmClusterInUseException,
        CloudHsmClusterInvalidConfigurationException as CloudHsmClusterInvalidConfigurationException,
        CloudHsmClusterNotActiveException as CloudHsmClusterNotActiveException,
        CloudHsmClusterNotFoundException as CloudHsmClusterNotFoundException,
        CloudHsmClusterNotRelatedException as CloudHsmClusterNotRelatedException,
        ConflictException as ConflictException,
        CustomKeyStoreHasCMKsException as CustomKeyStoreHasCMKsException,
        CustomKeyStoreInvalidStateException as CustomKeyStoreInvalidStateException,
        CustomKeyStoreNameInUseException as CustomKeyStoreNameInUseException,
        CustomKeyStoreNotFoundException as CustomKeyStoreNotFoundException,
        DependencyTimeoutException as DependencyTimeoutException,
        DisabledException as DisabledException,
        DryRunOperationException as DryRunOperationException,
        ExpiredImportTokenException as ExpiredImportTokenException,
        IncorrectKeyException as IncorrectKeyException,
        IncorrectKeyMaterialException as IncorrectKeyMaterialException,
        IncorrectTrustAnchorException as IncorrectTrustAnchorException,
        InvalidAliasNameException as InvalidAliasNameException,
        InvalidArnException as InvalidArnException,
        InvalidCiphertextException as InvalidCiphertextException,
        InvalidGrantIdException as InvalidGrantIdException,
        InvalidGrantTokenException as InvalidGrantTokenException,
        InvalidImportTokenException as InvalidImportTokenException,
        InvalidKeyUsageException as InvalidKeyUsageException,
        InvalidMarkerException as InvalidMarkerException,
        KeyUnavailableException as KeyUnavailableException,
        KMSInternalException as KMSInternalException,
        KMSInvalidMacException as KMSInvalidMacException,
        KMSInvalidSignatureException as KMSInvalidSignatureException,
        KMSInvalidStateException as KMSInvalidStateException,
        LimitExceededException as LimitExceededException,
        MalformedPolicyDocumentException as MalformedPolicyDocumentException,
        NotFoundException as NotFoundException,
        TagException as TagException,
        UnsupportedOperationException as UnsupportedOperationException,
        XksKeyAlreadyInUseException as XksKeyAlreadyInUseException,
        XksKeyInvalidConfigurationException as XksKeyInvalidConfigurationException,
        XksKeyNotFoundException as XksKeyNotFoundException,
        XksProxyIncorrectAuthenticationCredentialException as XksProxyIncorrectAuthenticationCredentialException,
        XksProxyInvalidConfigurationException as XksProxyInvalidConfigurationException,
        XksProxyInvalidResponseException as XksProxyInvalidResponseException,
        XksProxyUriEndpointInUseException as XksProxyUriEndpointInUseException,
        XksProxyUriInUseException as XksProxyUriInUseException,
        XksProxyUriUnreachableException as XksProxyUriUnreachableException,
        XksProxyVpcEndpointServiceInUseException as XksProxyVpcEndpointServiceInUseException,
        XksProxyVpcEndpointServiceInvalidConfigurationException as XksProxyVpcEndpointServiceInvalidConfigurationException,
        XksProxyVpcEndpointServiceNotFoundException as XksProxyVpcEndpointServiceNotFoundException,
    )
    from smaws_kms._generated.operations._cancel_key_deletion import (
        CancelKeyDeletion as CancelKeyDeletion,
        CancelKeyDeletionError as CancelKeyDeletionError,
        CancelKeyDeletionRequest as CancelKeyDeletionRequest,
        CancelKeyDeletionResponse as CancelKeyDeletionResponse,
    )
    from smaws_kms._generated.operations._connect_custom_key_store import (
        ConnectCustomKeyStore as ConnectCustomKeyStore,
        ConnectCustomKeyStoreError as ConnectCustomKeyStoreError,
        ConnectCustomKeyStoreRequest as ConnectCustomKeyStoreRequest,
        ConnectCustomKeyStoreResponse as ConnectCustomKeyStoreResponse,
    )
    from smaws_kms._generated.operations._create_alias import (
        CreateAlias as CreateAlias,
        CreateAliasError as CreateAliasError,
        CreateAliasRequest as CreateAliasRequest,
    )
    from smaws_kms._generated.operations._create_custom_key_store import (
        CreateCustomKeyStore as CreateCustomKeyStore,
        CreateCustomKeyStoreError as CreateCustomKeyStoreError,
        CreateCustomKeyStoreRequest as CreateCustomKeyStoreRequest,
        CreateCustomKeyStoreResponse as CreateCustomKeyStoreResponse,
    )
    from smaws_kms._generated.operations._create_grant import (
        CreateGrant as CreateGrant,
        CreateGrantError as CreateGrantError,
        CreateGrantRequest as CreateGrantRequest,
        CreateGrantResponse as CreateGrantResponse,
    )
    from smaws_kms._generated.operations._create_key import (
        CreateKey as CreateKey,
        CreateKeyError as CreateKeyError,
        CreateKeyRequest as CreateKeyRequest,
        CreateKeyResponse as CreateKeyResponse,
    )
    from smaws_kms._generated.operations._decapsulate import (
        Decapsulate as Decapsulate,
        DecapsulateError as DecapsulateError,
        DecapsulateRequest as DecapsulateRequest,
        DecapsulateResponse as DecapsulateResponse,
    )
    from smaws_kms._generated.operations._decrypt import (
        Decrypt as Decrypt,
        DecryptError as DecryptError,
        DecryptRequest as DecryptRequest,
        DecryptResponse as DecryptResponse,
    )
    from smaws_kms._generated.operations._delete_alias import (
        DeleteAlias as DeleteAlias,
        DeleteAliasError as DeleteAliasError,
        DeleteAliasRequest as DeleteAliasRequest,
    )
    from smaws_kms._generated.operations._delete_custom_key_store import (
        DeleteCustomKeyStore as DeleteCustomKeyStore,
        DeleteCustomKeyStoreError as DeleteCustomKeyStoreError,
        DeleteCustomKeyStoreRequest as DeleteCustomKeyStoreRequest,
        DeleteCustomKeyStoreResponse as DeleteCustomKeyStoreResponse,
    )
    from smaws_kms._generated.operations._delete_imported_key_material import (
        DeleteImportedKeyMaterial as DeleteImportedKeyMaterial,
        DeleteImportedKeyMaterialError as DeleteImportedKeyMaterialError,
        DeleteImportedKeyMaterialRequest as DeleteImportedKeyMaterialRequest,
        DeleteImportedKeyMaterialResponse as DeleteImportedKeyMaterialResponse,
    )
    from smaws_kms._generated.operations._derive_shared_secret import (
        DeriveSharedSecret as DeriveSharedSecret,
        DeriveSharedSecretError as DeriveSharedSecretError,
        DeriveSharedSecretRequest as DeriveSharedSecretRequest,
        DeriveSharedSecretResponse as DeriveSharedSecretResponse,
    )
    from smaws_kms._generated.operations._describe_custom_key_stores import (
        DescribeCustomKeyStores as DescribeCustomKeyStores,
        DescribeCustomKeyStoresError as DescribeCustomKeyStoresError,
        DescribeCustomKeyStoresRequest as DescribeCustomKeyStoresRequest,
        DescribeCustomKeyStoresResponse as DescribeCustomKeyStoresResponse,
    )
    from smaws_kms._generated.operations._describe_key import (
        DescribeKey as DescribeKey,
        DescribeKeyError as DescribeKeyError,
        DescribeKeyRequest as DescribeKeyRequest,
        DescribeKeyResponse as DescribeKeyResponse,
    )
    from smaws_kms._generated.operations._disable_key import (
        DisableKey as DisableKey,
        DisableKeyError as DisableKeyError,
        DisableKeyRequest as DisableKeyRequest,
    )
    from smaws_kms._generated.operations._disable_key_rotation import (
        DisableKeyRotation as DisableKeyRotation,
        DisableKeyRotationError as DisableKeyRotationError,
        DisableKeyRotationRequest as DisableKeyRotationRequest,
    )
    from smaws_kms._generated.operations._disconnect_custom_key_store import (
        DisconnectCustomKeyStore as DisconnectCustomKeyStore,
        DisconnectCustomKeyStoreError as DisconnectCustomKeyStoreError,
        DisconnectCustomKeyStoreRequest as DisconnectCustomKeyStoreRequest,
        DisconnectCustomKeyStoreResponse as DisconnectCustomKeyStoreResponse,
    )
    from smaws_kms._generated.operations._enable_key import (
        EnableKey as EnableKey,
        EnableKeyError as EnableKeyError,
        EnableKeyRequest as EnableKeyRequest,
    )
    from smaws_kms._generated.operations._enable_key_rotation import (
        EnableKeyRotation as EnableKeyRotation,
        EnableKeyRotationError as EnableKeyRotationError,
        EnableKeyRotationRequest as EnableKeyRotationRequest,
    )
    from smaws_kms._generated.operations._encapsulate import (
        Encapsulate as Encapsulate,
        EncapsulateError as EncapsulateError,
        EncapsulateRequest as EncapsulateRequest,
        EncapsulateResponse as EncapsulateResponse,
    )
    from smaws_kms._generated.operations._encrypt import (
        Encrypt as Encrypt,
        EncryptError as EncryptError,
        EncryptRequest as EncryptRequest,
        EncryptResponse as EncryptResponse,
    )
    from smaws_kms._generated.operations._generate_data_key import (
        GenerateDataKey as GenerateDataKey,
        GenerateDataKeyError as GenerateDataKeyError,
        GenerateDataKeyRequest as GenerateDataKeyRequest,
        GenerateDataKeyResponse as GenerateDataKeyResponse,
    )
    from smaws_kms._generated.operations._generate_data_key_pair import (
        GenerateDataKeyPair as GenerateDataKeyPair,
        GenerateDataKeyPairError as GenerateDataKeyPairError,
        GenerateDataKeyPairRequest as GenerateDataKeyPairRequest,
        GenerateDataKeyPairResponse as GenerateDataKeyPairResponse,
    )
    from smaws_kms._generated.operations._generate_data_key_pair_without_plaintext import (
        GenerateDataKeyPairWithoutPlaintext as GenerateDataKeyPairWithoutPlaintext,
        GenerateDataKeyPairWithoutPlaintextError as GenerateDataKeyPairWithoutPlaintextError,
        GenerateDataKeyPairWithoutPlaintextRequest as GenerateDataKeyPairWithoutPlaintextRequest,
        GenerateDataKeyPairWithoutPlaintextResponse as GenerateDataKeyPairWithoutPlaintextResponse,
    )
    from smaws_kms._generated.operations._generate_data_key_without_plaintext import (
        GenerateDataKeyWithoutPlaintext as GenerateDataKeyWithoutPlaintext,
        GenerateDataKeyWithoutPlaintextError as GenerateDataKeyWithoutPlaintextError,
        GenerateDataKeyWithoutPlaintextRequest as GenerateDataKeyWithoutPlaintextRequest,
        GenerateDataKeyWithoutPlaintextResponse as GenerateDataKeyWithoutPlaintextResponse,
    )
    from smaws_kms._generated.operations._generate_mac import (
        GenerateMac as GenerateMac,
        GenerateMacError as GenerateMacError,
        GenerateMacRequest as GenerateMacRequest,
        GenerateMacResponse as GenerateMacResponse,
    )
    from smaws_kms._generated.operations._generate_random import (
        GenerateRandom as GenerateRandom,
        GenerateRandomError as GenerateRandomError,
        GenerateRandomRequest as GenerateRandomRequest,
        GenerateRandomResponse as GenerateRandomResponse,
    )
    from smaws_kms._generated.operations._get_key_last_usage import (
        GetKeyLastUsage as GetKeyLastUsage,
        GetKeyLastUsageError as GetKeyLastUsageError,
        GetKeyLastUsageRequest as GetKeyLastUsageRequest,
        GetKeyLastUsageResponse as GetKeyLastUsageResponse,
    )
    from smaws_kms._generated.operations._get_key_policy import (
        GetKeyPolicy as GetKeyPolicy,
        GetKeyPolicyError as GetKeyPolicyError,
        GetKeyPolicyRequest as GetKeyPolicyRequest,
        GetKeyPolicyResponse as GetKeyPolicyResponse,
    )
    from smaws_kms._generated.operations._get_key_rotation_status import (
        GetKeyRotationStatus as GetKeyRotationStatus,
        GetKeyRotationStatusError as GetKeyRotationStatusError,
        GetKeyRotationStatusRequest as GetKeyRotationStatusRequest,
        GetKeyRotationStatusResponse as GetKeyRotationStatusResponse,
    )
    from smaws_kms._generated.operations._get_parameters_for_import import (
        GetParametersForImport as GetParametersForImport,
        GetParametersForImportError as GetParametersForImportError,
        GetParametersForImportRequest as GetParametersForImportRequest,
        GetParametersForImportResponse as GetParametersForImportResponse,
    )
    from smaws_kms._generated.operations._get_public_key import (
        GetPublicKey as GetPublicKey,
        GetPublicKeyError as GetPublicKeyError,
        GetPublicKeyRequest as GetPublicKeyRequest,
        GetPublicKeyResponse as GetPublicKeyResponse,
    )
    from smaws_kms._generated.operations._import_key_material import (
        ImportKeyMaterial as ImportKeyMaterial,
        ImportKeyMaterialError as ImportKeyMaterialError,
        ImportKeyMaterialRequest as ImportKeyMaterialRequest,
        ImportKeyMaterialResponse as ImportKeyMaterialResponse,
    )
    from smaws_kms._generated.operations._list_aliases import (
        ListAliases as ListAliases,
        ListAliasesError as ListAliasesError,
        ListAliasesRequest as ListAliasesRequest,
        ListAliasesResponse as ListAliasesResponse,
    )
    from smaws_kms._generated.operations._list_grants import (
        ListGrants as ListGrants,
        ListGrantsError as ListGrantsError,
        ListGrantsRequest as ListGrantsRequest,
    )
    from smaws_kms._generated.operations._list_key_policies import (
        ListKeyPolicies as ListKeyPolicies,
        ListKeyPoliciesError as ListKeyPoliciesError,
        ListKeyPoliciesRequest as ListKeyPoliciesRequest,
        ListKeyPoliciesResponse as ListKeyPoliciesResponse,
    )
    from smaws_kms._generated.operations._list_key_rotations import (
        ListKeyRotations as ListKeyRotations,
        ListKeyRotationsError as ListKeyRotationsError,
        ListKeyRotationsRequest as ListKeyRotationsRequest,
        ListKeyRotationsResponse as ListKeyRotationsResponse,
    )
    from smaws_kms._generated.operations._list_keys import (
        ListKeys as ListKeys,
        ListKeysError as ListKeysError,
        ListKeysRequest as ListKeysRequest,
        ListKeysResponse as ListKeysResponse,
    )
    from smaws_kms._generated.operations._list_resource_tags import (
        ListResourceTags as ListResourceTags,
        ListResourceTagsError as ListResourceTagsError,
        ListResourceTagsRequest as ListResourceTagsRequest,
        ListResourceTagsResponse as ListResourceTagsResponse,
    )
    from smaws_kms._generated.operations._list_retirable_grants import (
        ListRetirableGrants as ListRetirableGrants,
        ListRetirableGrantsError as ListRetirableGrantsError,
        ListRetirableGrantsRequest as ListRetirableGrantsRequest,
    )
    from smaws_kms._generated.operations._put_key_policy import (
        PutKeyPolicy as PutKeyPolicy,
        PutKeyPolicyError as PutKeyPolicyError,
        PutKeyPolicyRequest as PutKeyPolicyRequest,
    )
    from smaws_kms._generated.operations._re_encrypt import (
        ReEncrypt as ReEncrypt,
        ReEncryptError as ReEncryptError,
        ReEncryptRequest as ReEncryptRequest,
        ReEncryptResponse as ReEncryptResponse,
    )
    from smaws_kms._generated.operations._replicate_key import (
        ReplicateKey as ReplicateKey,
        ReplicateKeyError as ReplicateKeyError,
        ReplicateKeyRequest as ReplicateKeyRequest,
        ReplicateKeyResponse as ReplicateKeyResponse,
    )
    from smaws_kms._generated.operations._retire_grant import (
        RetireGrant as RetireGrant,
        RetireGrantError as RetireGrantError,
        RetireGrantRequest as RetireGrantRequest,
    )
    from smaws_kms._generated.operations._revoke_grant import (
        RevokeGrant as RevokeGrant,
        RevokeGrantError as RevokeGrantError,
        RevokeGrantRequest as RevokeGrantRequest,
    )
    from smaws_kms._generated.operations._rotate_key_on_demand import (
        RotateKeyOnDemand as RotateKeyOnDemand,
        RotateKeyOnDemandError as RotateKeyOnDemandError,
        RotateKeyOnDemandRequest as RotateKeyOnDemandRequest,
        RotateKeyOnDemandResponse as RotateKeyOnDemandResponse,
    )
    from smaws_kms._generated.operations._schedule_key_deletion import (
        ScheduleKeyDeletion as ScheduleKeyDeletion,
        ScheduleKeyDeletionError as ScheduleKeyDeletionError,
        ScheduleKeyDeletionRequest as ScheduleKeyDeletionRequest,
        ScheduleKeyDeletionResponse as ScheduleKeyDeletionResponse,
    )
    from smaws_kms._generated.operations._sign import (
        Sign as Sign,
        SignError as SignError,
        SignRequest as SignRequest,
        SignResponse as SignResponse,
    )
    from smaws_kms._generated.operations._tag_resource import (
        TagResource as TagResource,
        TagResourceError as TagResourceError,
        TagResourceRequest as TagResourceRequest,
    )
    from smaws_kms._generated.operations._untag_resource import (
        UntagResource as UntagResource,
        UntagResourceError as UntagResourceError,
        UntagResourceRequest as UntagResourceRequest,
    )
    from smaws_kms._generated.operations._update_alias import (
        UpdateAlias as UpdateAlias,
        UpdateAliasError as UpdateAliasError,
        UpdateAliasRequest as UpdateAliasRequest,
    )
    from smaws_kms._generated.operations._update_custom_key_store import (
        UpdateCustomKeyStore as UpdateCustomKeyStore,
        UpdateCustomKeyStoreError as UpdateCustomKeyStoreError,
        UpdateCustomKeyStoreRequest as UpdateCustomKeyStoreRequest,
        UpdateCustomKeyStoreResponse as UpdateCustomKeyStoreResponse,
    )
    from smaws_kms._generated.operations._update_key_description import (
        UpdateKeyDescription as UpdateKeyDescription,
        UpdateKeyDescriptionError as UpdateKeyDescriptionError,
        UpdateKeyDescriptionRequest as UpdateKeyDescriptionRequest,
    )
    from smaws_kms._generated.operations._update_primary_region import (
        UpdatePrimaryRegion as UpdatePrimaryRegion,
        UpdatePrimaryRegionError as UpdatePrimaryRegionError,
        UpdatePrimaryRegionRequest as UpdatePrimaryRegionRequest,
    )
    from smaws_kms._generated.operations._verify import (
        Verify as Verify,
        VerifyError as VerifyError,
        VerifyRequest as VerifyRequest,
        VerifyResponse as VerifyResponse,
    )
    from smaws_kms._generated.operations._verify_mac import (
        VerifyMac as VerifyMac,
        VerifyMacError as VerifyMacError,
        VerifyMacRequest as VerifyMacRequest,
        VerifyMacResponse as VerifyMacResponse,
    )
    from smaws_kms._generated.structures import (
        AliasListEntry as AliasListEntry,
        CustomKeyStoresListEntry as CustomKeyStoresListEntry,
        GrantConstraints as GrantConstraints,
        GrantListEntry as GrantListEntry,
        KeyLastUsageData as KeyLastUsageData,
        KeyListEntry as KeyListEntry,
        KeyMetadata as KeyMetadata,
        ListGrantsResponse as ListGrantsResponse,
        MultiRegionConfiguration as MultiRegionConfiguration,
        MultiRegionKey as MultiRegionKey,
        RecipientInfo as RecipientInfo,
        RotationsListEntry as RotationsListEntry,
        Tag as Tag,
        XksKeyConfigurationType as XksKeyConfigurationType,
        XksProxyAuthenticationCredentialType as XksProxyAuthenticationCredentialType,
        XksProxyConfigurationType as XksProxyConfigurationType,
    )
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "client": ("AsyncKMSClient", "KMSClient"),
            "enums._algorithm_spec": ("AlgorithmSpec",),
            "enums._connection_error_code_type": ("ConnectionErrorCodeType",),
            "enums._connection_state_type": ("ConnectionStateType",),
            "enums._custom_key_store_type": ("CustomKeyStoreType",),
            "enums._customer_master_key_spec": ("CustomerMasterKeySpec",),
            "enums._data_key_pair_spec": ("DataKeyPairSpec",),
            "enums._data_key_spec": ("DataKeySpec",),
            "enums._dry_run_modifier_type": ("DryRunModifierType",),
            "enums._encapsulation_algorithm_spec": ("EncapsulationAlgorithmSpec",),
            "enums._encryption_algorithm_spec": ("EncryptionAlgorithmSpec",),
            "enums._expiration_model_type": ("ExpirationModelType",),
            "enums._grant_operation": ("GrantOperation",),
            "enums._import_state": ("ImportState",),
            "enums._import_type": ("ImportType",),
            "enums._include_key_material": ("IncludeKeyMaterial",),
            "enums._key_agreement_algorithm_spec": ("KeyAgreementAlgorithmSpec",),
            "enums._key_encryption_mechanism": ("KeyEncryptionMechanism",),
            "enums._key_last_usage_tracking_operation": ("KeyLastUsageTrackingOperation",),
            "enums._key_manager_type": ("KeyManagerType",),
            "enums._key_material_state": ("KeyMaterialState",),
            "enums._key_spec": ("KeySpec",),
            "enums._key_state": ("KeyState",),
            "enums._key_usage_type": ("KeyUsageType",),
            "enums._mac_algorithm_spec": ("MacAlgorithmSpec",),
            "enums._message_type": ("MessageType",),
            "enums._multi_region_key_type": ("MultiRegionKeyType",),
            "enums._origin_type": ("OriginType",),
            "enums._resource_owner_type": ("ResourceOwnerType",),
            "enums._rotation_type": ("RotationType",),
            "enums._signing_algorithm_spec": ("SigningAlgorithmSpec",),
            "enums._wrapping_key_spec": ("WrappingKeySpec",),
            "enums._xks_proxy_connectivity_type": ("XksProxyConnectivityType",),
            "errors": (
                "AlreadyExistsException",
                "CloudHsmClusterInUseException",
                "CloudHsmClusterInvalidConfigurationException",
                "CloudHsmClusterNotActiveException",
                "CloudHsmClusterNotFoundException",
                "CloudHsmClusterNotRelatedException",
                "ConflictException",
                "CustomKeyStoreHasCMKsException",
                "CustomKeyStoreInvalidStateException",
                "CustomKeyStoreNameInUseException",
                "CustomKeyStoreNotFoundException",
                "DependencyTimeoutException",
                "DisabledException",
                "DryRunOperationException",
                "ExpiredImportTokenException",
                "IncorrectKeyException",
                "IncorrectKeyMaterialException",
                "IncorrectTrustAnchorException",
                "InvalidAliasNameException",
                "InvalidArnException",
                "InvalidCiphertextException",
                "InvalidGrantIdException",
                "InvalidGrantTokenException",
                "InvalidImportTokenException",
                "InvalidKeyUsageException",
                "InvalidMarkerException",
                "KMSInternalException",
                "KMSInvalidMacException",
                "KMSInvalidSignatureException",
                "KMSInvalidStateException",
                "KeyUnavailableException",
                "LimitExceededException",
                "MalformedPolicyDocumentException",
                "NotFoundException",
                "TagException",
                "UnsupportedOperationException",
                "XksKeyAlreadyInUseException",
                "XksKeyInvalidConfigurationException",
                "XksKeyNotFoundException",
                "XksProxyIncorrectAuthenticationCredentialException",
                "XksProxyInvalidConfigurationException",
                "XksProxyInvalidResponseException",
                "XksProxyUriEndpointInUseException",
                "XksProxyUriInUseException",
                "XksProxyUriUnreachableException",
                "XksProxyVpcEndpointServiceInUseException",
                "XksProxyVpcEndpointServiceInvalidConfigurationException",
                "XksProxyVpcEndpointServiceNotFoundException",
            ),
            "structures": (
                "AliasListEntry",
                "CustomKeyStoresListEntry",
                "GrantConstraints",
                "GrantListEntry",
                "KeyLastUsageData",
                "KeyListEntry",
                "KeyMetadata",
                "ListGrantsResponse",
                "MultiRegionConfiguration",
                "MultiRegionKey",
                "RecipientInfo",
                "RotationsListEntry",
                "Tag",
                "XksKeyConfigurationType",
                "XksProxyAuthenticationCredentialType",
                "XksProxyConfigurationType",
            ),
            "operations._cancel_key_deletion": (
                "CancelKeyDeletion",
                "CancelKeyDeletionError",
                "CancelKeyDeletionRequest",
                "CancelKeyDeletionResponse",
            ),
            "operations._connect_custom_key_store": (
                "ConnectCustomKeyStore",
                "ConnectCustomKeyStoreError",
                "ConnectCustomKeyStoreRequest",
                "ConnectCustomKeyStoreResponse",
            ),
            "operations._create_alias": ("CreateAlias", "CreateAliasError", "CreateAliasRequest"),
            "operations._create_custom_key_store": (
                "CreateCustomKeyStore",
                "CreateCustomKeyStoreError",
                "CreateCustomKeyStoreRequest",
                "CreateCustomKeyStoreResponse",
            ),
            "operations._create_grant": (
                "CreateGrant",
                "CreateGrantError",
                "CreateGrantRequest",
                "CreateGrantResponse",
            ),
            "operations._create_key": (
                "CreateKey",
                "CreateKeyError",
                "CreateKeyRequest",
                "CreateKeyResponse",
            ),
            "operations._decapsulate": (
                "Decapsulate",
                "DecapsulateError",
                "DecapsulateRequest",
                "DecapsulateResponse",
            ),
            "operations._decrypt": ("Decrypt", "DecryptError", "DecryptRequest", "DecryptResponse"),
            "operations._delete_alias": ("DeleteAlias", "DeleteAliasError", "DeleteAliasRequest"),
            "operations._delete_custom_key_store": (
                "DeleteCustomKeyStore",
                "DeleteCustomKeyStoreError",
                "DeleteCustomKeyStoreRequest",
                "DeleteCustomKeyStoreResponse",
            ),
            "operations._delete_imported_key_material": (
                "DeleteImportedKeyMaterial",
                "DeleteImportedKeyMaterialError",
                "DeleteImportedKeyMaterialRequest",
                "DeleteImportedKeyMaterialResponse",
            ),
            "operations._derive_shared_secret": (
                "DeriveSharedSecret",
                "DeriveSharedSecretError",
                "DeriveSharedSecretRequest",
                "DeriveSharedSecretResponse",
            ),
            "operations._describe_custom_key_stores": (
                "DescribeCustomKeyStores",
                "DescribeCustomKeyStoresError",
                "DescribeCustomKeyStoresRequest",
                "DescribeCustomKeyStoresResponse",
            ),
            "operations._describe_key": (
                "DescribeKey",
                "DescribeKeyError",
                "DescribeKeyRequest",
                "DescribeKeyResponse",
            ),
            "operations._disable_key": ("DisableKey", "DisableKeyError", "DisableKeyRequest"),
            "operations._disable_key_rotation": (
                "DisableKeyRotation",
                "DisableKeyRotationError",
                "DisableKeyRotationRequest",
            ),
            "operations._disconnect_custom_key_store": (
                "DisconnectCustomKeyStore",
                "DisconnectCustomKeyStoreError",
                "DisconnectCustomKeyStoreRequest",
                "DisconnectCustomKeyStoreResponse",
            ),
            "operations._enable_key": ("EnableKey", "EnableKeyError", "EnableKeyRequest"),
            "operations._enable_key_rotation": (
                "EnableKeyRotation",
                "EnableKeyRotationError",
                "EnableKeyRotationRequest",
            ),
            "operations._encapsulate": (
                "Encapsulate",
                "EncapsulateError",
                "EncapsulateRequest",
                "EncapsulateResponse",
            ),
            "operations._encrypt": ("Encrypt", "EncryptError", "EncryptRequest", "EncryptResponse"),
            "operations._generate_data_key": (
                "GenerateDataKey",
                "GenerateDataKeyError",
                "GenerateDataKeyRequest",
                "GenerateDataKeyResponse",
            ),
            "operations._generate_data_key_pair": (
                "GenerateDataKeyPair",
                "GenerateDataKeyPairError",
                "GenerateDataKeyPairRequest",
                "GenerateDataKeyPairResponse",
            ),
            "operations._generate_data_key_pair_without_plaintext": (
                "GenerateDataKeyPairWithoutPlaintext",
                "GenerateDataKeyPairWithoutPlaintextError",
                "GenerateDataKeyPairWithoutPlaintextRequest",
                "GenerateDataKeyPairWithoutPlaintextResponse",
            ),
            "operations._generate_data_key_without_plaintext": (
                "GenerateDataKeyWithoutPlaintext",
                "GenerateDataKeyWithoutPlaintextError",
                "GenerateDataKeyWithoutPlaintextRequest",
                "GenerateDataKeyWithoutPlaintextResponse",
            ),
            "operations._generate_mac": (
                "GenerateMac",
                "GenerateMacError",
                "GenerateMacRequest",
                "GenerateMacResponse",
            ),
            "operations._generate_random": (
                "GenerateRandom",
                "GenerateRandomError",
                "GenerateRandomRequest",
                "GenerateRandomResponse",
            ),
            "operations._get_key_last_usage": (
                "GetKeyLastUsage",
                "GetKeyLastUsageError",
                "GetKeyLastUsageRequest",
                "GetKeyLastUsageResponse",
            ),
            "operations._get_key_policy": (
                "GetKeyPolicy",
                "GetKeyPolicyError",
                "GetKeyPolicyRequest",
                "GetKeyPolicyResponse",
            ),
            "operations._get_key_rotation_status": (
                "GetKeyRotationStatus",
                "GetKeyRotationStatusError",
                "GetKeyRotationStatusRequest",
                "GetKeyRotationStatusResponse",
            ),
            "operations._get_parameters_for_import": (
                "GetParametersForImport",
                "GetParametersForImportError",
                "GetParametersForImportRequest",
                "GetParametersForImportResponse",
            ),
            "operations._get_public_key": (
                "GetPublicKey",
                "GetPublicKeyError",
                "GetPublicKeyRequest",
                "GetPublicKeyResponse",
            ),
            "operations._import_key_material": (
                "ImportKeyMaterial",
                "ImportKeyMaterialError",
                "ImportKeyMaterialRequest",
                "ImportKeyMaterialResponse",
            ),
            "operations._list_aliases": (
                "ListAliases",
                "ListAliasesError",
                "ListAliasesRequest",
                "ListAliasesResponse",
            ),
            "operations._list_grants": ("ListGrants", "ListGrantsError", "ListGrantsRequest"),
            "operations._list_key_policies": (
                "ListKeyPolicies",
                "ListKeyPoliciesError",
                "ListKeyPoliciesRequest",
                "ListKeyPoliciesResponse",
            ),
            "operations._list_key_rotations": (
                "ListKeyRotations",
                "ListKeyRotationsError",
                "ListKeyRotationsRequest",
                "ListKeyRotationsResponse",
            ),
            "operations._list_keys": (
                "ListKeys",
                "ListKeysError",
                "ListKeysRequest",
                "ListKeysResponse",
            ),
            "operations._list_resource_tags": (
                "ListResourceTags",
                "ListResourceTagsError",
                "ListResourceTagsRequest",
                "ListResourceTagsResponse",
            ),
            "operations._list_retirable_grants": (
                "ListRetirableGrants",
                "ListRetirableGrantsError",
                "ListRetirableGrantsRequest",
            ),
            "operations._put_key_policy": (
                "PutKeyPolicy",
                "PutKeyPolicyError",
                "PutKeyPolicyRequest",
            ),
            "operations._re_encrypt": (
                "ReEncrypt",
                "ReEncryptError",
                "ReEncryptRequest",
                "ReEncryptResponse",
            ),
            "operations._replicate_key": (
                "ReplicateKey",
                "ReplicateKeyError",
                "ReplicateKeyRequest",
                "ReplicateKeyResponse",
            ),
            "operations._retire_grant": ("RetireGrant", "RetireGrantError", "RetireGrantRequest"),
            "operations._revoke_grant": ("RevokeGrant", "RevokeGrantError", "RevokeGrantRequest"),
            "operations._rotate_key_on_demand": (
                "RotateKeyOnDemand",
                "RotateKeyOnDemandError",
                "RotateKeyOnDemandRequest",
                "RotateKeyOnDemandResponse",
            ),
            "operations._schedule_key_deletion": (
                "ScheduleKeyDeletion",
                "ScheduleKeyDeletionError",
                "ScheduleKeyDeletionRequest",
                "ScheduleKeyDeletionResponse",
            ),
            "operations._sign": ("Sign", "SignError", "SignRequest", "SignResponse"),
            "operations._tag_resource": ("TagResource", "TagResourceError", "TagResourceRequest"),
            "operations._untag_resource": (
                "UntagResource",
                "UntagResourceError",
                "UntagResourceRequest",
            ),
            "operations._update_alias": ("UpdateAlias", "UpdateAliasError", "UpdateAliasRequest"),
            "operations._update_custom_key_store": (
                "UpdateCustomKeyStore",
                "UpdateCustomKeyStoreError",
                "UpdateCustomKeyStoreRequest",
                "UpdateCustomKeyStoreResponse",
            ),
            "operations._update_key_description": (
                "UpdateKeyDescription",
                "UpdateKeyDescriptionError",
                "UpdateKeyDescriptionRequest",
            ),
            "operations._update_primary_region": (
                "UpdatePrimaryRegion",
                "UpdatePrimaryRegionError",
                "UpdatePrimaryRegionRequest",
            ),
            "operations._verify": ("Verify", "VerifyError", "VerifyRequest", "VerifyResponse"),
            "operations._verify_mac": (
                "VerifyMac",
                "VerifyMacError",
                "VerifyMacRequest",
                "VerifyMacResponse",
            ),
        },
    )


def __import_all__() -> None:
    """Import every module, for packaging tools that only follow import statements."""
    import_module("smaws_kms._generated.client")
    import_module("smaws_kms._generated.enums._algorithm_spec")
    import_module("smaws_kms._generated.enums._connection_error_code_type")
    import_module("smaws_kms._generated.enums._connection_state_type")
    import_module("smaws_kms._generated.enums._custom_key_store_type")
    import_module("smaws_kms._generated.enums._customer_master_key_spec")
    import_module("smaws_kms._generated.enums._data_key_pair_spec")
    import_module("smaws_kms._generated.enums._data_key_spec")
    import_module("smaws_kms._generated.enums._dry_run_modifier_type")
    import_module("smaws_kms._generated.enums._encapsulation_algorithm_spec")
    import_module("smaws_kms._generated.enums._encryption_algorithm_spec")
    import_module("smaws_kms._generated.enums._expiration_model_type")
    import_module("smaws_kms._generated.enums._grant_operation")
    import_module("smaws_kms._generated.enums._import_state")
    import_module("smaws_kms._generated.enums._import_type")
    import_module("smaws_kms._generated.enums._include_key_material")
    import_module("smaws_kms._generated.enums._key_agreement_algorithm_spec")
    import_module("smaws_kms._generated.enums._key_encryption_mechanism")
    import_module("smaws_kms._generated.enums._key_last_usage_tracking_operation")
    import_module("smaws_kms._generated.enums._key_manager_type")
    import_module("smaws_kms._generated.enums._key_material_state")
    import_module("smaws_kms._generated.enums._key_spec")
    import_module("smaws_kms._generated.enums._key_state")
    import_module("smaws_kms._generated.enums._key_usage_type")
    import_module("smaws_kms._generated.enums._mac_algorithm_spec")
    import_module("smaws_kms._generated.enums._message_type")
    import_module("smaws_kms._generated.enums._multi_region_key_type")
    import_module("smaws_kms._generated.enums._origin_type")
    import_module("smaws_kms._generated.enums._resource_owner_type")
    import_module("smaws_kms._generated.enums._rotation_type")
    import_module("smaws_kms._generated.enums._signing_algorithm_spec")
    import_module("smaws_kms._generated.enums._wrapping_key_spec")
    import_module("smaws_kms._generated.enums._xks_proxy_connectivity_type")
    import_module("smaws_kms._generated.errors")
    import_module("smaws_kms._generated.structures")
    import_module("smaws_kms._generated.operations._cancel_key_deletion")
    import_module("smaws_kms._generated.operations._connect_custom_key_store")
    import_module("smaws_kms._generated.operations._create_alias")
    import_module("smaws_kms._generated.operations._create_custom_key_store")
    import_module("smaws_kms._generated.operations._create_grant")
    import_module("smaws_kms._generated.operations._create_key")
    import_module("smaws_kms._generated.operations._decapsulate")
    import_module("smaws_kms._generated.operations._decrypt")
    import_module("smaws_kms._generated.operations._delete_alias")
    import_module("smaws_kms._generated.operations._delete_custom_key_store")
    import_module("smaws_kms._generated.operations._delete_imported_key_material")
    import_module("smaws_kms._generated.operations._derive_shared_secret")
    import_module("smaws_kms._generated.operations._describe_custom_key_stores")
    import_module("smaws_kms._generated.operations._describe_key")
    import_module("smaws_kms._generated.operations._disable_key")
    import_module("smaws_kms._generated.operations._disable_key_rotation")
    import_module("smaws_kms._generated.operations._disconnect_custom_key_store")
    import_module("smaws_kms._generated.operations._enable_key")
    import_module("smaws_kms._generated.operations._enable_key_rotation")
    import_module("smaws_kms._generated.operations._encapsulate")
    import_module("smaws_kms._generated.operations._encrypt")
    import_module("smaws_kms._generated.operations._generate_data_key")
    import_module("smaws_kms._generated.operations._generate_data_key_pair")
    import_module("smaws_kms._generated.operations._generate_data_key_pair_without_plaintext")
    import_module("smaws_kms._generated.operations._generate_data_key_without_plaintext")
    import_module("smaws_kms._generated.operations._generate_mac")
    import_module("smaws_kms._generated.operations._generate_random")
    import_module("smaws_kms._generated.operations._get_key_last_usage")
    import_module("smaws_kms._generated.operations._get_key_policy")
    import_module("smaws_kms._generated.operations._get_key_rotation_status")
    import_module("smaws_kms._generated.operations._get_parameters_for_import")
    import_module("smaws_kms._generated.operations._get_public_key")
    import_module("smaws_kms._generated.operations._import_key_material")
    import_module("smaws_kms._generated.operations._list_aliases")
    import_module("smaws_kms._generated.operations._list_grants")
    import_module("smaws_kms._generated.operations._list_key_policies")
    import_module("smaws_kms._generated.operations._list_key_rotations")
    import_module("smaws_kms._generated.operations._list_keys")
    import_module("smaws_kms._generated.operations._list_resource_tags")
    import_module("smaws_kms._generated.operations._list_retirable_grants")
    import_module("smaws_kms._generated.operations._put_key_policy")
    import_module("smaws_kms._generated.operations._re_encrypt")
    import_module("smaws_kms._generated.operations._replicate_key")
    import_module("smaws_kms._generated.operations._retire_grant")
    import_module("smaws_kms._generated.operations._revoke_grant")
    import_module("smaws_kms._generated.operations._rotate_key_on_demand")
    import_module("smaws_kms._generated.operations._schedule_key_deletion")
    import_module("smaws_kms._generated.operations._sign")
    import_module("smaws_kms._generated.operations._tag_resource")
    import_module("smaws_kms._generated.operations._untag_resource")
    import_module("smaws_kms._generated.operations._update_alias")
    import_module("smaws_kms._generated.operations._update_custom_key_store")
    import_module("smaws_kms._generated.operations._update_key_description")
    import_module("smaws_kms._generated.operations._update_primary_region")
    import_module("smaws_kms._generated.operations._verify")
    import_module("smaws_kms._generated.operations._verify_mac")
