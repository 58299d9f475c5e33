"""Frames of the errors about wrong arguments hold no secret."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, TypeAlias

import attrs
import pytest

import smaws_kms as kms
from smaws_kms import signing
from smaws_kms._runtime.serde.fields import member_of
from tests.operations.facts import AnyOperation, each_operation, method_name
from tests.operations.values import members_of
from tests.unit.redaction.frame_secrets import SECRET, options
from tests.unit.redaction.frame_watch import leaks_in_frames
from tests.unit.redaction.secret_markers import planted
from tests.unit.redaction.secret_programs import CREDENTIALS


@each_operation
def test_wrong_type(operation: AnyOperation) -> None:
    """The error for a member of a wrong type shows no member's value."""
    members = members_of(planted(operation.input))
    fields = attrs.fields_dict(operation.input)
    with kms.KMSClient(**options()) as client:
        call = getattr(client, method_name(operation))
        for name in members:
            value = {"a dict": SECRET} if member_of(fields[name]).sensitive else object()
            wrong = {**members, name: value}
            for make in (call, operation.input):
                with pytest.raises(TypeError) as caught:
                    make(**wrong)
                assert [] == leaks_in_frames(caught.value), name


Wrong: TypeAlias = Callable[[], object]
WRONG: Final[dict[str, Wrong]] = {
    "a text": lambda: kms.EncryptRequest(key_id="k", plaintext=SECRET.decode()),  # type: ignore[arg-type]
    "positional": lambda: kms.EncryptRequest(SECRET),  # type: ignore[call-arg,arg-type]
    "unknown": lambda: kms.EncryptRequest(key_id="k", plain=SECRET),  # type: ignore[call-arg]
    "no request": lambda: kms.Encrypt.request_sync(kms.KMSClient(), SECRET),  # type: ignore[arg-type]
    "no request, async": lambda: asyncio.run(kms.Encrypt.request(kms.AsyncKMSClient(), SECRET)),  # type: ignore[arg-type]
    "a dict for a structure": lambda: kms.KMSClient().create_custom_key_store(
        custom_key_store_name="n",
        xks_proxy_authentication_credential={"RawSecretAccessKey": SECRET},  # type: ignore[arg-type]
    ),
    "a structure": lambda: kms.XksProxyAuthenticationCredentialType(
        access_key_id="a",
        raw_secret_access_key=SECRET,  # type: ignore[arg-type]
    ),
    "from_wire": lambda: kms.from_wire(kms.DecryptResponse, {"Plaintext": 1, "X": SECRET}),
    "sign": lambda: signing.sign(
        method="POST",
        url="no host",
        headers={"x-secret": SECRET.decode()},
        body=SECRET,
        region="eu-west-1",
        service="kms",
        credentials=CREDENTIALS,
        now=datetime.now(UTC),
    ),
}


@pytest.mark.parametrize("wrong", list(WRONG.values()), ids=list(WRONG))
def test_wrong_use(wrong: Wrong) -> None:
    """Frames of the functions that reject a value do not hold it."""
    with pytest.raises((TypeError, kms.ResponseParseError, ValueError)) as caught:
        wrong()

    assert [] == leaks_in_frames(caught.value)


REFUSED: Final[dict[str, Wrong]] = {
    "credentials": lambda: kms.KMSClient(credentials=("AKIDEXAMPLE", SECRET)),  # type: ignore[arg-type]
    "headers": lambda: kms.AsyncKMSClient(headers={"a": 1, "b": SECRET.decode()}),  # type: ignore[dict-item]
    "timeout beside a password": lambda: kms.KMSClient(
        endpoint_url=f"https://user:{SECRET.decode()}@host",
        timeout="1",  # type: ignore[arg-type]
    ),
    "derived": lambda: kms.KMSClient().with_options(headers={"a": 1, "b": SECRET.decode()}),  # type: ignore[dict-item]
}


@pytest.mark.parametrize("wrong", list(REFUSED.values()), ids=list(REFUSED))
def test_refused_arguments_of_clients(wrong: Wrong) -> None:
    """The error for an unknown argument of a client shows no argument."""
    with pytest.raises(TypeError) as caught:
        wrong()

    assert [] == leaks_in_frames(caught.value)
