"""Derived signing keys: cached per credentials, bounded, and never shown."""

import gc

from smaws_kms._runtime.auth.keyed_hash import KeyedHash
from smaws_kms._runtime.auth.signing_keys import SigningKeys, derive
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.sigv4_examples import KEY


def test_key_is_derived_once() -> None:
    """The same day, region and service get the same key object."""
    keys = SigningKeys()

    first = keys.get(KEY, "20150830", "eu-west-1", "kms")

    assert first is keys.get(KEY, "20150830", "eu-west-1", "kms")
    assert first != keys.get(KEY, "20150831", "eu-west-1", "kms")
    assert first != keys.get(KEY, "20150830", "eu-west-2", "kms")
    assert first != keys.get(KEY, "20150830", "eu-west-1", "sts")
    assert 4 == len(keys)


def test_key_belongs_to_the_secret() -> None:
    """The key object has the key that is derived from the secret."""
    key = SigningKeys().get(KEY, "20150830", "us-east-1", "iam")
    derived = derive(KEY.secret_access_key, "20150830", "us-east-1", "iam")

    assert KeyedHash(derived).hexdigest(b"text") == key.hexdigest(b"text")


def test_keys_go_with_their_credentials() -> None:
    """Keys are dropped together with their credentials."""
    keys = SigningKeys()
    credentials = Credentials("AKIDEXAMPLE", "rotated")
    keys.get(credentials, "20150830", "eu-west-1", "kms")
    del credentials
    gc.collect()

    assert 0 == len(keys)


def test_keys_of_one_credentials_are_bounded() -> None:
    """A client that runs for years does not keep a key per day."""
    keys = SigningKeys()
    sizes: list[int] = []
    for day in range(1000):
        keys.get(KEY, f"{day:08}", "eu-west-1", "kms")
        sizes.append(len(keys))

    assert 8 == max(sizes)


def test_credentials_are_bounded() -> None:
    """The cache is bounded even if all credentials stay alive."""
    keys = SigningKeys()
    tenants = [Credentials("AKIDEXAMPLE", f"secret {number}") for number in range(1000)]
    sizes: list[int] = []
    for credentials in tenants:
        keys.get(credentials, "20150830", "eu-west-1", "kms")
        sizes.append(len(keys))

    assert 256 == max(sizes)


def test_no_secret_in_repr() -> None:
    """The repr of the cache has its size and no key."""
    keys = SigningKeys()
    keys.get(KEY, "20150830", "eu-west-1", "kms")

    assert "<SigningKeys of 1 credentials>" == repr(keys)
