# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enums of AWS Key Management Service, each module loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
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
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "_algorithm_spec": ("AlgorithmSpec",),
            "_connection_error_code_type": ("ConnectionErrorCodeType",),
            "_connection_state_type": ("ConnectionStateType",),
            "_custom_key_store_type": ("CustomKeyStoreType",),
            "_customer_master_key_spec": ("CustomerMasterKeySpec",),
            "_data_key_pair_spec": ("DataKeyPairSpec",),
            "_data_key_spec": ("DataKeySpec",),
            "_dry_run_modifier_type": ("DryRunModifierType",),
            "_encapsulation_algorithm_spec": ("EncapsulationAlgorithmSpec",),
            "_encryption_algorithm_spec": ("EncryptionAlgorithmSpec",),
            "_expiration_model_type": ("ExpirationModelType",),
            "_grant_operation": ("GrantOperation",),
            "_import_state": ("ImportState",),
            "_import_type": ("ImportType",),
            "_include_key_material": ("IncludeKeyMaterial",),
            "_key_agreement_algorithm_spec": ("KeyAgreementAlgorithmSpec",),
            "_key_encryption_mechanism": ("KeyEncryptionMechanism",),
            "_key_last_usage_tracking_operation": ("KeyLastUsageTrackingOperation",),
            "_key_manager_type": ("KeyManagerType",),
            "_key_material_state": ("KeyMaterialState",),
            "_key_spec": ("KeySpec",),
            "_key_state": ("KeyState",),
            "_key_usage_type": ("KeyUsageType",),
            "_mac_algorithm_spec": ("MacAlgorithmSpec",),
            "_message_type": ("MessageType",),
            "_multi_region_key_type": ("MultiRegionKeyType",),
            "_origin_type": ("OriginType",),
            "_resource_owner_type": ("ResourceOwnerType",),
            "_rotation_type": ("RotationType",),
            "_signing_algorithm_spec": ("SigningAlgorithmSpec",),
            "_wrapping_key_spec": ("WrappingKeySpec",),
            "_xks_proxy_connectivity_type": ("XksProxyConnectivityType",),
        },
    )


def __import_all__() -> None:
    """Import every module, for packaging tools that only follow import statements."""
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
