"""ARNs of another Region or partition than the client's, which the text of a failed call points out."""

from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms._runtime.endpoints.partitions import find_partition, partition_of
from tests.unit.call.call_harness import DONE, CallHarness, refusal

HERE = "arn:aws:kms:eu-west-1:111122223333:key/k"
THERE = "arn:aws:kms:us-east-2:111122223333:key/k"
ALIAS = "arn:aws:kms:us-east-2:111122223333:alias/a"
REPLICA = "arn:aws:kms:us-east-2:111122223333:key/mrk-1"


def hints(request: Any, operation: Any = kms.Encrypt, code: str = "NotFoundException") -> str:
    """Return what follows the message in the error of a call of eu-west-1."""
    error = CallHarness(request, operation=operation).finish(refusal(code)).error
    return str(error).partition(f"{code}: no")[2].strip()


def encrypt(key_id: str, **members: Any) -> kms.EncryptRequest:
    """Return a request for a key."""
    return kms.EncryptRequest(key_id=key_id, plaintext=b"x", **members)


@pytest.mark.parametrize(
    ("key_id", "expected"),
    [
        (HERE, "region eu-west-1"),
        ("alias/orders", "region eu-west-1"),
        ("mrk-1", "region eu-west-1"),
        ("arn:aws:kms", "region eu-west-1"),
        ("arn:aws:iam::111122223333:role/r", "region eu-west-1"),
        ("arn:aws:s3:us-east-2:111122223333:key/k", "region eu-west-1"),
        ("arn:aws:kms::111122223333:key/k", "region eu-west-1"),
        ("arn:aws:kms:us east:111122223333:key/k", "region eu-west-1"),
        (THERE, "key_id is an ARN of us-east-2, this client calls eu-west-1"),
        (ALIAS, "key_id is an ARN of us-east-2, this client calls eu-west-1"),
        (
            REPLICA,
            (
                "key_id is an ARN of us-east-2, this client calls eu-west-1, where a replica would have "
                "the same ID"
            ),
        ),
        (
            "arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1",
            "key_id is an ARN of cn-north-1 (aws-cn), this client calls eu-west-1",
        ),
        (
            "arn:aws-cn:kms:eu-west-1:111122223333:key/k",
            "key_id is an ARN of the partition aws-cn, but eu-west-1 is in aws",
        ),
    ],
)
def test_key_id(key_id: str, expected: str) -> None:
    """The hint names member and Regions; other names and ARNs give none."""
    assert f"({expected})" == hints(encrypt(key_id))


def test_two_members() -> None:
    """Every member is looked at."""
    request = kms.ReEncryptRequest(
        ciphertext_blob=b"x", source_key_id=THERE, destination_key_id=ALIAS
    )

    assert (
        "(source_key_id is an ARN of us-east-2, this client calls eu-west-1; "
        "destination_key_id is an ARN of us-east-2, this client calls eu-west-1)"
    ) == hints(request, kms.ReEncrypt)


@pytest.mark.parametrize(
    "members",
    [{"grant_tokens": [HERE, THERE]}, {"grant_tokens": [THERE] * 9}],
)
def test_lists(members: dict[str, Any]) -> None:
    """Items of lists are looked at; the number of hints is limited."""
    shown = hints(encrypt("k", **members))

    assert "grant_tokens[1] is an ARN of us-east-2" in shown
    assert shown.count("is an ARN") <= 3


def test_nested_members() -> None:
    """Members of structures are looked at."""
    request = kms.CreateGrantRequest(
        key_id=HERE,
        grantee_principal="p",
        operations=[],
        constraints=kms.GrantConstraints(source_arn=THERE),
    )
    assert "(constraints.source_arn is an ARN of us-east-2," in hints(request, kms.CreateGrant)


def test_maps() -> None:
    """An encryption context may name resources of any Region."""
    assert "(region eu-west-1)" == hints(encrypt("k", encryption_context={"key": THERE}))


def test_sensitive_members() -> None:
    """A sensitive member is not looked at."""
    request = kms.CreateCustomKeyStoreRequest(
        custom_key_store_name="s", key_store_password=f"{THERE}"
    )

    assert "ARN" not in hints(request, kms.CreateCustomKeyStore, "XksKeyNotFoundException")


def test_success_is_sent() -> None:
    """An ARN of another Region is sent as it is: the service decides."""
    harness = CallHarness(encrypt(THERE))

    assert harness.finish(DONE).is_ok
    assert THERE.encode() in harness.sent[0].request.body


def test_failures_of_the_service() -> None:
    """A failure that the ARN cannot explain does not mention it."""
    error = CallHarness(encrypt(THERE), retry=kms.RetryPolicy(max_attempts=1)).finish(
        refusal("ThrottlingException")
    )

    assert "ARN" not in str(error.error)


def test_partitions() -> None:
    """The prefixes agree with the partitions that endpoints are made from."""
    from smaws_kms._generated.endpoints import PARTITIONS  # noqa: PLC0415  # 5 ms

    regions = [region for partition in PARTITIONS for region in partition.regions]

    assert [] == [
        region
        for region in regions
        if partition_of(region) != find_partition(region, PARTITIONS).name
        and not region.endswith("-global")
    ]
