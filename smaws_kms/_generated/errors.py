# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The errors of AWS Key Management Service."""

from typing import ClassVar

from smaws_kms._runtime.errors import Fault, ServiceError
from smaws_kms._runtime.support.lazy_imports import publish


class AlreadyExistsException(ServiceError):
    """An alias of that name, or a replica in that Region, exists already.

    Trying again is pointless. After a timeout of the first attempt it may mean that the first
    attempt succeeded: check with `ListAliases` or `DescribeKey`. Use `UpdateAlias` to point an
    existing alias elsewhere.
    """

    help: ClassVar[str] = "An alias of that name, or a replica in that Region, exists already."
    regional: ClassVar[bool] = True


class CloudHsmClusterInUseException(ServiceError):
    """The CloudHSM cluster, or a relative of it, already backs another key store.

    Clusters made from the same backup count as one. Choose a cluster with a backup history of its
    own, or disconnect and delete the other key store.
    """

    help: ClassVar[str] = (
        "The CloudHSM cluster, or a relative of it, already backs another key store."
    )


class CloudHsmClusterInvalidConfigurationException(ServiceError):
    """The CloudHSM cluster lacks HSMs, subnets or security group rules that KMS needs.

    Needed are private subnets in two Availability Zones or more, the cluster's own security group
    with TCP 2223 to 2225 open to itself in both directions, and enough active HSMs: one for
    `ConnectCustomKeyStore`; for creating or updating the key store and for `CreateKey`, two, placed
    in different Availability Zones. Fix the cluster before trying again.
    """

    help: ClassVar[str] = (
        "The CloudHSM cluster lacks HSMs, subnets or security group rules that KMS needs."
    )


class CloudHsmClusterNotActiveException(ServiceError):
    """The CloudHSM cluster has not been initialized and activated.

    Bring the cluster to the state `ACTIVE` in AWS CloudHSM, then repeat the call.
    """

    help: ClassVar[str] = "The CloudHSM cluster has not been initialized and activated."


class CloudHsmClusterNotFoundException(ServiceError):
    """No CloudHSM cluster with this ID exists in the account and Region.

    Check ID, Region and credentials; the same call will fail again.
    """

    help: ClassVar[str] = "No CloudHSM cluster with this ID exists in the account and Region."
    regional: ClassVar[bool] = True


class CloudHsmClusterNotRelatedException(ServiceError):
    """The new CloudHSM cluster does not descend from the key store's original cluster.

    A key store can move only among clusters with a common backup history, recognizable by their
    equal cluster certificate. Restore a cluster from a backup of the original one and use that.
    """

    help: ClassVar[str] = (
        "The new CloudHSM cluster does not descend from the key store's original cluster."
    )


class ConflictException(ServiceError):
    """An automatic rotation is under way, or due in less than 20 minutes.

    Wait for it to end (`GetKeyRotationStatus` shows the schedule). Afterwards ask whether the
    on-demand rotation is still wanted.
    """

    help: ClassVar[str] = "An automatic rotation is under way, or due in less than 20 minutes."


class CustomKeyStoreHasCMKsException(ServiceError):
    """The custom key store still has KMS keys in it and cannot be deleted.

    Schedule the deletion of its keys and wait until their waiting periods (7 days at least) are
    over. Keys pending deletion count as present.
    """

    help: ClassVar[str] = "The custom key store still has KMS keys in it and cannot be deleted."


class CustomKeyStoreInvalidStateException(ServiceError):
    """The custom key store's connection state rules the call out.

    `CreateKey` and `GenerateRandom` need `CONNECTED`. `DeleteCustomKeyStore`, and
    `UpdateCustomKeyStore` for anything but the name, need `DISCONNECTED`. `ConnectCustomKeyStore`
    refuses `DISCONNECTING` and `FAILED`: after a failure, disconnect first.
    `DisconnectCustomKeyStore` refuses `DISCONNECTING` and `DISCONNECTED`. Consult
    `DescribeCustomKeyStores`; retrying helps only while a change of state is in progress.
    """

    help: ClassVar[str] = "The custom key store's connection state rules the call out."


class CustomKeyStoreNameInUseException(ServiceError):
    """Another custom key store of the account bears this name.

    Pick another name. After a timed-out `CreateCustomKeyStore`, see first whether that attempt went
    through.
    """

    help: ClassVar[str] = "Another custom key store of the account bears this name."


class CustomKeyStoreNotFoundException(ServiceError):
    """No custom key store with this ID or name exists in the account and Region.

    Mind that `custom_key_store_id` takes the ID (`cks-...`), not the name.
    `DescribeCustomKeyStores` lists both.
    """

    help: ClassVar[str] = (
        "No custom key store with this ID or name exists in the account and Region."
    )
    regional: ClassVar[bool] = True


class DependencyTimeoutException(ServiceError):
    """A system on which KMS relies did not answer in time.

    Transient: retry with backoff. The outcome of a call that changes something is unknown, so check
    before repeating one that is not idempotent.
    """

    fault: Fault = "server"
    help: ClassVar[str] = "A system on which KMS relies did not answer in time."
    retryable: ClassVar[bool] = True


class DisabledException(ServiceError):
    """The KMS key is disabled.

    Retrying does not help until `EnableKey` has been called. Allow for a delay after enabling, as
    KMS hosts learn of it one by one. A key in another unsuitable state gives
    `KMSInvalidStateException`.
    """

    help: ClassVar[str] = "The KMS key is disabled."


class DryRunOperationException(ServiceError):
    """The dry run passed: without `dry_run` the call would have gone through.

    This is the good outcome of a request with `dry_run=True`: `smaws_kms.dry_run(result)` turns it
    into `Ok(None)`. Any other error is the one that the real call would have met.
    """

    help: ClassVar[str] = "The dry run passed: without `dry_run` the call would have gone through."
    dry_run_passed: ClassVar[bool] = True


class ExpiredImportTokenException(ServiceError):
    """The import token is older than 24 hours.

    Start over: `GetParametersForImport` for a new token and wrapping key, wrap the key material
    anew, import. Old token and new wrapping key do not mix.
    """

    help: ClassVar[str] = "The import token is older than 24 hours."


class IncorrectKeyException(ServiceError):
    """The ciphertext was made under a different KMS key than the one named.

    Name the key that encrypted the data: `key_id` in `Decrypt`, `source_key_id` in `ReEncrypt`. For
    symmetric ciphertext it may be left out, since the blob records the key. Permanent for this pair
    of key and ciphertext; a repointed alias is a frequent cause.
    """

    help: ClassVar[str] = "The ciphertext was made under a different KMS key than the one named."


class IncorrectKeyMaterialException(ServiceError):
    """The imported key material is not what the KMS key expects.

    A reimport must bring exactly the bytes imported before, while `NEW_KEY_MATERIAL` must bring
    bytes that the key has never had. Expired or malformed material ends here as well. Check
    material and `import_type`; the same request will not succeed later.
    """

    help: ClassVar[str] = "The imported key material is not what the KMS key expects."


class IncorrectTrustAnchorException(ServiceError):
    """The trust anchor certificate does not belong to the CloudHSM cluster.

    Send the content of the `customerCA.crt` with which this very cluster was initialized.
    """

    help: ClassVar[str] = "The trust anchor certificate does not belong to the CloudHSM cluster."


class InvalidAliasNameException(ServiceError):
    """The alias name breaks the naming rules.

    Names start with `alias/`, stay clear of the reserved `alias/aws/`, and use letters, digits,
    `/`, `_` and `-`.
    """

    help: ClassVar[str] = "The alias name breaks the naming rules."


class InvalidArnException(ServiceError):
    """An ARN in the request, or in a key policy, is malformed or of the wrong kind.

    Look for a wrong partition, Region or resource type: many management operations take key ARNs
    but no alias ARNs.
    """

    help: ClassVar[str] = (
        "An ARN in the request, or in a key policy, is malformed or of the wrong kind."
    )
    regional: ClassVar[bool] = True


class InvalidCiphertextException(ServiceError):
    """KMS cannot decrypt the ciphertext with the parameters given.

    For `Decrypt` and `ReEncrypt` the most frequent cause is an `encryption_context` that differs
    from the one used to encrypt, be it in case alone; damaged, truncated or still Base64-encoded
    bytes come next. In `ImportKeyMaterial` the wrapped key material does not open with the wrapping
    key, and in `Decapsulate` the ciphertext has a length that does not fit the `KeySpec`.
    Permanent: do not retry.
    """

    help: ClassVar[str] = (
        "KMS cannot decrypt the ciphertext; usual causes: an `encryption_context` "
        "other than the one at encryption, another key, bytes that are cut off or "
        "still Base64 text."
    )


class InvalidGrantIdException(ServiceError):
    """The grant ID is not one that KMS can use with this KMS key.

    Check that it is a grant ID rather than a grant token, and that ID and key belong together. A
    freshly made grant may take minutes to be known everywhere.
    """

    help: ClassVar[str] = "The grant ID is not one that KMS can use with this KMS key."


class InvalidGrantTokenException(ServiceError):
    """KMS does not accept one of the grant tokens.

    Tokens come from `CreateGrant` and must be passed on verbatim. Drop tokens of old grants: a
    propagated grant works without.
    """

    help: ClassVar[str] = "KMS does not accept one of the grant tokens."


class InvalidImportTokenException(ServiceError):
    """The import token is damaged or was issued for a different KMS key.

    Token and wrapping key must stem from one `GetParametersForImport` response for this key.
    Request a new pair and wrap the material again.
    """

    help: ClassVar[str] = "The import token is damaged or was issued for a different KMS key."


class InvalidKeyUsageException(ServiceError):
    """The KMS key is of a usage or spec that does not fit this operation or algorithm.

    Compare `key_usage`, `key_spec` and the algorithm lists in `DescribeKey` with the request. Usage
    and spec are fixed for the life of a key, so the way out is another key or another algorithm.
    """

    help: ClassVar[str] = (
        "The KMS key is of a usage or spec that does not fit this operation or algorithm."
    )


class InvalidMarkerException(ServiceError):
    """The pagination marker is not one that KMS issued for this listing.

    Pass `next_marker` on unchanged, with the other parameters as in the first request. Otherwise
    start from the first page.
    """

    help: ClassVar[str] = "The pagination marker is not one that KMS issued for this listing."


class KMSInternalException(ServiceError):
    """KMS failed for reasons of its own.

    Transient: retry with backoff. If it persists, give the request ID to AWS support.
    """

    fault: Fault = "server"
    help: ClassVar[str] = "KMS failed for reasons of its own."
    retryable: ClassVar[bool] = True


class KMSInvalidMacException(ServiceError):
    """The MAC does not match the message under this KMS key and algorithm.

    This is how `VerifyMac` says no: the call returns it in `Err`, and an `except` clause around the
    call never sees it. Match on the result, or call `unwrap()` on it. Treat the message as forged
    or altered. Retrying gives the same result.
    """

    help: ClassVar[str] = (
        "The MAC does not match the message; causes: another key or "
        "`mac_algorithm`, an altered message, or a MAC that is still Base64 text."
    )


class KMSInvalidSignatureException(ServiceError):
    """The signature does not match the message under this KMS key and algorithm.

    This is how `Verify` says no to a forged signature: the call returns it in `Err`, and an
    `except` clause around the call never sees it. Match on the result, or call `unwrap()` on it.
    Before suspecting forgery, rule out a differing `signing_algorithm` or `message_type`, and a
    message hashed once too often or once too seldom. Retrying gives the same result.
    """

    help: ClassVar[str] = (
        "The signature does not match the message; causes: another key, "
        "`signing_algorithm` or `message_type`, an altered message, or a "
        "signature that is still Base64 text."
    )


class KMSInvalidStateException(ServiceError):
    """The KMS key is in a state that rules the operation out.

    Typical are keys pending deletion or waiting for key material: see `key_state` in `DescribeKey`.
    For keys in custom key stores it also stands for any trouble with cluster or proxy, and then
    `message` tells the cause. Retrying helps only when the state is about to change, as in
    `Creating` or `Updating`.
    """

    help: ClassVar[str] = "The KMS key is in a state that rules the operation out."


class KeyUnavailableException(ServiceError):
    """KMS cannot get at the KMS key for the moment.

    Transient: retry with backoff.
    """

    fault: Fault = "server"
    help: ClassVar[str] = "KMS cannot get at the KMS key for the moment."
    retryable: ClassVar[bool] = True


class LimitExceededException(ServiceError):
    """A quota or a length limit would be exceeded.

    It concerns amounts (keys, aliases, grants per key, size of the key policy, on-demand rotations
    per key), not request rates, which AWS reports as `ThrottlingException`. Remove what is no
    longer needed or have the quota increased; retrying alone does not help.
    """

    help: ClassVar[str] = "A quota or a length limit would be exceeded."
    quota: ClassVar[bool] = True


class MalformedPolicyDocumentException(ServiceError):
    """The key policy is not valid JSON, or not valid as a policy.

    Besides syntax, look for principals that do not exist. A role made seconds ago may be unknown to
    KMS so far, in which case a later retry succeeds.
    """

    help: ClassVar[str] = "The key policy is not valid JSON, or not valid as a policy."


class NotFoundException(ServiceError):
    """The KMS key, alias or other resource does not exist in this Region and account.

    First suspects are the client's Region and credentials, and an alias name used for a key of
    another account. Something just created may need some seconds to be visible on every KMS host;
    then a few retries are reasonable.
    """

    help: ClassVar[str] = (
        "The KMS key, alias or other resource does not exist in this Region and account."
    )
    regional: ClassVar[bool] = True


class TagException(ServiceError):
    """A tag breaks the rules for tag keys or values.

    Look for forbidden characters, a tag key with the reserved prefix `aws:`, and a tag key given
    twice.
    """

    help: ClassVar[str] = "A tag breaks the rules for tag keys or values."


class UnsupportedOperationException(ServiceError):
    """KMS does not offer this operation or parameter for this resource.

    Examples: rotation of asymmetric or HMAC keys, data key pairs under keys of custom key stores,
    random bytes from an external key store. Permanent.
    """

    help: ClassVar[str] = "KMS does not offer this operation or parameter for this resource."
    regional: ClassVar[bool] = True


class XksKeyAlreadyInUseException(ServiceError):
    """The external key already backs another KMS key of this key store.

    External keys and KMS keys go one to one. Give another `xks_key_id`, or use the KMS key that
    exists.
    """

    help: ClassVar[str] = "The external key already backs another KMS key of this key store."


class XksKeyInvalidConfigurationException(ServiceError):
    """The external key is of the wrong kind, or not switched on.

    Wanted is a 256-bit AES key, active in the external key manager, with encryption and decryption
    both permitted.
    """

    help: ClassVar[str] = "The external key is of the wrong kind, or not switched on."


class XksKeyNotFoundException(ServiceError):
    """The external key store proxy knows no key with this ID.

    `xks_key_id` is the proxy's ID for the key, which may differ from the one shown by the key
    manager. Check that both speak of the same tenant.
    """

    help: ClassVar[str] = "The external key store proxy knows no key with this ID."


class XksProxyIncorrectAuthenticationCredentialException(ServiceError):
    """The external key store proxy rejected the credential that KMS presented.

    Compare access key ID and secret with the proxy's settings, and make sure that endpoint and path
    lead to the proxy that issued them.
    """

    help: ClassVar[str] = "The external key store proxy rejected the credential that KMS presented."


class XksProxyInvalidConfigurationException(ServiceError):
    """The external key store proxy is set up in a way that KMS cannot work with.

    `message` names the fault. Correct the proxy, then repeat the call.
    """

    help: ClassVar[str] = (
        "The external key store proxy is set up in a way that KMS cannot work with."
    )


class XksProxyInvalidResponseException(ServiceError):
    """The external key store proxy answered in a form that KMS does not understand.

    It can be a passing network fault, so one or two retries make sense. If it stays, the proxy's
    vendor is the one to ask.
    """

    help: ClassVar[str] = (
        "The external key store proxy answered in a form that KMS does not understand."
    )


class XksProxyUriEndpointInUseException(ServiceError):
    """The proxy endpoint already serves another external key store in the Region.

    Endpoints can be shared only under conditions set by the connectivity type; `message` says which
    one was broken. Choose another endpoint.
    """

    help: ClassVar[str] = (
        "The proxy endpoint already serves another external key store in the Region."
    )


class XksProxyUriInUseException(ServiceError):
    """Endpoint and path together already serve another external key store in the Region.

    Give the key store a path of its own on the proxy, or another endpoint.
    """

    help: ClassVar[str] = (
        "Endpoint and path together already serve another external key store in the Region."
    )


class XksProxyUriUnreachableException(ServiceError):
    """KMS got no usable answer at the proxy's address.

    Check endpoint, path, DNS, TLS and firewall. A proxy that reports all its key managers as down
    leads here too; once it has recovered, the same call can succeed.
    """

    help: ClassVar[str] = "KMS got no usable answer at the proxy's address."


class XksProxyVpcEndpointServiceInUseException(ServiceError):
    """The VPC endpoint service already serves another external key store in the Region.

    Create an endpoint service for each external key store.
    """

    help: ClassVar[str] = (
        "The VPC endpoint service already serves another external key store in the Region."
    )


class XksProxyVpcEndpointServiceInvalidConfigurationException(ServiceError):
    """The VPC endpoint service does not meet the requirements of KMS.

    `message` says what is missing. Check: network load balancer in two Availability Zones or more,
    no manual acceptance of connections, KMS among the allowed principals, verified private DNS name
    that matches the TLS certificate.
    """

    help: ClassVar[str] = "The VPC endpoint service does not meet the requirements of KMS."


class XksProxyVpcEndpointServiceNotFoundException(ServiceError):
    """KMS does not see a VPC endpoint service of this name.

    Either the name or the Region is wrong, or the service does not list the KMS principal
    (`cks.kms.<region>.amazonaws.com`) among those allowed.
    """

    help: ClassVar[str] = "KMS does not see a VPC endpoint service of this name."
    regional: ClassVar[bool] = True


publish(globals(), "smaws_kms")
