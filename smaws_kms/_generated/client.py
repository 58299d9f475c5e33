# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The clients: an index of the operations."""

from smaws_kms._generated import operations as ops
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.clients import AsyncClient, SyncClient
from smaws_kms._runtime.lazy import publish
from smaws_kms._runtime.methods import AsyncPaginatedMethod, SyncPaginatedMethod, method


class AsyncKMSClient(AsyncClient):
    """AWS Key Management Service, for `async` code.

    Takes the settings that `AsyncClient` lists, all by keyword; constructing one does no I/O.
    """

    service = SERVICE

    cancel_key_deletion = method(lambda: ops.cancel_key_deletion)
    connect_custom_key_store = method(lambda: ops.connect_custom_key_store)
    create_alias = method(lambda: ops.create_alias)
    create_custom_key_store = method(lambda: ops.create_custom_key_store)
    create_grant = method(lambda: ops.create_grant)
    create_key = method(lambda: ops.create_key)
    decapsulate = method(lambda: ops.decapsulate)
    decrypt = method(lambda: ops.decrypt)
    delete_alias = method(lambda: ops.delete_alias)
    delete_custom_key_store = method(lambda: ops.delete_custom_key_store)
    delete_imported_key_material = method(lambda: ops.delete_imported_key_material)
    derive_shared_secret = method(lambda: ops.derive_shared_secret)
    describe_custom_key_stores = AsyncPaginatedMethod(
        lambda: (ops.describe_custom_key_stores, ops.DescribeCustomKeyStoresPages)
    )
    describe_key = method(lambda: ops.describe_key)
    disable_key = method(lambda: ops.disable_key)
    disable_key_rotation = method(lambda: ops.disable_key_rotation)
    disconnect_custom_key_store = method(lambda: ops.disconnect_custom_key_store)
    enable_key = method(lambda: ops.enable_key)
    enable_key_rotation = method(lambda: ops.enable_key_rotation)
    encapsulate = method(lambda: ops.encapsulate)
    encrypt = method(lambda: ops.encrypt)
    generate_data_key = method(lambda: ops.generate_data_key)
    generate_data_key_pair = method(lambda: ops.generate_data_key_pair)
    generate_data_key_pair_without_plaintext = method(
        lambda: ops.generate_data_key_pair_without_plaintext
    )
    generate_data_key_without_plaintext = method(lambda: ops.generate_data_key_without_plaintext)
    generate_mac = method(lambda: ops.generate_mac)
    generate_random = method(lambda: ops.generate_random)
    get_key_last_usage = method(lambda: ops.get_key_last_usage)
    get_key_policy = method(lambda: ops.get_key_policy)
    get_key_rotation_status = method(lambda: ops.get_key_rotation_status)
    get_parameters_for_import = method(lambda: ops.get_parameters_for_import)
    get_public_key = method(lambda: ops.get_public_key)
    import_key_material = method(lambda: ops.import_key_material)
    list_aliases = AsyncPaginatedMethod(lambda: (ops.list_aliases, ops.ListAliasesPages))
    list_grants = AsyncPaginatedMethod(lambda: (ops.list_grants, ops.ListGrantsPages))
    list_key_policies = AsyncPaginatedMethod(
        lambda: (ops.list_key_policies, ops.ListKeyPoliciesPages)
    )
    list_key_rotations = AsyncPaginatedMethod(
        lambda: (ops.list_key_rotations, ops.ListKeyRotationsPages)
    )
    list_keys = AsyncPaginatedMethod(lambda: (ops.list_keys, ops.ListKeysPages))
    list_resource_tags = AsyncPaginatedMethod(
        lambda: (ops.list_resource_tags, ops.ListResourceTagsPages)
    )
    list_retirable_grants = AsyncPaginatedMethod(
        lambda: (ops.list_retirable_grants, ops.ListRetirableGrantsPages)
    )
    put_key_policy = method(lambda: ops.put_key_policy)
    re_encrypt = method(lambda: ops.re_encrypt)
    replicate_key = method(lambda: ops.replicate_key)
    retire_grant = method(lambda: ops.retire_grant)
    revoke_grant = method(lambda: ops.revoke_grant)
    rotate_key_on_demand = method(lambda: ops.rotate_key_on_demand)
    schedule_key_deletion = method(lambda: ops.schedule_key_deletion)
    sign = method(lambda: ops.sign)
    tag_resource = method(lambda: ops.tag_resource)
    untag_resource = method(lambda: ops.untag_resource)
    update_alias = method(lambda: ops.update_alias)
    update_custom_key_store = method(lambda: ops.update_custom_key_store)
    update_key_description = method(lambda: ops.update_key_description)
    update_primary_region = method(lambda: ops.update_primary_region)
    verify = method(lambda: ops.verify)
    verify_mac = method(lambda: ops.verify_mac)


class KMSClient(SyncClient):
    """AWS Key Management Service, for blocking code.

    Takes the settings that `SyncClient` lists, all by keyword; constructing one does no I/O.
    """

    service = SERVICE

    cancel_key_deletion = method(lambda: ops.cancel_key_deletion_sync)
    connect_custom_key_store = method(lambda: ops.connect_custom_key_store_sync)
    create_alias = method(lambda: ops.create_alias_sync)
    create_custom_key_store = method(lambda: ops.create_custom_key_store_sync)
    create_grant = method(lambda: ops.create_grant_sync)
    create_key = method(lambda: ops.create_key_sync)
    decapsulate = method(lambda: ops.decapsulate_sync)
    decrypt = method(lambda: ops.decrypt_sync)
    delete_alias = method(lambda: ops.delete_alias_sync)
    delete_custom_key_store = method(lambda: ops.delete_custom_key_store_sync)
    delete_imported_key_material = method(lambda: ops.delete_imported_key_material_sync)
    derive_shared_secret = method(lambda: ops.derive_shared_secret_sync)
    describe_custom_key_stores = SyncPaginatedMethod(
        lambda: (ops.describe_custom_key_stores_sync, ops.DescribeCustomKeyStoresPagesSync)
    )
    describe_key = method(lambda: ops.describe_key_sync)
    disable_key = method(lambda: ops.disable_key_sync)
    disable_key_rotation = method(lambda: ops.disable_key_rotation_sync)
    disconnect_custom_key_store = method(lambda: ops.disconnect_custom_key_store_sync)
    enable_key = method(lambda: ops.enable_key_sync)
    enable_key_rotation = method(lambda: ops.enable_key_rotation_sync)
    encapsulate = method(lambda: ops.encapsulate_sync)
    encrypt = method(lambda: ops.encrypt_sync)
    generate_data_key = method(lambda: ops.generate_data_key_sync)
    generate_data_key_pair = method(lambda: ops.generate_data_key_pair_sync)
    generate_data_key_pair_without_plaintext = method(
        lambda: ops.generate_data_key_pair_without_plaintext_sync
    )
    generate_data_key_without_plaintext = method(
        lambda: ops.generate_data_key_without_plaintext_sync
    )
    generate_mac = method(lambda: ops.generate_mac_sync)
    generate_random = method(lambda: ops.generate_random_sync)
    get_key_last_usage = method(lambda: ops.get_key_last_usage_sync)
    get_key_policy = method(lambda: ops.get_key_policy_sync)
    get_key_rotation_status = method(lambda: ops.get_key_rotation_status_sync)
    get_parameters_for_import = method(lambda: ops.get_parameters_for_import_sync)
    get_public_key = method(lambda: ops.get_public_key_sync)
    import_key_material = method(lambda: ops.import_key_material_sync)
    list_aliases = SyncPaginatedMethod(lambda: (ops.list_aliases_sync, ops.ListAliasesPagesSync))
    list_grants = SyncPaginatedMethod(lambda: (ops.list_grants_sync, ops.ListGrantsPagesSync))
    list_key_policies = SyncPaginatedMethod(
        lambda: (ops.list_key_policies_sync, ops.ListKeyPoliciesPagesSync)
    )
    list_key_rotations = SyncPaginatedMethod(
        lambda: (ops.list_key_rotations_sync, ops.ListKeyRotationsPagesSync)
    )
    list_keys = SyncPaginatedMethod(lambda: (ops.list_keys_sync, ops.ListKeysPagesSync))
    list_resource_tags = SyncPaginatedMethod(
        lambda: (ops.list_resource_tags_sync, ops.ListResourceTagsPagesSync)
    )
    list_retirable_grants = SyncPaginatedMethod(
        lambda: (ops.list_retirable_grants_sync, ops.ListRetirableGrantsPagesSync)
    )
    put_key_policy = method(lambda: ops.put_key_policy_sync)
    re_encrypt = method(lambda: ops.re_encrypt_sync)
    replicate_key = method(lambda: ops.replicate_key_sync)
    retire_grant = method(lambda: ops.retire_grant_sync)
    revoke_grant = method(lambda: ops.revoke_grant_sync)
    rotate_key_on_demand = method(lambda: ops.rotate_key_on_demand_sync)
    schedule_key_deletion = method(lambda: ops.schedule_key_deletion_sync)
    sign = method(lambda: ops.sign_sync)
    tag_resource = method(lambda: ops.tag_resource_sync)
    untag_resource = method(lambda: ops.untag_resource_sync)
    update_alias = method(lambda: ops.update_alias_sync)
    update_custom_key_store = method(lambda: ops.update_custom_key_store_sync)
    update_key_description = method(lambda: ops.update_key_description_sync)
    update_primary_region = method(lambda: ops.update_primary_region_sync)
    verify = method(lambda: ops.verify_sync)
    verify_mac = method(lambda: ops.verify_mac_sync)


publish(globals(), "smaws_kms")
