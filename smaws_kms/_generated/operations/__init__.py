# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The operations as functions, each module loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from smaws_kms._generated.operations._cancel_key_deletion import (
        cancel_key_deletion as cancel_key_deletion,
        cancel_key_deletion_sync as cancel_key_deletion_sync,
    )
    from smaws_kms._generated.operations._connect_custom_key_store import (
        connect_custom_key_store as connect_custom_key_store,
        connect_custom_key_store_sync as connect_custom_key_store_sync,
    )
    from smaws_kms._generated.operations._create_alias import (
        create_alias as create_alias,
        create_alias_sync as create_alias_sync,
    )
    from smaws_kms._generated.operations._create_custom_key_store import (
        create_custom_key_store as create_custom_key_store,
        create_custom_key_store_sync as create_custom_key_store_sync,
    )
    from smaws_kms._generated.operations._create_grant import (
        create_grant as create_grant,
        create_grant_sync as create_grant_sync,
    )
    from smaws_kms._generated.operations._create_key import (
        create_key as create_key,
        create_key_sync as create_key_sync,
    )
    from smaws_kms._generated.operations._decapsulate import (
        decapsulate as decapsulate,
        decapsulate_sync as decapsulate_sync,
    )
    from smaws_kms._generated.operations._decrypt import (
        decrypt as decrypt,
        decrypt_sync as decrypt_sync,
    )
    from smaws_kms._generated.operations._delete_alias import (
        delete_alias as delete_alias,
        delete_alias_sync as delete_alias_sync,
    )
    from smaws_kms._generated.operations._delete_custom_key_store import (
        delete_custom_key_store as delete_custom_key_store,
        delete_custom_key_store_sync as delete_custom_key_store_sync,
    )
    from smaws_kms._generated.operations._delete_imported_key_material import (
        delete_imported_key_material as delete_imported_key_material,
        delete_imported_key_material_sync as delete_imported_key_material_sync,
    )
    from smaws_kms._generated.operations._derive_shared_secret import (
        derive_shared_secret as derive_shared_secret,
        derive_shared_secret_sync as derive_shared_secret_sync,
    )
    from smaws_kms._generated.operations._describe_custom_key_stores import (
        DescribeCustomKeyStoresPages as DescribeCustomKeyStoresPages,
        DescribeCustomKeyStoresPagesSync as DescribeCustomKeyStoresPagesSync,
        describe_custom_key_stores as describe_custom_key_stores,
        describe_custom_key_stores_sync as describe_custom_key_stores_sync,
    )
    from smaws_kms._generated.operations._describe_key import (
        describe_key as describe_key,
        describe_key_sync as describe_key_sync,
    )
    from smaws_kms._generated.operations._disable_key import (
        disable_key as disable_key,
        disable_key_sync as disable_key_sync,
    )
    from smaws_kms._generated.operations._disable_key_rotation import (
        disable_key_rotation as disable_key_rotation,
        disable_key_rotation_sync as disable_key_rotation_sync,
    )
    from smaws_kms._generated.operations._disconnect_custom_key_store import (
        disconnect_custom_key_store as disconnect_custom_key_store,
        disconnect_custom_key_store_sync as disconnect_custom_key_store_sync,
    )
    from smaws_kms._generated.operations._enable_key import (
        enable_key as enable_key,
        enable_key_sync as enable_key_sync,
    )
    from smaws_kms._generated.operations._enable_key_rotation import (
        enable_key_rotation as enable_key_rotation,
        enable_key_rotation_sync as enable_key_rotation_sync,
    )
    from smaws_kms._generated.operations._encapsulate import (
        encapsulate as encapsulate,
        encapsulate_sync as encapsulate_sync,
    )
    from smaws_kms._generated.operations._encrypt import (
        encrypt as encrypt,
        encrypt_sync as encrypt_sync,
    )
    from smaws_kms._generated.operations._generate_data_key import (
        generate_data_key as generate_data_key,
        generate_data_key_sync as generate_data_key_sync,
    )
    from smaws_kms._generated.operations._generate_data_key_pair import (
        generate_data_key_pair as generate_data_key_pair,
        generate_data_key_pair_sync as generate_data_key_pair_sync,
    )
    from smaws_kms._generated.operations._generate_data_key_pair_without_plaintext import (
        generate_data_key_pair_without_plaintext as generate_data_key_pair_without_plaintext,
        generate_data_key_pair_without_plaintext_sync as generate_data_key_pair_without_plaintext_sync,
    )
    from smaws_kms._generated.operations._generate_data_key_without_plaintext import (
        generate_data_key_without_plaintext as generate_data_key_without_plaintext,
        generate_data_key_without_plaintext_sync as generate_data_key_without_plaintext_sync,
    )
    from smaws_kms._generated.operations._generate_mac import (
        generate_mac as generate_mac,
        generate_mac_sync as generate_mac_sync,
    )
    from smaws_kms._generated.operations._generate_random import (
        generate_random as generate_random,
        generate_random_sync as generate_random_sync,
    )
    from smaws_kms._generated.operations._get_key_last_usage import (
        get_key_last_usage as get_key_last_usage,
        get_key_last_usage_sync as get_key_last_usage_sync,
    )
    from smaws_kms._generated.operations._get_key_policy import (
        get_key_policy as get_key_policy,
        get_key_policy_sync as get_key_policy_sync,
    )
    from smaws_kms._generated.operations._get_key_rotation_status import (
        get_key_rotation_status as get_key_rotation_status,
        get_key_rotation_status_sync as get_key_rotation_status_sync,
    )
    from smaws_kms._generated.operations._get_parameters_for_import import (
        get_parameters_for_import as get_parameters_for_import,
        get_parameters_for_import_sync as get_parameters_for_import_sync,
    )
    from smaws_kms._generated.operations._get_public_key import (
        get_public_key as get_public_key,
        get_public_key_sync as get_public_key_sync,
    )
    from smaws_kms._generated.operations._import_key_material import (
        import_key_material as import_key_material,
        import_key_material_sync as import_key_material_sync,
    )
    from smaws_kms._generated.operations._list_aliases import (
        ListAliasesPages as ListAliasesPages,
        ListAliasesPagesSync as ListAliasesPagesSync,
        list_aliases as list_aliases,
        list_aliases_sync as list_aliases_sync,
    )
    from smaws_kms._generated.operations._list_grants import (
        ListGrantsPages as ListGrantsPages,
        ListGrantsPagesSync as ListGrantsPagesSync,
        list_grants as list_grants,
        list_grants_sync as list_grants_sync,
    )
    from smaws_kms._generated.operations._list_key_policies import (
        ListKeyPoliciesPages as ListKeyPoliciesPages,
        ListKeyPoliciesPagesSync as ListKeyPoliciesPagesSync,
        list_key_policies as list_key_policies,
        list_key_policies_sync as list_key_policies_sync,
    )
    from smaws_kms._generated.operations._list_key_rotations import (
        ListKeyRotationsPages as ListKeyRotationsPages,
        ListKeyRotationsPagesSync as ListKeyRotationsPagesSync,
        list_key_rotations as list_key_rotations,
        list_key_rotations_sync as list_key_rotations_sync,
    )
    from smaws_kms._generated.operations._list_keys import (
        ListKeysPages as ListKeysPages,
        ListKeysPagesSync as ListKeysPagesSync,
        list_keys as list_keys,
        list_keys_sync as list_keys_sync,
    )
    from smaws_kms._generated.operations._list_resource_tags import (
        ListResourceTagsPages as ListResourceTagsPages,
        ListResourceTagsPagesSync as ListResourceTagsPagesSync,
        list_resource_tags as list_resource_tags,
        list_resource_tags_sync as list_resource_tags_sync,
    )
    from smaws_kms._generated.operations._list_retirable_grants import (
        ListRetirableGrantsPages as ListRetirableGrantsPages,
        ListRetirableGrantsPagesSync as ListRetirableGrantsPagesSync,
        list_retirable_grants as list_retirable_grants,
        list_retirable_grants_sync as list_retirable_grants_sync,
    )
    from smaws_kms._generated.operations._put_key_policy import (
        put_key_policy as put_key_policy,
        put_key_policy_sync as put_key_policy_sync,
    )
    from smaws_kms._generated.operations._re_encrypt import (
        re_encrypt as re_encrypt,
        re_encrypt_sync as re_encrypt_sync,
    )
    from smaws_kms._generated.operations._replicate_key import (
        replicate_key as replicate_key,
        replicate_key_sync as replicate_key_sync,
    )
    from smaws_kms._generated.operations._retire_grant import (
        retire_grant as retire_grant,
        retire_grant_sync as retire_grant_sync,
    )
    from smaws_kms._generated.operations._revoke_grant import (
        revoke_grant as revoke_grant,
        revoke_grant_sync as revoke_grant_sync,
    )
    from smaws_kms._generated.operations._rotate_key_on_demand import (
        rotate_key_on_demand as rotate_key_on_demand,
        rotate_key_on_demand_sync as rotate_key_on_demand_sync,
    )
    from smaws_kms._generated.operations._schedule_key_deletion import (
        schedule_key_deletion as schedule_key_deletion,
        schedule_key_deletion_sync as schedule_key_deletion_sync,
    )
    from smaws_kms._generated.operations._sign import sign as sign, sign_sync as sign_sync
    from smaws_kms._generated.operations._tag_resource import (
        tag_resource as tag_resource,
        tag_resource_sync as tag_resource_sync,
    )
    from smaws_kms._generated.operations._untag_resource import (
        untag_resource as untag_resource,
        untag_resource_sync as untag_resource_sync,
    )
    from smaws_kms._generated.operations._update_alias import (
        update_alias as update_alias,
        update_alias_sync as update_alias_sync,
    )
    from smaws_kms._generated.operations._update_custom_key_store import (
        update_custom_key_store as update_custom_key_store,
        update_custom_key_store_sync as update_custom_key_store_sync,
    )
    from smaws_kms._generated.operations._update_key_description import (
        update_key_description as update_key_description,
        update_key_description_sync as update_key_description_sync,
    )
    from smaws_kms._generated.operations._update_primary_region import (
        update_primary_region as update_primary_region,
        update_primary_region_sync as update_primary_region_sync,
    )
    from smaws_kms._generated.operations._verify import verify as verify, verify_sync as verify_sync
    from smaws_kms._generated.operations._verify_mac import (
        verify_mac as verify_mac,
        verify_mac_sync as verify_mac_sync,
    )
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "_cancel_key_deletion": ("cancel_key_deletion", "cancel_key_deletion_sync"),
            "_connect_custom_key_store": (
                "connect_custom_key_store",
                "connect_custom_key_store_sync",
            ),
            "_create_alias": ("create_alias", "create_alias_sync"),
            "_create_custom_key_store": ("create_custom_key_store", "create_custom_key_store_sync"),
            "_create_grant": ("create_grant", "create_grant_sync"),
            "_create_key": ("create_key", "create_key_sync"),
            "_decapsulate": ("decapsulate", "decapsulate_sync"),
            "_decrypt": ("decrypt", "decrypt_sync"),
            "_delete_alias": ("delete_alias", "delete_alias_sync"),
            "_delete_custom_key_store": ("delete_custom_key_store", "delete_custom_key_store_sync"),
            "_delete_imported_key_material": (
                "delete_imported_key_material",
                "delete_imported_key_material_sync",
            ),
            "_derive_shared_secret": ("derive_shared_secret", "derive_shared_secret_sync"),
            "_describe_custom_key_stores": (
                "DescribeCustomKeyStoresPages",
                "DescribeCustomKeyStoresPagesSync",
                "describe_custom_key_stores",
                "describe_custom_key_stores_sync",
            ),
            "_describe_key": ("describe_key", "describe_key_sync"),
            "_disable_key": ("disable_key", "disable_key_sync"),
            "_disable_key_rotation": ("disable_key_rotation", "disable_key_rotation_sync"),
            "_disconnect_custom_key_store": (
                "disconnect_custom_key_store",
                "disconnect_custom_key_store_sync",
            ),
            "_enable_key": ("enable_key", "enable_key_sync"),
            "_enable_key_rotation": ("enable_key_rotation", "enable_key_rotation_sync"),
            "_encapsulate": ("encapsulate", "encapsulate_sync"),
            "_encrypt": ("encrypt", "encrypt_sync"),
            "_generate_data_key": ("generate_data_key", "generate_data_key_sync"),
            "_generate_data_key_pair": ("generate_data_key_pair", "generate_data_key_pair_sync"),
            "_generate_data_key_pair_without_plaintext": (
                "generate_data_key_pair_without_plaintext",
                "generate_data_key_pair_without_plaintext_sync",
            ),
            "_generate_data_key_without_plaintext": (
                "generate_data_key_without_plaintext",
                "generate_data_key_without_plaintext_sync",
            ),
            "_generate_mac": ("generate_mac", "generate_mac_sync"),
            "_generate_random": ("generate_random", "generate_random_sync"),
            "_get_key_last_usage": ("get_key_last_usage", "get_key_last_usage_sync"),
            "_get_key_policy": ("get_key_policy", "get_key_policy_sync"),
            "_get_key_rotation_status": ("get_key_rotation_status", "get_key_rotation_status_sync"),
            "_get_parameters_for_import": (
                "get_parameters_for_import",
                "get_parameters_for_import_sync",
            ),
            "_get_public_key": ("get_public_key", "get_public_key_sync"),
            "_import_key_material": ("import_key_material", "import_key_material_sync"),
            "_list_aliases": (
                "ListAliasesPages",
                "ListAliasesPagesSync",
                "list_aliases",
                "list_aliases_sync",
            ),
            "_list_grants": (
                "ListGrantsPages",
                "ListGrantsPagesSync",
                "list_grants",
                "list_grants_sync",
            ),
            "_list_key_policies": (
                "ListKeyPoliciesPages",
                "ListKeyPoliciesPagesSync",
                "list_key_policies",
                "list_key_policies_sync",
            ),
            "_list_key_rotations": (
                "ListKeyRotationsPages",
                "ListKeyRotationsPagesSync",
                "list_key_rotations",
                "list_key_rotations_sync",
            ),
            "_list_keys": ("ListKeysPages", "ListKeysPagesSync", "list_keys", "list_keys_sync"),
            "_list_resource_tags": (
                "ListResourceTagsPages",
                "ListResourceTagsPagesSync",
                "list_resource_tags",
                "list_resource_tags_sync",
            ),
            "_list_retirable_grants": (
                "ListRetirableGrantsPages",
                "ListRetirableGrantsPagesSync",
                "list_retirable_grants",
                "list_retirable_grants_sync",
            ),
            "_put_key_policy": ("put_key_policy", "put_key_policy_sync"),
            "_re_encrypt": ("re_encrypt", "re_encrypt_sync"),
            "_replicate_key": ("replicate_key", "replicate_key_sync"),
            "_retire_grant": ("retire_grant", "retire_grant_sync"),
            "_revoke_grant": ("revoke_grant", "revoke_grant_sync"),
            "_rotate_key_on_demand": ("rotate_key_on_demand", "rotate_key_on_demand_sync"),
            "_schedule_key_deletion": ("schedule_key_deletion", "schedule_key_deletion_sync"),
            "_sign": ("sign", "sign_sync"),
            "_tag_resource": ("tag_resource", "tag_resource_sync"),
            "_untag_resource": ("untag_resource", "untag_resource_sync"),
            "_update_alias": ("update_alias", "update_alias_sync"),
            "_update_custom_key_store": ("update_custom_key_store", "update_custom_key_store_sync"),
            "_update_key_description": ("update_key_description", "update_key_description_sync"),
            "_update_primary_region": ("update_primary_region", "update_primary_region_sync"),
            "_verify": ("verify", "verify_sync"),
            "_verify_mac": ("verify_mac", "verify_mac_sync"),
        },
    )


def __import_all__() -> None:
    """Import every module, for packaging tools that only follow import statements."""
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
