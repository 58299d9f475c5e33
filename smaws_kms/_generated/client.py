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
            text is not empty; upper bounds are left to the service, which changes them. `full`
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

    @paginated_method(
        lambda: ops.describe_custom_key_stores, lambda: ops.DescribeCustomKeyStoresPages
    )
    def describe_custom_key_stores(self) -> None:
        """Lists the custom key stores of the account and Region with their connection state.

        ```python
        async def describe_custom_key_stores(
            *,
            custom_key_store_id: str | None = None,
            custom_key_store_name: str | None = None,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]: ...
        ```

        The place to watch after `ConnectCustomKeyStore`: poll until the connection state is
        `CONNECTED`, or until it is `FAILED` and the connection error code names the cause.
        `DISCONNECTED` means never connected or disconnected on purpose.

        `CONNECTED` describes the link as KMS set it up. If keys fail all the same, look at the
        backing side: active HSMs in the cluster, or a proxy and key manager within reach.

        Permission: `kms:DescribeCustomKeyStores` in an IAM policy.
        Across accounts: no; only key stores of the calling account are listed.

        Args:
            custom_key_store_id: Restricts the result to the store with this ID; not together with
                `custom_key_store_name`. An unknown ID gives `Err(CustomKeyStoreNotFoundException)`.
            custom_key_store_name: Restricts the result to the store of this friendly name; not
                together with `custom_key_store_id`.
            limit: Largest number of entries in one page. KMS is free to send fewer while more
                exist, so let `truncated` decide whether to go on. Highest value and default depend
                on the operation.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `DescribeCustomKeyStoresResponse`, or `Err` with
            `CustomKeyStoreNotFoundException`, `InvalidMarkerException`, `KMSInternalException` or
            one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html
        """

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

    @paginated_method(lambda: ops.list_aliases, lambda: ops.ListAliasesPages)
    def list_aliases(self) -> None:
        """Lists the aliases of the account in this Region, or those of one KMS key.

        ```python
        async def list_aliases(
            *,
            key_id: str | None = None,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListAliasesResponse, ListAliasesError]: ...
        ```

        Includes the aliases of AWS managed keys (`alias/aws/...`). Some of them are reserved names
        without a target: their `target_key_id` is None. Only your own aliases use up the alias
        quota.

        Aliases created, moved or deleted moments ago may still show as before.

        Permission: `kms:ListAliases` in an IAM policy.
        Across accounts: no; other accounts' aliases are never listed.

        Args:
            key_id: Only aliases that point to this KMS key of your account: key ID or key ARN, no
                alias. Default: all aliases of account and Region.
            limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
                while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListAliasesResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`,
            `NotFoundException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html
        """

    @paginated_method(lambda: ops.list_grants, lambda: ops.ListGrantsPages)
    def list_grants(self) -> None:
        """Lists the grants on a KMS key.

        ```python
        async def list_grants(
            *,
            key_id: str,
            limit: int | None = None,
            marker: str | None = None,
            grant_id: str | None = None,
            grantee_principal: str | None = None,
            grantee_service_principal: str | None = None,
        ) -> Result[ListGrantsResponse, ListGrantsError]: ...
        ```

        Eventually consistent: a grant just created may be missing, and one just retired or revoked
        may linger. To find the grants that a principal may retire, across keys, use
        `ListRetirableGrants`.

        Grants made for an AWS service can look different from what was requested:
        `grantee_principal` may hold a service principal that stands for several users or roles. So
        match grants by `grant_id`, not by principal.

        Permission: `kms:ListGrants` in the key policy.
        Across accounts: yes; give the key ARN as `key_id`.

        Args:
            key_id: The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are
                not accepted.
            limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
                while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.
            grant_id: Only the grant of this ID, as returned by `CreateGrant`.
            grantee_principal: Only grants to this principal, as a rule an ARN. Not together with
                `grantee_service_principal`.
            grantee_service_principal: Only grants to this AWS service, such as
                `example.amazonaws.com`. Usable by AWS services alone; ordinary callers leave it
                out. Not together with `grantee_principal`.

        Returns:
            `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `InvalidGrantIdException`, `InvalidMarkerException`,
            `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
            `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
        """

    @paginated_method(lambda: ops.list_key_policies, lambda: ops.ListKeyPoliciesPages)
    def list_key_policies(self) -> None:
        """Lists the names of the key policies on a KMS key.

        ```python
        async def list_key_policies(
            *,
            key_id: str,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListKeyPoliciesResponse, ListKeyPoliciesError]: ...
        ```

        Every key has `default`; a key shared through AWS Resource Access Manager also has
        `AWS_RAM`. There are no other names, so code that wants the ordinary policy can call
        `GetKeyPolicy` straight away.

        Permission: `kms:ListKeyPolicies` in the key policy.
        Across accounts: no.

        Args:
            key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
            limit: Largest number of names in one page, 1 to 1,000. Default: 100. Of little use, as
                a key has two policies at most.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListKeyPoliciesResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
            `NotFoundException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html
        """

    @paginated_method(lambda: ops.list_key_rotations, lambda: ops.ListKeyRotationsPages)
    def list_key_rotations(self) -> None:
        """Lists the completed rotations of a KMS key, or all of its key materials.

        ```python
        async def list_key_rotations(
            *,
            key_id: str,
            include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListKeyRotationsResponse, ListKeyRotationsError]: ...
        ```

        A rotation under way is not listed; see `on_demand_rotation_start_date` of
        `GetKeyRotationStatus`. By default the material that the key started with is left out as
        well, as no rotation created it.

        For keys with imported material, set `include_key_material` to `ALL_KEY_MATERIAL` to see
        each material's ID, expiry and whether it is imported at present. That tells what must be
        imported again before the key works.

        Permission: `kms:ListKeyRotations` in the key policy.
        Across accounts: no.

        Args:
            key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
            include_key_material: `ROTATIONS_ONLY` for materials that a rotation put in place,
                `ALL_KEY_MATERIAL` to add the first one and imported ones waiting for their
                rotation. Only for keys that can rotate. Default: `ROTATIONS_ONLY`.
            limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send
                fewer while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListKeyRotationsResponse`, or `Err` with `InvalidArnException`,
            `InvalidMarkerException`, `KMSInternalException`, `KMSInvalidStateException`,
            `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html
        """

    @paginated_method(lambda: ops.list_keys, lambda: ops.ListKeysPages)
    def list_keys(self) -> None:
        """Lists the KMS keys of the account in this Region, and on request those shared with it.

        ```python
        async def list_keys(
            *,
            limit: int | None = None,
            marker: str | None = None,
            resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
        ) -> Result[ListKeysResponse, ListKeysError]: ...
        ```

        Every key is listed, whatever its state and including AWS managed keys, but only by ID and
        ARN; the rest takes a `DescribeKey` per key, so mind the request quota in large accounts.
        New keys may take a moment to appear.

        Keys that other accounts share through AWS Resource Access Manager come only with
        `resource_owners`. Being listed does not mean being usable: each operation on a shared key
        needs its own permission. A change of the share can take a while to be reflected.

        Permission: `kms:ListKeys` in an IAM policy; it covers shared keys too.
        Across accounts: no; other accounts' keys appear only if shared through AWS Resource Access
        Manager and asked for by `resource_owners`.

        Args:
            limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send
                fewer while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Keep
                `resource_owners` as it was for that page, else the result may be
                `Err(InvalidMarkerException)`.
            resource_owners: One or both of `SELF` (keys of this account) and
                `OTHER_ACCOUNTS_VIA_RAM` (keys shared with it); own keys come first, and no page
                mixes the two. With the latter, pages can be short or empty while `truncated` is
                True. Default: `SELF`.

        Returns:
            `Ok` with the `ListKeysResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidMarkerException`, `KMSInternalException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
        """

    @paginated_method(lambda: ops.list_resource_tags, lambda: ops.ListResourceTagsPages)
    def list_resource_tags(self) -> None:
        """Lists the tags of a KMS key, one page at a time.

        ```python
        async def list_resource_tags(
            *,
            key_id: str,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListResourceTagsResponse, ListResourceTagsError]: ...
        ```

        A KMS key carries few tags (AWS allows 50), so the default page of 50 normally holds all of
        them; follow `next_marker` all the same.

        Tags can decide authorization (`aws:ResourceTag` in policies). A recent change may be listed
        here some minutes before it counts for access.

        Permission: `kms:ListResourceTags` in the key policy.
        Across accounts: no; the KMS key must belong to the caller's account.

        Args:
            key_id: Key ID or key ARN; aliases are not accepted.
            limit: Page size, 1 to 50; 50 when left out. A page may hold fewer tags than asked for,
                so go by `truncated`, not by the count.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListResourceTagsResponse`, or `Err` with `InvalidArnException`,
            `InvalidMarkerException`, `KMSInternalException`, `NotFoundException` or one of
            `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html
        """

    @paginated_method(lambda: ops.list_retirable_grants, lambda: ops.ListRetirableGrantsPages)
    def list_retirable_grants(self) -> None:
        """Lists the grants that a given principal may retire, across KMS keys and accounts.

        ```python
        async def list_retirable_grants(
            *,
            limit: int | None = None,
            marker: str | None = None,
            retiring_principal: str | None = None,
            retiring_service_principal: str | None = None,
        ) -> Result[ListGrantsResponse, ListRetirableGrantsError]: ...
        ```

        Searches one Region by the retiring principal recorded in each grant; `ListGrants` searches
        by KMS key instead. Grants found here can be deleted with `RetireGrant`, using the key ARN
        and grant ID of the entry.

        Grants that the principal could retire for another reason (as grantee with the `RetireGrant`
        operation, or as the account that created the grant) are not listed. A grant created in the
        last few minutes may still be missing.

        Permission: `kms:ListRetirableGrants` in an IAM policy of the caller's account; the resource
        it is checked against is the retiring principal, not a KMS key.
        Across accounts: yes, for the results; they include grants on KMS keys of other accounts,
        while the retiring principal must belong to the caller's account.

        Args:
            limit: Page size, 1 to 100; 50 when left out. A page may hold fewer grants than asked
                for, so go by `truncated`, not by the count.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.
            retiring_principal: ARN of the retiring principal: an account, IAM user, IAM role,
                federated user or assumed-role user of your own account. Excludes
                `retiring_service_principal`.
            retiring_service_principal: AWS service named as retiring principal, such as
                `service.amazonaws.com`. Works only for callers that are themselves service
                principals; excludes `retiring_principal`.

        Returns:
            `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`,
            `NotFoundException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html
        """

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
            text is not empty; upper bounds are left to the service, which changes them. `full`
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
        lambda: ops.describe_custom_key_stores_sync, lambda: ops.DescribeCustomKeyStoresPagesSync
    )
    def describe_custom_key_stores(self) -> None:
        """Lists the custom key stores of the account and Region with their connection state.

        ```python
        def describe_custom_key_stores(
            *,
            custom_key_store_id: str | None = None,
            custom_key_store_name: str | None = None,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]: ...
        ```

        The place to watch after `ConnectCustomKeyStore`: poll until the connection state is
        `CONNECTED`, or until it is `FAILED` and the connection error code names the cause.
        `DISCONNECTED` means never connected or disconnected on purpose.

        `CONNECTED` describes the link as KMS set it up. If keys fail all the same, look at the
        backing side: active HSMs in the cluster, or a proxy and key manager within reach.

        Permission: `kms:DescribeCustomKeyStores` in an IAM policy.
        Across accounts: no; only key stores of the calling account are listed.

        Args:
            custom_key_store_id: Restricts the result to the store with this ID; not together with
                `custom_key_store_name`. An unknown ID gives `Err(CustomKeyStoreNotFoundException)`.
            custom_key_store_name: Restricts the result to the store of this friendly name; not
                together with `custom_key_store_id`.
            limit: Largest number of entries in one page. KMS is free to send fewer while more
                exist, so let `truncated` decide whether to go on. Highest value and default depend
                on the operation.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `DescribeCustomKeyStoresResponse`, or `Err` with
            `CustomKeyStoreNotFoundException`, `InvalidMarkerException`, `KMSInternalException` or
            one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html
        """

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

    @paginated_method(lambda: ops.list_aliases_sync, lambda: ops.ListAliasesPagesSync)
    def list_aliases(self) -> None:
        """Lists the aliases of the account in this Region, or those of one KMS key.

        ```python
        def list_aliases(
            *,
            key_id: str | None = None,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListAliasesResponse, ListAliasesError]: ...
        ```

        Includes the aliases of AWS managed keys (`alias/aws/...`). Some of them are reserved names
        without a target: their `target_key_id` is None. Only your own aliases use up the alias
        quota.

        Aliases created, moved or deleted moments ago may still show as before.

        Permission: `kms:ListAliases` in an IAM policy.
        Across accounts: no; other accounts' aliases are never listed.

        Args:
            key_id: Only aliases that point to this KMS key of your account: key ID or key ARN, no
                alias. Default: all aliases of account and Region.
            limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
                while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListAliasesResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`,
            `NotFoundException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html
        """

    @paginated_method(lambda: ops.list_grants_sync, lambda: ops.ListGrantsPagesSync)
    def list_grants(self) -> None:
        """Lists the grants on a KMS key.

        ```python
        def list_grants(
            *,
            key_id: str,
            limit: int | None = None,
            marker: str | None = None,
            grant_id: str | None = None,
            grantee_principal: str | None = None,
            grantee_service_principal: str | None = None,
        ) -> Result[ListGrantsResponse, ListGrantsError]: ...
        ```

        Eventually consistent: a grant just created may be missing, and one just retired or revoked
        may linger. To find the grants that a principal may retire, across keys, use
        `ListRetirableGrants`.

        Grants made for an AWS service can look different from what was requested:
        `grantee_principal` may hold a service principal that stands for several users or roles. So
        match grants by `grant_id`, not by principal.

        Permission: `kms:ListGrants` in the key policy.
        Across accounts: yes; give the key ARN as `key_id`.

        Args:
            key_id: The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are
                not accepted.
            limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
                while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.
            grant_id: Only the grant of this ID, as returned by `CreateGrant`.
            grantee_principal: Only grants to this principal, as a rule an ARN. Not together with
                `grantee_service_principal`.
            grantee_service_principal: Only grants to this AWS service, such as
                `example.amazonaws.com`. Usable by AWS services alone; ordinary callers leave it
                out. Not together with `grantee_principal`.

        Returns:
            `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `InvalidGrantIdException`, `InvalidMarkerException`,
            `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
            `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
        """

    @paginated_method(lambda: ops.list_key_policies_sync, lambda: ops.ListKeyPoliciesPagesSync)
    def list_key_policies(self) -> None:
        """Lists the names of the key policies on a KMS key.

        ```python
        def list_key_policies(
            *,
            key_id: str,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListKeyPoliciesResponse, ListKeyPoliciesError]: ...
        ```

        Every key has `default`; a key shared through AWS Resource Access Manager also has
        `AWS_RAM`. There are no other names, so code that wants the ordinary policy can call
        `GetKeyPolicy` straight away.

        Permission: `kms:ListKeyPolicies` in the key policy.
        Across accounts: no.

        Args:
            key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
            limit: Largest number of names in one page, 1 to 1,000. Default: 100. Of little use, as
                a key has two policies at most.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListKeyPoliciesResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
            `NotFoundException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html
        """

    @paginated_method(lambda: ops.list_key_rotations_sync, lambda: ops.ListKeyRotationsPagesSync)
    def list_key_rotations(self) -> None:
        """Lists the completed rotations of a KMS key, or all of its key materials.

        ```python
        def list_key_rotations(
            *,
            key_id: str,
            include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListKeyRotationsResponse, ListKeyRotationsError]: ...
        ```

        A rotation under way is not listed; see `on_demand_rotation_start_date` of
        `GetKeyRotationStatus`. By default the material that the key started with is left out as
        well, as no rotation created it.

        For keys with imported material, set `include_key_material` to `ALL_KEY_MATERIAL` to see
        each material's ID, expiry and whether it is imported at present. That tells what must be
        imported again before the key works.

        Permission: `kms:ListKeyRotations` in the key policy.
        Across accounts: no.

        Args:
            key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
            include_key_material: `ROTATIONS_ONLY` for materials that a rotation put in place,
                `ALL_KEY_MATERIAL` to add the first one and imported ones waiting for their
                rotation. Only for keys that can rotate. Default: `ROTATIONS_ONLY`.
            limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send
                fewer while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListKeyRotationsResponse`, or `Err` with `InvalidArnException`,
            `InvalidMarkerException`, `KMSInternalException`, `KMSInvalidStateException`,
            `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html
        """

    @paginated_method(lambda: ops.list_keys_sync, lambda: ops.ListKeysPagesSync)
    def list_keys(self) -> None:
        """Lists the KMS keys of the account in this Region, and on request those shared with it.

        ```python
        def list_keys(
            *,
            limit: int | None = None,
            marker: str | None = None,
            resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
        ) -> Result[ListKeysResponse, ListKeysError]: ...
        ```

        Every key is listed, whatever its state and including AWS managed keys, but only by ID and
        ARN; the rest takes a `DescribeKey` per key, so mind the request quota in large accounts.
        New keys may take a moment to appear.

        Keys that other accounts share through AWS Resource Access Manager come only with
        `resource_owners`. Being listed does not mean being usable: each operation on a shared key
        needs its own permission. A change of the share can take a while to be reflected.

        Permission: `kms:ListKeys` in an IAM policy; it covers shared keys too.
        Across accounts: no; other accounts' keys appear only if shared through AWS Resource Access
        Manager and asked for by `resource_owners`.

        Args:
            limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send
                fewer while more exist, so go by `truncated`.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Keep
                `resource_owners` as it was for that page, else the result may be
                `Err(InvalidMarkerException)`.
            resource_owners: One or both of `SELF` (keys of this account) and
                `OTHER_ACCOUNTS_VIA_RAM` (keys shared with it); own keys come first, and no page
                mixes the two. With the latter, pages can be short or empty while `truncated` is
                True. Default: `SELF`.

        Returns:
            `Ok` with the `ListKeysResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidMarkerException`, `KMSInternalException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
        """

    @paginated_method(lambda: ops.list_resource_tags_sync, lambda: ops.ListResourceTagsPagesSync)
    def list_resource_tags(self) -> None:
        """Lists the tags of a KMS key, one page at a time.

        ```python
        def list_resource_tags(
            *,
            key_id: str,
            limit: int | None = None,
            marker: str | None = None,
        ) -> Result[ListResourceTagsResponse, ListResourceTagsError]: ...
        ```

        A KMS key carries few tags (AWS allows 50), so the default page of 50 normally holds all of
        them; follow `next_marker` all the same.

        Tags can decide authorization (`aws:ResourceTag` in policies). A recent change may be listed
        here some minutes before it counts for access.

        Permission: `kms:ListResourceTags` in the key policy.
        Across accounts: no; the KMS key must belong to the caller's account.

        Args:
            key_id: Key ID or key ARN; aliases are not accepted.
            limit: Page size, 1 to 50; 50 when left out. A page may hold fewer tags than asked for,
                so go by `truncated`, not by the count.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.

        Returns:
            `Ok` with the `ListResourceTagsResponse`, or `Err` with `InvalidArnException`,
            `InvalidMarkerException`, `KMSInternalException`, `NotFoundException` or one of
            `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html
        """

    @paginated_method(
        lambda: ops.list_retirable_grants_sync, lambda: ops.ListRetirableGrantsPagesSync
    )
    def list_retirable_grants(self) -> None:
        """Lists the grants that a given principal may retire, across KMS keys and accounts.

        ```python
        def list_retirable_grants(
            *,
            limit: int | None = None,
            marker: str | None = None,
            retiring_principal: str | None = None,
            retiring_service_principal: str | None = None,
        ) -> Result[ListGrantsResponse, ListRetirableGrantsError]: ...
        ```

        Searches one Region by the retiring principal recorded in each grant; `ListGrants` searches
        by KMS key instead. Grants found here can be deleted with `RetireGrant`, using the key ARN
        and grant ID of the entry.

        Grants that the principal could retire for another reason (as grantee with the `RetireGrant`
        operation, or as the account that created the grant) are not listed. A grant created in the
        last few minutes may still be missing.

        Permission: `kms:ListRetirableGrants` in an IAM policy of the caller's account; the resource
        it is checked against is the retiring principal, not a KMS key.
        Across accounts: yes, for the results; they include grants on KMS keys of other accounts,
        while the retiring principal must belong to the caller's account.

        Args:
            limit: Page size, 1 to 100; 50 when left out. A page may hold fewer grants than asked
                for, so go by `truncated`, not by the count.
            marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out
                to get the first page. Tokens are opaque.
            retiring_principal: ARN of the retiring principal: an account, IAM user, IAM role,
                federated user or assumed-role user of your own account. Excludes
                `retiring_service_principal`.
            retiring_service_principal: AWS service named as retiring principal, such as
                `service.amazonaws.com`. Works only for callers that are themselves service
                principals; excludes `retiring_principal`.

        Returns:
            `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
            `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`,
            `NotFoundException` or one of `CommonError`.

        See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html
        """

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
