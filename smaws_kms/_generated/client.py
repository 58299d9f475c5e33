# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The clients: an index of the operations."""

from smaws_kms._generated import operations as ops
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.methods import method, paginated_method
from smaws_kms._runtime.support.lazy_imports import publish


class AsyncKMSClient(AsyncClient):
    """AWS Key Management Service, for `async` code.

    Constructing a client does no I/O. Every argument is optional.

    Args:
        region: AWS Region, for example `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`,
            then the profile.
        credentials: `Credentials`, or a function that returns them; the async client also takes an
            async function. Default: environment variables, then botocore's chain: profile, SSO,
            assumed role, web identity, process, container, instance metadata.
        profile: Name of a profile in the AWS config files. Default: `AWS_PROFILE`, then
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: URL to send requests to, instead of the AWS endpoint. Default:
            `AWS_ENDPOINT_URL_KMS`, `AWS_ENDPOINT_URL`, then the profile.
        headers: Extra HTTP headers for every request; they are signed.
        use_fips: Whether to use FIPS 140 endpoints. Default: `AWS_USE_FIPS_ENDPOINT`, then the
            profile.
        use_dual_stack: Whether to use endpoints that support both IPv4 and IPv6. Default:
            `AWS_USE_DUALSTACK_ENDPOINT`, then the profile.
        validate: Checks before a request is sent. `basic` checks lower bounds only, such as that a
            text is not empty; upper bounds are left to the service, which may raise them. `full`
            enforces every limit of the model. `off` checks only that times have a time zone.
        timeout: A `Timeout`, or the limit of the whole call in seconds. Default: `Timeout()`, whose
            connect limit depends on `AWS_DEFAULTS_MODE` or the profile.
        retry: A `RetryPolicy`. Default: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, then the profile.
        ssl_context: TLS settings of the client's own connections, used unchanged. Default: a
            context that trusts the roots of `AWS_CA_BUNDLE`, the profile's `ca_bundle`,
            `SSL_CERT_FILE`, `SSL_CERT_DIR`, `REQUESTS_CA_BUNDLE` or certifi. Not together with
            `http`.
        http: `httpx.Client` or `httpx.BaseTransport` to send requests through; the async client
            takes `httpx.AsyncClient` or `httpx.AsyncBaseTransport`. Those of httpx2 work too. The
            client never closes it.
        app_id: Name of your application for the user agent. Default: `AWS_SDK_UA_APP_ID`, then the
            profile.

    Raises:
        TypeError: An argument has the wrong type, `ssl_context` is for servers, or `ssl_context`
            and `http` are both set.
        ValueError: `timeout` is negative, infinite or not a number.
    """

    service = SERVICE

    @method(lambda: ops.cancel_key_deletion)
    def cancel_key_deletion(self) -> None: ...

    @method(lambda: ops.connect_custom_key_store)
    def connect_custom_key_store(self) -> None: ...

    @method(lambda: ops.create_alias)
    def create_alias(self) -> None: ...

    @method(lambda: ops.create_custom_key_store)
    def create_custom_key_store(self) -> None: ...

    @method(lambda: ops.create_grant)
    def create_grant(self) -> None: ...

    @method(lambda: ops.create_key)
    def create_key(self) -> None: ...

    @method(lambda: ops.decapsulate)
    def decapsulate(self) -> None: ...

    @method(lambda: ops.decrypt)
    def decrypt(self) -> None: ...

    @method(lambda: ops.delete_alias)
    def delete_alias(self) -> None: ...

    @method(lambda: ops.delete_custom_key_store)
    def delete_custom_key_store(self) -> None: ...

    @method(lambda: ops.delete_imported_key_material)
    def delete_imported_key_material(self) -> None: ...

    @method(lambda: ops.derive_shared_secret)
    def derive_shared_secret(self) -> None: ...

    @paginated_method(lambda: (ops.describe_custom_key_stores, ops.DescribeCustomKeyStoresPages))
    def describe_custom_key_stores(self) -> None: ...

    @method(lambda: ops.describe_key)
    def describe_key(self) -> None: ...

    @method(lambda: ops.disable_key)
    def disable_key(self) -> None: ...

    @method(lambda: ops.disable_key_rotation)
    def disable_key_rotation(self) -> None: ...

    @method(lambda: ops.disconnect_custom_key_store)
    def disconnect_custom_key_store(self) -> None: ...

    @method(lambda: ops.enable_key)
    def enable_key(self) -> None: ...

    @method(lambda: ops.enable_key_rotation)
    def enable_key_rotation(self) -> None: ...

    @method(lambda: ops.encapsulate)
    def encapsulate(self) -> None: ...

    @method(lambda: ops.encrypt)
    def encrypt(self) -> None: ...

    @method(lambda: ops.generate_data_key)
    def generate_data_key(self) -> None: ...

    @method(lambda: ops.generate_data_key_pair)
    def generate_data_key_pair(self) -> None: ...

    @method(lambda: ops.generate_data_key_pair_without_plaintext)
    def generate_data_key_pair_without_plaintext(self) -> None: ...

    @method(lambda: ops.generate_data_key_without_plaintext)
    def generate_data_key_without_plaintext(self) -> None: ...

    @method(lambda: ops.generate_mac)
    def generate_mac(self) -> None: ...

    @method(lambda: ops.generate_random)
    def generate_random(self) -> None: ...

    @method(lambda: ops.get_key_last_usage)
    def get_key_last_usage(self) -> None: ...

    @method(lambda: ops.get_key_policy)
    def get_key_policy(self) -> None: ...

    @method(lambda: ops.get_key_rotation_status)
    def get_key_rotation_status(self) -> None: ...

    @method(lambda: ops.get_parameters_for_import)
    def get_parameters_for_import(self) -> None: ...

    @method(lambda: ops.get_public_key)
    def get_public_key(self) -> None: ...

    @method(lambda: ops.import_key_material)
    def import_key_material(self) -> None: ...

    @paginated_method(lambda: (ops.list_aliases, ops.ListAliasesPages))
    def list_aliases(self) -> None: ...

    @paginated_method(lambda: (ops.list_grants, ops.ListGrantsPages))
    def list_grants(self) -> None: ...

    @paginated_method(lambda: (ops.list_key_policies, ops.ListKeyPoliciesPages))
    def list_key_policies(self) -> None: ...

    @paginated_method(lambda: (ops.list_key_rotations, ops.ListKeyRotationsPages))
    def list_key_rotations(self) -> None: ...

    @paginated_method(lambda: (ops.list_keys, ops.ListKeysPages))
    def list_keys(self) -> None: ...

    @paginated_method(lambda: (ops.list_resource_tags, ops.ListResourceTagsPages))
    def list_resource_tags(self) -> None: ...

    @paginated_method(lambda: (ops.list_retirable_grants, ops.ListRetirableGrantsPages))
    def list_retirable_grants(self) -> None: ...

    @method(lambda: ops.put_key_policy)
    def put_key_policy(self) -> None: ...

    @method(lambda: ops.re_encrypt)
    def re_encrypt(self) -> None: ...

    @method(lambda: ops.replicate_key)
    def replicate_key(self) -> None: ...

    @method(lambda: ops.retire_grant)
    def retire_grant(self) -> None: ...

    @method(lambda: ops.revoke_grant)
    def revoke_grant(self) -> None: ...

    @method(lambda: ops.rotate_key_on_demand)
    def rotate_key_on_demand(self) -> None: ...

    @method(lambda: ops.schedule_key_deletion)
    def schedule_key_deletion(self) -> None: ...

    @method(lambda: ops.sign)
    def sign(self) -> None: ...

    @method(lambda: ops.tag_resource)
    def tag_resource(self) -> None: ...

    @method(lambda: ops.untag_resource)
    def untag_resource(self) -> None: ...

    @method(lambda: ops.update_alias)
    def update_alias(self) -> None: ...

    @method(lambda: ops.update_custom_key_store)
    def update_custom_key_store(self) -> None: ...

    @method(lambda: ops.update_key_description)
    def update_key_description(self) -> None: ...

    @method(lambda: ops.update_primary_region)
    def update_primary_region(self) -> None: ...

    @method(lambda: ops.verify)
    def verify(self) -> None: ...

    @method(lambda: ops.verify_mac)
    def verify_mac(self) -> None: ...


class KMSClient(SyncClient):
    """AWS Key Management Service, for blocking code.

    Constructing a client does no I/O. Every argument is optional.

    Args:
        region: AWS Region, for example `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`,
            then the profile.
        credentials: `Credentials`, or a function that returns them; the async client also takes an
            async function. Default: environment variables, then botocore's chain: profile, SSO,
            assumed role, web identity, process, container, instance metadata.
        profile: Name of a profile in the AWS config files. Default: `AWS_PROFILE`, then
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: URL to send requests to, instead of the AWS endpoint. Default:
            `AWS_ENDPOINT_URL_KMS`, `AWS_ENDPOINT_URL`, then the profile.
        headers: Extra HTTP headers for every request; they are signed.
        use_fips: Whether to use FIPS 140 endpoints. Default: `AWS_USE_FIPS_ENDPOINT`, then the
            profile.
        use_dual_stack: Whether to use endpoints that support both IPv4 and IPv6. Default:
            `AWS_USE_DUALSTACK_ENDPOINT`, then the profile.
        validate: Checks before a request is sent. `basic` checks lower bounds only, such as that a
            text is not empty; upper bounds are left to the service, which may raise them. `full`
            enforces every limit of the model. `off` checks only that times have a time zone.
        timeout: A `Timeout`, or the limit of the whole call in seconds. Default: `Timeout()`, whose
            connect limit depends on `AWS_DEFAULTS_MODE` or the profile.
        retry: A `RetryPolicy`. Default: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, then the profile.
        ssl_context: TLS settings of the client's own connections, used unchanged. Default: a
            context that trusts the roots of `AWS_CA_BUNDLE`, the profile's `ca_bundle`,
            `SSL_CERT_FILE`, `SSL_CERT_DIR`, `REQUESTS_CA_BUNDLE` or certifi. Not together with
            `http`.
        http: `httpx.Client` or `httpx.BaseTransport` to send requests through; the async client
            takes `httpx.AsyncClient` or `httpx.AsyncBaseTransport`. Those of httpx2 work too. The
            client never closes it.
        app_id: Name of your application for the user agent. Default: `AWS_SDK_UA_APP_ID`, then the
            profile.

    Raises:
        TypeError: An argument has the wrong type, `ssl_context` is for servers, or `ssl_context`
            and `http` are both set.
        ValueError: `timeout` is negative, infinite or not a number.
    """

    service = SERVICE

    @method(lambda: ops.cancel_key_deletion_sync)
    def cancel_key_deletion(self) -> None: ...

    @method(lambda: ops.connect_custom_key_store_sync)
    def connect_custom_key_store(self) -> None: ...

    @method(lambda: ops.create_alias_sync)
    def create_alias(self) -> None: ...

    @method(lambda: ops.create_custom_key_store_sync)
    def create_custom_key_store(self) -> None: ...

    @method(lambda: ops.create_grant_sync)
    def create_grant(self) -> None: ...

    @method(lambda: ops.create_key_sync)
    def create_key(self) -> None: ...

    @method(lambda: ops.decapsulate_sync)
    def decapsulate(self) -> None: ...

    @method(lambda: ops.decrypt_sync)
    def decrypt(self) -> None: ...

    @method(lambda: ops.delete_alias_sync)
    def delete_alias(self) -> None: ...

    @method(lambda: ops.delete_custom_key_store_sync)
    def delete_custom_key_store(self) -> None: ...

    @method(lambda: ops.delete_imported_key_material_sync)
    def delete_imported_key_material(self) -> None: ...

    @method(lambda: ops.derive_shared_secret_sync)
    def derive_shared_secret(self) -> None: ...

    @paginated_method(
        lambda: (ops.describe_custom_key_stores_sync, ops.DescribeCustomKeyStoresPagesSync)
    )
    def describe_custom_key_stores(self) -> None: ...

    @method(lambda: ops.describe_key_sync)
    def describe_key(self) -> None: ...

    @method(lambda: ops.disable_key_sync)
    def disable_key(self) -> None: ...

    @method(lambda: ops.disable_key_rotation_sync)
    def disable_key_rotation(self) -> None: ...

    @method(lambda: ops.disconnect_custom_key_store_sync)
    def disconnect_custom_key_store(self) -> None: ...

    @method(lambda: ops.enable_key_sync)
    def enable_key(self) -> None: ...

    @method(lambda: ops.enable_key_rotation_sync)
    def enable_key_rotation(self) -> None: ...

    @method(lambda: ops.encapsulate_sync)
    def encapsulate(self) -> None: ...

    @method(lambda: ops.encrypt_sync)
    def encrypt(self) -> None: ...

    @method(lambda: ops.generate_data_key_sync)
    def generate_data_key(self) -> None: ...

    @method(lambda: ops.generate_data_key_pair_sync)
    def generate_data_key_pair(self) -> None: ...

    @method(lambda: ops.generate_data_key_pair_without_plaintext_sync)
    def generate_data_key_pair_without_plaintext(self) -> None: ...

    @method(lambda: ops.generate_data_key_without_plaintext_sync)
    def generate_data_key_without_plaintext(self) -> None: ...

    @method(lambda: ops.generate_mac_sync)
    def generate_mac(self) -> None: ...

    @method(lambda: ops.generate_random_sync)
    def generate_random(self) -> None: ...

    @method(lambda: ops.get_key_last_usage_sync)
    def get_key_last_usage(self) -> None: ...

    @method(lambda: ops.get_key_policy_sync)
    def get_key_policy(self) -> None: ...

    @method(lambda: ops.get_key_rotation_status_sync)
    def get_key_rotation_status(self) -> None: ...

    @method(lambda: ops.get_parameters_for_import_sync)
    def get_parameters_for_import(self) -> None: ...

    @method(lambda: ops.get_public_key_sync)
    def get_public_key(self) -> None: ...

    @method(lambda: ops.import_key_material_sync)
    def import_key_material(self) -> None: ...

    @paginated_method(lambda: (ops.list_aliases_sync, ops.ListAliasesPagesSync))
    def list_aliases(self) -> None: ...

    @paginated_method(lambda: (ops.list_grants_sync, ops.ListGrantsPagesSync))
    def list_grants(self) -> None: ...

    @paginated_method(lambda: (ops.list_key_policies_sync, ops.ListKeyPoliciesPagesSync))
    def list_key_policies(self) -> None: ...

    @paginated_method(lambda: (ops.list_key_rotations_sync, ops.ListKeyRotationsPagesSync))
    def list_key_rotations(self) -> None: ...

    @paginated_method(lambda: (ops.list_keys_sync, ops.ListKeysPagesSync))
    def list_keys(self) -> None: ...

    @paginated_method(lambda: (ops.list_resource_tags_sync, ops.ListResourceTagsPagesSync))
    def list_resource_tags(self) -> None: ...

    @paginated_method(lambda: (ops.list_retirable_grants_sync, ops.ListRetirableGrantsPagesSync))
    def list_retirable_grants(self) -> None: ...

    @method(lambda: ops.put_key_policy_sync)
    def put_key_policy(self) -> None: ...

    @method(lambda: ops.re_encrypt_sync)
    def re_encrypt(self) -> None: ...

    @method(lambda: ops.replicate_key_sync)
    def replicate_key(self) -> None: ...

    @method(lambda: ops.retire_grant_sync)
    def retire_grant(self) -> None: ...

    @method(lambda: ops.revoke_grant_sync)
    def revoke_grant(self) -> None: ...

    @method(lambda: ops.rotate_key_on_demand_sync)
    def rotate_key_on_demand(self) -> None: ...

    @method(lambda: ops.schedule_key_deletion_sync)
    def schedule_key_deletion(self) -> None: ...

    @method(lambda: ops.sign_sync)
    def sign(self) -> None: ...

    @method(lambda: ops.tag_resource_sync)
    def tag_resource(self) -> None: ...

    @method(lambda: ops.untag_resource_sync)
    def untag_resource(self) -> None: ...

    @method(lambda: ops.update_alias_sync)
    def update_alias(self) -> None: ...

    @method(lambda: ops.update_custom_key_store_sync)
    def update_custom_key_store(self) -> None: ...

    @method(lambda: ops.update_key_description_sync)
    def update_key_description(self) -> None: ...

    @method(lambda: ops.update_primary_region_sync)
    def update_primary_region(self) -> None: ...

    @method(lambda: ops.verify_sync)
    def verify(self) -> None: ...

    @method(lambda: ops.verify_mac_sync)
    def verify_mac(self) -> None: ...


publish(globals(), "smaws_kms")
