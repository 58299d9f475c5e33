"""Values, and `TypeError`s about their arguments, show no secret."""

import pprint
import re
from collections.abc import Mapping
from typing import Any, Final, cast

import attrs
import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import MEMBER, member_of
from tests.unit.redaction.secret_markers import holds_secret, leaks, planted
from tests.unit.redaction.secret_programs import CREDENTIALS
from tests.unit.redaction.shown_secrets import KEY, leaks_around, raised

CLASSES: Final[dict[str, type[Any]]] = {
    name: cls
    for name in dir(kms)
    if isinstance(cls := getattr(kms, name), type)
    and attrs.has(cls)
    and all(MEMBER in field.metadata for field in attrs.fields(cls))
}
SENSITIVE: Final = {
    "CreateCustomKeyStoreRequest.key_store_password",
    "DecapsulateResponse.shared_secret",
    "DecryptResponse.plaintext",
    "DeriveSharedSecretResponse.shared_secret",
    "EncapsulateResponse.shared_secret",
    "EncryptRequest.plaintext",
    "GenerateDataKeyPairResponse.private_key_plaintext",
    "GenerateDataKeyResponse.plaintext",
    "GenerateMacRequest.message",
    "GenerateRandomResponse.plaintext",
    "GetParametersForImportResponse.public_key",
    "SignRequest.message",
    "UpdateCustomKeyStoreRequest.key_store_password",
    "VerifyMacRequest.message",
    "VerifyRequest.message",
    "XksProxyAuthenticationCredentialType.access_key_id",
    "XksProxyAuthenticationCredentialType.raw_secret_access_key",
    "XksProxyConfigurationType.access_key_id",
}


def test_sensitive_members() -> None:
    """The package redacts exactly the members that the model marks as sensitive."""
    redacted = {
        f"{name}.{field.name}"
        for name, cls in CLASSES.items()
        for field in attrs.fields(cls)
        if member_of(field).sensitive
    }

    assert SENSITIVE == redacted


@pytest.mark.parametrize("cls", list(CLASSES.values()), ids=list(CLASSES))
def test_shapes(cls: type[Any]) -> None:
    """A shape shows no sensitive member, also inside results and other shapes."""
    shape = planted(cls)
    texts = [
        *(repr(shape), str(shape), f"{shape}", pprint.pformat(shape)),
        *(repr(kms.Ok(shape)), str([shape]), repr(kms.Ok(shape).map(lambda found: (found,)))),
    ]

    assert [] == [text for text in texts if holds_secret(text)]
    assert len(leaks(shape)) == texts[0].count("<redacted>")


WRONG: Final[Mapping[str, object]] = {
    "text": KEY,
    "bytes": KEY.encode(),
    "a list": [KEY],
    "a dict": {KEY: KEY},
    "a number": int.from_bytes(KEY.encode(), "big"),
    "another shape": planted(kms.DecryptResponse),
    "credentials": CREDENTIALS,
}
TEXTS: Final = ("key_store_password", "access_key_id", "raw_secret_access_key")


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        (member, kind)
        for member in sorted(SENSITIVE)
        for kind in WRONG
        if kind != ("text" if member.endswith(TEXTS) else "bytes")
    ],
)
def test_wrong_type_for_a_sensitive_member(member: str, kind: str) -> None:
    """The `TypeError` names the member and the actual type, without the value."""
    class_name, _, name = member.partition(".")
    shape = planted(CLASSES[class_name])
    value = WRONG[kind]

    error = raised(lambda: attrs.evolve(shape, **{name: value}))

    assert str(error).startswith(f"{member} must be ")
    assert re.search(rf" not ([a-z_]+\.)?{type(value).__name__}(: |$)", str(error))
    assert [] == leaks_around(error)


def test_wrong_request() -> None:
    """The error for another operation's request shows no member of it."""
    request = cast("kms.DecryptRequest", planted(kms.EncryptRequest))
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS)

    assert [] == leaks_around(raised(lambda: kms.Decrypt.request_sync(client, request)))


def test_credentials() -> None:
    """Credentials show only their access key ID."""
    shown = repr(CREDENTIALS)

    assert "access_key_id='AKIDEXAMPLE'" in shown
    assert 2 == shown.count("<redacted>")
    assert not holds_secret(shown + str(CREDENTIALS) + pprint.pformat([CREDENTIALS]))
