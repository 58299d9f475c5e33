"""Signing keys of SigV4, derived once and remembered.

A signing key is as good as the secret it comes from for one day, region and service, so it must not
outlive it: keys hang on the `Credentials` object by weak reference and go when that goes.
"""

from hmac import HMAC, digest
from typing import Final
from weakref import WeakKeyDictionary

from smaws_kms._runtime.values import Credentials

# One client signs for one region and service, so one key a day each; the rest is for `sign()` users.
_KEYS_PER_CREDENTIALS: Final = 8
# Somebody may keep one `Credentials` per tenant alive. Deriving anew costs 4 HMACs, memory costs more.
_CREDENTIALS: Final = 256

_Scope = tuple[str, str, str]
_Keys = dict[_Scope, HMAC]


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
    """A bounded cache of signing keys that keeps no credentials alive.

    A key is held as an HMAC that has taken it in: a copy of that signs in less time than the one-shot
    function, which also has another thread run each time.
    """

    def __init__(self) -> None:
        self._keys: WeakKeyDictionary[Credentials, _Keys] = WeakKeyDictionary()

    def __repr__(self) -> str:
        return f"<SigningKeys of {len(self._keys)} credentials>"

    def __len__(self) -> int:
        return sum(len(keys) for keys in tuple(self._keys.values()))

    def get(self, credentials: Credentials, date: str, region: str, service: str) -> HMAC:
        """Return the key, derived at its first use; what is to be signed goes into a copy."""
        # Threads may derive the same key twice and overwrite each other's equal entry: harmless,
        # and cheaper than a lock around every signature.
        scope = (date, region, service)
        keys = self._keys.get(credentials)
        if keys is not None and (known := keys.get(scope)) is not None:
            return known
        derived = derive(credentials.secret_access_key, date, region, service)
        key = HMAC(derived, digestmod="sha256")
        self._remember(credentials, scope, key)
        return key

    def _remember(self, credentials: Credentials, scope: _Scope, key: HMAC) -> None:
        keys = self._keys.get(credentials)
        if keys is None:
            if len(self._keys) >= _CREDENTIALS:
                self._keys.clear()
            keys = self._keys[credentials] = {}
        elif len(keys) >= _KEYS_PER_CREDENTIALS:
            keys.clear()
        keys[scope] = key
