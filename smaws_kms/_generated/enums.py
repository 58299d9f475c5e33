# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enums of AWS Key Management Service."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class AlgorithmSpec(StrEnum):
    """How to wrap key material for import under the wrapping key from KMS.

    Direct RSA wrapping suits short material such as AES and HMAC keys; RSA private keys are too
    long and take the two-step `RSA_AES_KEY_WRAP_...`. Use the SHA-256 variants unless the HSM that
    wraps can do no better than SHA-1.
    """

    RSAES_PKCS1_V1_5 = "RSAES_PKCS1_V1_5"
    """Refused by KMS since October 2023; kept for old code."""
    RSAES_OAEP_SHA_1 = "RSAES_OAEP_SHA_1"
    """Direct RSA-OAEP wrapping with SHA-1; not for RSA private keys, nor for P-521 keys under
    `RSA_2048`.
    """
    RSAES_OAEP_SHA_256 = "RSAES_OAEP_SHA_256"
    """Direct RSA-OAEP wrapping with SHA-256; not for RSA private keys, nor for P-521 keys under
    `RSA_2048`.
    """
    RSA_AES_KEY_WRAP_SHA_1 = "RSA_AES_KEY_WRAP_SHA_1"
    """Material wrapped by a one-time AES key, that key by RSA-OAEP with SHA-1; fits RSA and ECC
    keys.
    """
    RSA_AES_KEY_WRAP_SHA_256 = "RSA_AES_KEY_WRAP_SHA_256"
    """Material wrapped by a one-time AES key, that key by RSA-OAEP with SHA-256; fits RSA and ECC
    keys.
    """
    SM2PKE = "SM2PKE"
    """SM2 public key encryption, with an `SM2` wrapping key; China Regions only."""


class ConnectionErrorCodeType(StrEnum):
    """Why a custom key store failed to connect.

    After `FAILED`, disconnect the key store, remove the cause and connect again. Codes starting
    with `XKS_` concern external key stores; those about clusters, subnets and users concern AWS
    CloudHSM key stores.
    """

    INVALID_CREDENTIALS = "INVALID_CREDENTIALS"
    """Wrong `kmsuser` password (AWS CloudHSM) or wrong proxy credential (external key store)."""
    CLUSTER_NOT_FOUND = "CLUSTER_NOT_FOUND"
    """No CloudHSM cluster with the configured ID can be found."""
    NETWORK_ERRORS = "NETWORK_ERRORS"
    """Network trouble between KMS and the backing key store."""
    INTERNAL_ERROR = "INTERNAL_ERROR"
    """Fault within KMS; disconnect, then connect again."""
    INSUFFICIENT_CLOUDHSM_HSMS = "INSUFFICIENT_CLOUDHSM_HSMS"
    """The cluster has no active HSM; connecting needs one."""
    USER_LOCKED_OUT = "USER_LOCKED_OUT"
    """Too many failed logins locked `kmsuser` out; set a new password in the cluster and here."""
    USER_NOT_FOUND = "USER_NOT_FOUND"
    """The cluster has no crypto user `kmsuser`; create it, then update the key store password."""
    USER_LOGGED_IN = "USER_LOGGED_IN"
    """Somebody is logged in to the cluster as `kmsuser`; log that session out."""
    SUBNET_NOT_FOUND = "SUBNET_NOT_FOUND"
    """A configured subnet is gone; restore a cluster from backup and switch to it."""
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET = "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET"
    """A private subnet of the cluster has run out of IP addresses; KMS takes one in each."""
    XKS_PROXY_ACCESS_DENIED = "XKS_PROXY_ACCESS_DENIED"
    """The proxy's access rules turn KMS away."""
    XKS_PROXY_NOT_REACHABLE = "XKS_PROXY_NOT_REACHABLE"
    """The proxy does not respond at its address, or reports every key manager as down."""
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND = "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND"
    """The endpoint service is missing, misnamed, or closed to the KMS principal."""
    XKS_PROXY_INVALID_RESPONSE = "XKS_PROXY_INVALID_RESPONSE"
    """The proxy's answer makes no sense to KMS; if lasting, a matter for its vendor."""
    XKS_PROXY_INVALID_CONFIGURATION = "XKS_PROXY_INVALID_CONFIGURATION"
    """The proxy is misconfigured; check the URI path first."""
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION = (
        "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION"
    )
    """The endpoint service violates a requirement: balancer, principals, acceptance or private DNS
    name.
    """
    XKS_PROXY_TIMED_OUT = "XKS_PROXY_TIMED_OUT"
    """The proxy accepts connections, yet is too slow to answer."""
    XKS_PROXY_INVALID_TLS_CONFIGURATION = "XKS_PROXY_INVALID_TLS_CONFIGURATION"
    """TLS fails: version below 1.2, or certificate expired, misnamed, or of an untrusted issuer."""


class ConnectionStateType(StrEnum):
    """Connection between KMS and the backing of a custom key store."""

    CONNECTED = "CONNECTED"
    """Keys can be created and used, provided the backing is healthy."""
    CONNECTING = "CONNECTING"
    """`ConnectCustomKeyStore` is in progress, which may take many minutes."""
    FAILED = "FAILED"
    """The last attempt failed; see `connection_error_code`, and disconnect before trying anew."""
    DISCONNECTED = "DISCONNECTED"
    """Never connected, or disconnected on request; keys are unusable, settings can be changed."""
    DISCONNECTING = "DISCONNECTING"
    """`DisconnectCustomKeyStore` is in progress; wait."""


class CustomKeyStoreType(StrEnum):
    """What backs a custom key store."""

    AWS_CLOUDHSM = "AWS_CLOUDHSM"
    """An AWS CloudHSM cluster in the same account and Region."""
    EXTERNAL_KEY_STORE = "EXTERNAL_KEY_STORE"
    """A key manager outside AWS, reached through an external key store proxy."""


class CustomerMasterKeySpec(StrEnum):
    """Deprecated counterpart of `KeySpec`, without the newer specs.

    Deprecated.
    """

    RSA_2048 = "RSA_2048"
    """RSA key pair, 2,048 bits."""
    RSA_3072 = "RSA_3072"
    """RSA key pair, 3,072 bits."""
    RSA_4096 = "RSA_4096"
    """RSA key pair, 4,096 bits."""
    ECC_NIST_P256 = "ECC_NIST_P256"
    """Elliptic curve key pair on NIST P-256 (secp256r1)."""
    ECC_NIST_P384 = "ECC_NIST_P384"
    """Elliptic curve key pair on NIST P-384 (secp384r1)."""
    ECC_NIST_P521 = "ECC_NIST_P521"
    """Elliptic curve key pair on NIST P-521 (secp521r1)."""
    ECC_SECG_P256K1 = "ECC_SECG_P256K1"
    """Elliptic curve key pair on secp256k1, the curve of Bitcoin and Ethereum."""
    SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT"
    """Symmetric encryption key: AES-256-GCM, in China Regions SM4."""
    HMAC_224 = "HMAC_224"
    """HMAC key for `HMAC_SHA_224`."""
    HMAC_256 = "HMAC_256"
    """HMAC key for `HMAC_SHA_256`."""
    HMAC_384 = "HMAC_384"
    """HMAC key for `HMAC_SHA_384`."""
    HMAC_512 = "HMAC_512"
    """HMAC key for `HMAC_SHA_512`."""
    SM2 = "SM2"
    """SM2 key pair; China Regions only."""


class DataKeyPairSpec(StrEnum):
    """Kind of data key pair, made by KMS for use elsewhere.

    KMS does not see how a pair is used, so keeping to one purpose per pair is up to you. RSA pairs
    take noticeably longer to generate than ECC pairs.
    """

    RSA_2048 = "RSA_2048"
    """RSA, 2,048 bits; for encryption or signing."""
    RSA_3072 = "RSA_3072"
    """RSA, 3,072 bits; for encryption or signing."""
    RSA_4096 = "RSA_4096"
    """RSA, 4,096 bits; for encryption or signing, slowest to generate."""
    ECC_NIST_P256 = "ECC_NIST_P256"
    """NIST P-256 (secp256r1); best kept to signing."""
    ECC_NIST_P384 = "ECC_NIST_P384"
    """NIST P-384 (secp384r1); best kept to signing."""
    ECC_NIST_P521 = "ECC_NIST_P521"
    """NIST P-521 (secp521r1); best kept to signing."""
    ECC_SECG_P256K1 = "ECC_SECG_P256K1"
    """secp256k1, the curve of Bitcoin and Ethereum; for signing."""
    SM2 = "SM2"
    """SM2, for encryption or signing; China Regions only."""
    ECC_NIST_EDWARDS25519 = "ECC_NIST_EDWARDS25519"
    """Ed25519; for signing."""
    ML_KEM_512 = "ML_KEM_512"
    """ML-KEM-512 (FIPS 203, category 1), private key as seed; not in China Regions."""
    ML_KEM_768 = "ML_KEM_768"
    """ML-KEM-768 (FIPS 203, category 3), private key as seed; not in China Regions."""
    ML_KEM_1024 = "ML_KEM_1024"
    """ML-KEM-1024 (FIPS 203, category 5), private key as seed; not in China Regions."""


class DataKeySpec(StrEnum):
    """Length of a symmetric data key."""

    AES_256 = "AES_256"
    """32 bytes, for AES-256."""
    AES_128 = "AES_128"
    """16 bytes, for AES-128."""


class DryRunModifierType(StrEnum):
    """What a dry run shall leave unchecked."""

    IGNORE_CIPHERTEXT = "IGNORE_CIPHERTEXT"
    """Check permissions alone, with no ciphertext needed; the key must then be named."""


class EncapsulationAlgorithmSpec(StrEnum):
    """Key encapsulation algorithm for a shared secret."""

    ML_KEM = "ML_KEM"
    """ML-KEM (FIPS 203), post-quantum; the parameter set follows from the KMS key's spec."""


class EncryptionAlgorithmSpec(StrEnum):
    """Algorithm by which a KMS key encrypts and decrypts.

    Symmetric ciphertext records key and algorithm; asymmetric ciphertext records neither, so store
    both alongside. Largest plaintext in bytes with RSA keys of 2,048, 3,072 and 4,096 bits: 190,
    318 and 446 for SHA-256; 214, 342 and 470 for SHA-1.
    """

    SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT"
    """AES-256-GCM (SM4 in China Regions) with encryption context as authenticated data; up to 4,096
    bytes.
    """
    RSAES_OAEP_SHA_1 = "RSAES_OAEP_SHA_1"
    """RSA-OAEP with SHA-1 and MGF1, for compatibility; no encryption context."""
    RSAES_OAEP_SHA_256 = "RSAES_OAEP_SHA_256"
    """RSA-OAEP with SHA-256 and MGF1, preferred for RSA keys; no encryption context."""
    SM2PKE = "SM2PKE"
    """SM2 public key encryption of up to 1,024 bytes; China Regions only."""


class ExpirationModelType(StrEnum):
    """Whether imported key material has an end date."""

    KEY_MATERIAL_EXPIRES = "KEY_MATERIAL_EXPIRES"
    """KMS deletes the material at `valid_to`; the key stays unusable until reimport."""
    KEY_MATERIAL_DOES_NOT_EXPIRE = "KEY_MATERIAL_DOES_NOT_EXPIRE"
    """The material stays until deleted by request."""


class GrantOperation(StrEnum):
    """What a grant can allow its grantee to do.

    The operations must suit the KMS key: no `Sign` for a symmetric key, no `GenerateDataKey` for an
    asymmetric one. `CreateGrant` and `RetireGrant` concern grants rather than data.
    """

    Decrypt = "Decrypt"
    """Decrypt with the key, which covers encrypted data keys too."""
    Encrypt = "Encrypt"
    """Encrypt data under the key."""
    GenerateDataKey = "GenerateDataKey"
    """Have data keys generated, in plaintext and encrypted."""
    GenerateDataKeyWithoutPlaintext = "GenerateDataKeyWithoutPlaintext"
    """Have data keys generated, encrypted copy only."""
    ReEncryptFrom = "ReEncryptFrom"
    """Use the key as source in `ReEncrypt`."""
    ReEncryptTo = "ReEncryptTo"
    """Use the key as destination in `ReEncrypt`."""
    Sign = "Sign"
    """Sign with an asymmetric key."""
    Verify = "Verify"
    """Have KMS check signatures of the key."""
    GetPublicKey = "GetPublicKey"
    """Download the public half of an asymmetric key."""
    CreateGrant = "CreateGrant"
    """Pass permissions on through further grants, none of them wider than this one."""
    RetireGrant = "RetireGrant"
    """Give up this grant when no longer needed."""
    DescribeKey = "DescribeKey"
    """Read the key's metadata; encryption context constraints do not apply."""
    GenerateDataKeyPair = "GenerateDataKeyPair"
    """Have data key pairs generated, private key in plaintext and encrypted."""
    GenerateDataKeyPairWithoutPlaintext = "GenerateDataKeyPairWithoutPlaintext"
    """Have data key pairs generated, private key encrypted only."""
    GenerateMac = "GenerateMac"
    """Compute MACs with an HMAC key."""
    VerifyMac = "VerifyMac"
    """Have KMS check MACs of the key."""
    DeriveSharedSecret = "DeriveSharedSecret"
    """Run ECDH key agreement with the key's private half."""
    Encapsulate = "Encapsulate"
    """Create shared secrets for an ML-KEM key."""
    Decapsulate = "Decapsulate"
    """Recover shared secrets with an ML-KEM key."""


class ImportState(StrEnum):
    """Whether KMS holds a certain imported key material."""

    IMPORTED = "IMPORTED"
    """The material is in KMS and usable."""
    PENDING_IMPORT = "PENDING_IMPORT"
    """The material is expired, deleted or not yet there; import exactly those bytes."""


class ImportType(StrEnum):
    """Whether an import adds key material or restores known material.

    When left out: new for a key that never had material, existing for all others. Only symmetric
    encryption keys can have several materials.
    """

    NEW_KEY_MATERIAL = "NEW_KEY_MATERIAL"
    """Add material the key has never had; for multi-Region keys, on the primary first."""
    EXISTING_KEY_MATERIAL = "EXISTING_KEY_MATERIAL"
    """Bring back or extend known material; for replica keys, material already on the primary."""


class IncludeKeyMaterial(StrEnum):
    """Which key materials `ListKeyRotations` lists."""

    ALL_KEY_MATERIAL = "ALL_KEY_MATERIAL"
    """Every material, with the first and those still waiting for rotation."""
    ROTATIONS_ONLY = "ROTATIONS_ONLY"
    """Only materials that a rotation brought into use; the default."""


class KeyAgreementAlgorithmSpec(StrEnum):
    """Key agreement algorithm for a shared secret."""

    ECDH = "ECDH"
    """Elliptic curve Diffie-Hellman with cofactor; run the result through a key derivation
    function.
    """


class KeyEncryptionMechanism(StrEnum):
    """How KMS encrypts its answer to an attested environment."""

    RSAES_OAEP_SHA_256 = "RSAES_OAEP_SHA_256"
    """RSA-OAEP with SHA-256, to the public key in the attestation document."""


class KeyLastUsageTrackingOperation(StrEnum):
    """Cryptographic operations that count as use of a KMS key.

    Only success counts. Metadata calls such as `DescribeKey` and `GetPublicKey` are not recorded
    here.
    """

    Decrypt = "Decrypt"
    """The key decrypted data or a data key."""
    DeriveSharedSecret = "DeriveSharedSecret"
    """The key took part in an ECDH key agreement."""
    Encrypt = "Encrypt"
    """The key encrypted data."""
    GenerateDataKey = "GenerateDataKey"
    """The key encrypted a new data key, which was also returned in plaintext."""
    GenerateDataKeyPair = "GenerateDataKeyPair"
    """The key encrypted the private half of a new data key pair."""
    GenerateDataKeyPairWithoutPlaintext = "GenerateDataKeyPairWithoutPlaintext"
    """As `GenerateDataKeyPair`, without returning the plaintext private key."""
    GenerateDataKeyWithoutPlaintext = "GenerateDataKeyWithoutPlaintext"
    """The key encrypted a new data key, returned in no other form."""
    GenerateMac = "GenerateMac"
    """The key computed a MAC."""
    ReEncrypt = "ReEncrypt"
    """The key was the source or the destination of a re-encryption."""
    Sign = "Sign"
    """The key signed a message."""
    Verify = "Verify"
    """The key verified a signature."""
    VerifyMac = "VerifyMac"
    """The key verified a MAC."""
    Encapsulate = "Encapsulate"
    """The key's public half encapsulated a shared secret."""
    Decapsulate = "Decapsulate"
    """The key's private half recovered a shared secret."""


class KeyManagerType(StrEnum):
    """Who controls a KMS key."""

    AWS = "AWS"
    """An AWS service; policy, state and rotation cannot be changed by the account."""
    CUSTOMER = "CUSTOMER"
    """The account that owns the key, with full control over it."""


class KeyMaterialState(StrEnum):
    """Role of one key material among those of a KMS key."""

    NON_CURRENT = "NON_CURRENT"
    """Rotated out: decrypts old ciphertext, encrypts nothing new."""
    CURRENT = "CURRENT"
    """In use for encrypting and decrypting."""
    PENDING_ROTATION = "PENDING_ROTATION"
    """Imported and ready; `RotateKeyOnDemand` makes it current."""
    PENDING_MULTI_REGION_IMPORT_AND_ROTATION = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"
    """Imported on the primary key, still missing on at least one replica."""


class KeySpec(StrEnum):
    """Kind of key material in a KMS key, fixed at creation.

    `SYMMETRIC_DEFAULT` is right for envelope encryption and the only spec with which AWS services
    encrypt what they store for you. Most asymmetric specs cost more per request, and all have lower
    request quotas.
    """

    RSA_2048 = "RSA_2048"
    """RSA, 2,048 bits; `ENCRYPT_DECRYPT` or `SIGN_VERIFY`."""
    RSA_3072 = "RSA_3072"
    """RSA, 3,072 bits; `ENCRYPT_DECRYPT` or `SIGN_VERIFY`."""
    RSA_4096 = "RSA_4096"
    """RSA, 4,096 bits; `ENCRYPT_DECRYPT` or `SIGN_VERIFY`."""
    ECC_NIST_P256 = "ECC_NIST_P256"
    """NIST P-256 (secp256r1); `SIGN_VERIFY` with `ECDSA_SHA_256`, or `KEY_AGREEMENT`."""
    ECC_NIST_P384 = "ECC_NIST_P384"
    """NIST P-384 (secp384r1); `SIGN_VERIFY` with `ECDSA_SHA_384`, or `KEY_AGREEMENT`."""
    ECC_NIST_P521 = "ECC_NIST_P521"
    """NIST P-521 (secp521r1); `SIGN_VERIFY` with `ECDSA_SHA_512`, or `KEY_AGREEMENT`."""
    ECC_SECG_P256K1 = "ECC_SECG_P256K1"
    """secp256k1, as used by cryptocurrencies; `SIGN_VERIFY` with `ECDSA_SHA_256`."""
    SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT"
    """The default: AES-256-GCM (SM4 in China Regions) for `ENCRYPT_DECRYPT`; never leaves KMS."""
    HMAC_224 = "HMAC_224"
    """HMAC key for `HMAC_SHA_224`; `GENERATE_VERIFY_MAC`."""
    HMAC_256 = "HMAC_256"
    """HMAC key for `HMAC_SHA_256`; `GENERATE_VERIFY_MAC`."""
    HMAC_384 = "HMAC_384"
    """HMAC key for `HMAC_SHA_384`; `GENERATE_VERIFY_MAC`."""
    HMAC_512 = "HMAC_512"
    """HMAC key for `HMAC_SHA_512`; `GENERATE_VERIFY_MAC`."""
    SM2 = "SM2"
    """SM2; `ENCRYPT_DECRYPT`, `SIGN_VERIFY` or `KEY_AGREEMENT`; China Regions only."""
    ML_DSA_44 = "ML_DSA_44"
    """ML-DSA-44 (FIPS 204, category 2), post-quantum; `SIGN_VERIFY`, smallest signatures of the
    three.
    """
    ML_DSA_65 = "ML_DSA_65"
    """ML-DSA-65 (FIPS 204, category 3), post-quantum; `SIGN_VERIFY`."""
    ML_DSA_87 = "ML_DSA_87"
    """ML-DSA-87 (FIPS 204, category 5), post-quantum; `SIGN_VERIFY`, largest signatures of the
    three.
    """
    ECC_NIST_EDWARDS25519 = "ECC_NIST_EDWARDS25519"
    """Ed25519; `SIGN_VERIFY` only, where the algorithm dictates the message type."""
    ML_KEM_512 = "ML_KEM_512"
    """ML-KEM-512 (FIPS 203, category 1), post-quantum; `ENCAPSULATE_DECAPSULATE`; not in China
    Regions.
    """
    ML_KEM_768 = "ML_KEM_768"
    """ML-KEM-768 (FIPS 203, category 3), post-quantum; `ENCAPSULATE_DECAPSULATE`; not in China
    Regions.
    """
    ML_KEM_1024 = "ML_KEM_1024"
    """ML-KEM-1024 (FIPS 203, category 5), post-quantum; `ENCAPSULATE_DECAPSULATE`; not in China
    Regions.
    """


class KeyState(StrEnum):
    """What can be done with a KMS key at present.

    Except in `Enabled` and `Updating`, cryptographic operations fail: with `DisabledException` for
    `Disabled`, otherwise with `KMSInvalidStateException`. Changes of state take a short while to
    reach all of KMS.
    """

    Creating = "Creating"
    """A new replica key is being set up; wait for `Enabled`."""
    Enabled = "Enabled"
    """Ready for every operation that its usage permits."""
    Disabled = "Disabled"
    """Switched off; `EnableKey` brings it back."""
    PendingDeletion = "PendingDeletion"
    """Waiting period before final deletion; `CancelKeyDeletion` leaves it `Disabled`."""
    PendingImport = "PendingImport"
    """Key material is missing, expired or deleted; import it to continue."""
    PendingReplicaDeletion = "PendingReplicaDeletion"
    """Primary key to be deleted, whose waiting period starts after the last replica's end."""
    Unavailable = "Unavailable"
    """Its custom key store is disconnected; connect it to use the key."""
    Updating = "Updating"
    """Primary Region is changing: cryptographic use goes on, some management calls are refused."""


class KeyUsageType(StrEnum):
    """The one purpose of a KMS key, fixed at creation."""

    SIGN_VERIFY = "SIGN_VERIFY"
    """`Sign` and `Verify`; RSA, ECC, ML-DSA and SM2 keys."""
    ENCRYPT_DECRYPT = "ENCRYPT_DECRYPT"
    """`Encrypt`, `Decrypt`, `ReEncrypt`, and for symmetric keys data keys; symmetric, RSA and SM2
    keys.
    """
    GENERATE_VERIFY_MAC = "GENERATE_VERIFY_MAC"
    """`GenerateMac` and `VerifyMac`; HMAC keys."""
    KEY_AGREEMENT = "KEY_AGREEMENT"
    """`DeriveSharedSecret`; NIST P-256, P-384 and P-521 keys, and SM2."""
    ENCAPSULATE_DECAPSULATE = "ENCAPSULATE_DECAPSULATE"
    """`Encapsulate` and `Decapsulate`; ML-KEM keys."""


class MacAlgorithmSpec(StrEnum):
    """HMAC algorithm; each fits the HMAC key spec of equal number."""

    HMAC_SHA_224 = "HMAC_SHA_224"
    """HMAC with SHA-224 for `HMAC_224` keys; 28-byte MAC."""
    HMAC_SHA_256 = "HMAC_SHA_256"
    """HMAC with SHA-256 for `HMAC_256` keys; 32-byte MAC."""
    HMAC_SHA_384 = "HMAC_SHA_384"
    """HMAC with SHA-384 for `HMAC_384` keys; 48-byte MAC."""
    HMAC_SHA_512 = "HMAC_SHA_512"
    """HMAC with SHA-512 for `HMAC_512` keys; 64-byte MAC."""


class MessageType(StrEnum):
    """In which form the message to sign or verify is sent.

    `Sign` and `Verify` must use the same type. A digest sent as `RAW` is hashed a second time, and
    verifiers outside KMS will then reject the signature.
    """

    RAW = "RAW"
    """The message as such, up to 4,096 bytes, hashed by KMS; the default."""
    DIGEST = "DIGEST"
    """The message's hash, as long as the signing algorithm's hash function demands."""
    EXTERNAL_MU = "EXTERNAL_MU"
    """The 64-byte message representative mu of FIPS 204; ML-DSA keys only."""


class MultiRegionKeyType(StrEnum):
    """Role of a key in its multi-Region set."""

    PRIMARY = "PRIMARY"
    """The one key that can be replicated and that carries the shared settings, rotation included.
    """
    REPLICA = "REPLICA"
    """A copy with equal key ID and material, and a policy, state and tags of its own."""


class OriginType(StrEnum):
    """Where the key material of a KMS key comes from, fixed at creation."""

    AWS_KMS = "AWS_KMS"
    """Generated by KMS; the default."""
    EXTERNAL = "EXTERNAL"
    """Imported by the owner, who must keep a copy for reimport."""
    AWS_CLOUDHSM = "AWS_CLOUDHSM"
    """Generated in the AWS CloudHSM cluster behind a custom key store."""
    EXTERNAL_KEY_STORE = "EXTERNAL_KEY_STORE"
    """Held by a key manager outside AWS, used through an external key store."""


class ResourceOwnerType(StrEnum):
    """Whose KMS keys a listing covers."""

    SELF = "SELF"
    """Keys that the calling account owns; the default."""
    OTHER_ACCOUNTS_VIA_RAM = "OTHER_ACCOUNTS_VIA_RAM"
    """Keys of other accounts, shared through AWS Resource Access Manager."""


class RotationType(StrEnum):
    """What caused a rotation of key material."""

    AUTOMATIC = "AUTOMATIC"
    """The schedule set by `EnableKeyRotation`."""
    ON_DEMAND = "ON_DEMAND"
    """A call of `RotateKeyOnDemand`."""


class SigningAlgorithmSpec(StrEnum):
    """Algorithm by which a KMS key signs and verifies.

    Algorithm and key must match; `signing_algorithms` in `DescribeKey` lists the choices. Keep the
    algorithm with the signature, as `Verify` needs it. ECDSA signatures are DER-encoded (a sequence
    of r and s); JOSE and other formats with fixed length need a conversion.
    """

    RSASSA_PSS_SHA_256 = "RSASSA_PSS_SHA_256"
    """RSA-PSS with SHA-256 and a salt of 32 bytes; preferred for RSA over PKCS #1 v1.5."""
    RSASSA_PSS_SHA_384 = "RSASSA_PSS_SHA_384"
    """RSA-PSS with SHA-384 and a salt of 48 bytes."""
    RSASSA_PSS_SHA_512 = "RSASSA_PSS_SHA_512"
    """RSA-PSS with SHA-512 and a salt of 64 bytes."""
    RSASSA_PKCS1_V1_5_SHA_256 = "RSASSA_PKCS1_V1_5_SHA_256"
    """RSA PKCS #1 v1.5 with SHA-256, for compatibility (JWT `RS256`)."""
    RSASSA_PKCS1_V1_5_SHA_384 = "RSASSA_PKCS1_V1_5_SHA_384"
    """RSA PKCS #1 v1.5 with SHA-384, for compatibility (JWT `RS384`)."""
    RSASSA_PKCS1_V1_5_SHA_512 = "RSASSA_PKCS1_V1_5_SHA_512"
    """RSA PKCS #1 v1.5 with SHA-512, for compatibility (JWT `RS512`)."""
    ECDSA_SHA_256 = "ECDSA_SHA_256"
    """ECDSA with SHA-256, for `ECC_NIST_P256` and `ECC_SECG_P256K1` keys."""
    ECDSA_SHA_384 = "ECDSA_SHA_384"
    """ECDSA with SHA-384, for `ECC_NIST_P384` keys."""
    ECDSA_SHA_512 = "ECDSA_SHA_512"
    """ECDSA with SHA-512, for `ECC_NIST_P521` keys."""
    SM2DSA = "SM2DSA"
    """SM2 signature with SM3 hash; China Regions only."""
    ML_DSA_SHAKE_256 = "ML_DSA_SHAKE_256"
    """ML-DSA (FIPS 204), post-quantum; message type `RAW` or `EXTERNAL_MU`."""
    ED25519_SHA_512 = "ED25519_SHA_512"
    """Ed25519, plain variant; message type `RAW` only."""
    ED25519_PH_SHA_512 = "ED25519_PH_SHA_512"
    """Ed25519ph, prehashed variant; message type `DIGEST` only, and KMS hashes that digest again.
    """


class WrappingKeySpec(StrEnum):
    """Kind of public key under which key material is wrapped for import.

    Take the longest that the wrapping HSM can handle.
    """

    RSA_2048 = "RSA_2048"
    """RSA, 2,048 bits; too short to wrap a P-521 private key directly."""
    RSA_3072 = "RSA_3072"
    """RSA, 3,072 bits."""
    RSA_4096 = "RSA_4096"
    """RSA, 4,096 bits; the strongest choice."""
    SM2 = "SM2"
    """SM2, for use with `SM2PKE`; China Regions only."""


class XksProxyConnectivityType(StrEnum):
    """Route by which KMS reaches an external key store proxy."""

    PUBLIC_ENDPOINT = "PUBLIC_ENDPOINT"
    """Over the internet, to a public HTTPS address."""
    VPC_ENDPOINT_SERVICE = "VPC_ENDPOINT_SERVICE"
    """Privately, through an Amazon VPC endpoint service in front of the proxy."""


publish(globals(), "smaws_kms")
