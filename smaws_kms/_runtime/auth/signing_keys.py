"""Cache of SigV4 signing keys.

For one day, region and service a signing key is worth as much as its secret, and must not outlive it:
the cache refers to `Credentials` weakly, and drops the keys together with them.
"""

from hmac import digest
from typing import Final
from weakref import WeakKeyDictionary

from smaws_kms._runtime.auth.keyed_hash import KeyedHash
from smaws_kms._runtime.values import Credentials

# A client needs one key a day, for one region and service; users of `sign()` may need more.
_KEYS_PER_CREDENTIALS: Final = 8
# A program may keep one `Credentials` per tenant. Deriving a key again costs only 4 HMACs.
_CREDENTIALS: Final = 256

_Scope = tuple[str, str, str]
_Keys = dict[_Scope, KeyedHash]


def derive(secret_access_key: str, date: str, region: str, service: str) -> bytes:
    """Return the signing key of one day, region and service.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    ("Derive a signing key"):

        kDate    = HMAC("AWS4" + secret, date)
        kRegion  = HMAC(kDate, region)
        kService = HMAC(kRegion, service)
        kSigning = HMAC(kService, "aws4_request")
    """
    key = f"AWS4{secret_access_key}".encode()
    for part in (date, region, service, "aws4_request"):
        key = digest(key, part.encode(), "sha256")
    return key


class SigningKeys:
    """Bounded cache of signing keys that does not keep credentials alive."""

    def __init__(self) -> None:
        self._keys: WeakKeyDictionary[Credentials, _Keys] = WeakKeyDictionary()

    def __repr__(self) -> str:
        return f"<SigningKeys of {len(self._keys)} credentials>"

    def __len__(self) -> int:
        return sum(len(keys) for keys in tuple(self._keys.values()))

    def get(self, credentials: Credentials, date: str, region: str, service: str) -> KeyedHash:
        """Return the signing key, derived on first use."""
        # Two threads may derive the same key and store equal entries, which is cheaper than a lock
        # around every signature.
        scope = (date, region, service)
        keys = self._keys.get(credentials)
        if keys is not None and (known := keys.get(scope)) is not None:
            return known
        derived = derive(credentials.secret_access_key, date, region, service)
        key = KeyedHash(derived)
        self._remember(credentials, scope, key)
        return key

    def _remember(self, credentials: Credentials, scope: _Scope, key: KeyedHash) -> None:
        keys = self._keys.get(credentials)
        if keys is None:
            if len(self._keys) >= _CREDENTIALS:
                self._keys.clear()
            keys = self._keys[credentials] = {}
        elif len(keys) >= _KEYS_PER_CREDENTIALS:
            keys.clear()
        keys[scope] = key
