"""Programs of users that read: `tests/typing/programs`, run against moto."""

from datetime import UTC, datetime, timedelta

import pytest

import smaws_kms as kms
from tests.typing.programs import (
    alias_audit,
    blocking_script,
    deletion_report,
    grant_audit,
    key_audit,
    paging,
    policy_reader,
    rotation_report,
    tag_report,
)

READER = "arn:aws:iam::123456789012:role/reader"
LATER = datetime.now(UTC) + timedelta(days=10 * 365)


def new_key(client: kms.KMSClient, description: str = "") -> kms.KeyMetadata:
    """Create a key."""
    return client.create_key(description=description).unwrap().key_metadata


def test_key_audit(blocking_client: kms.KMSClient) -> None:
    """Keys without a description, disabled keys and old keys are found."""
    bare, off = new_key(blocking_client), new_key(blocking_client, "off")
    fine = new_key(blocking_client, "fine")
    blocking_client.disable_key(key_id=off.key_id).unwrap()

    today = dict(key_audit.findings(blocking_client, datetime.now(UTC)))
    later = dict(key_audit.findings(blocking_client, LATER))

    assert {bare.arn, off.arn} == today.keys()
    assert "nothing describes" in today[bare.arn]
    assert "disabled" in today[off.arn]
    assert later[fine.arn].startswith("aws_kms key created in 20")


async def test_alias_audit(client: kms.AsyncKMSClient, blocking_client: kms.KMSClient) -> None:
    """Keys with two aliases are found."""
    key_id = new_key(blocking_client).key_id
    for name in ("b", "a"):
        blocking_client.create_alias(alias_name=f"alias/{name}", target_key_id=key_id).unwrap()

    report = await alias_audit.audit(client)

    assert {key_id: ["a", "b"]} == report.shared


def test_grant_audit(blocking_client: kms.KMSClient) -> None:
    """Grants that let someone read are found and revoked."""
    key_id = new_key(blocking_client).key_id
    grants = [
        blocking_client.create_grant(
            key_id=key_id, grantee_principal=READER, operations=[operation]
        ).unwrap()
        for operation in (kms.GrantOperation.Decrypt, kms.GrantOperation.Encrypt)
    ]

    found = list(grant_audit.readers(blocking_client, key_id))
    revoked = grant_audit.revoke_all(blocking_client, key_id, READER)

    assert [(grants[0].grant_id, READER)] == found
    assert 2 == revoked
    assert [] == list(grant_audit.readers(blocking_client, key_id))


async def test_rotation_report(client: kms.AsyncKMSClient, blocking_client: kms.KMSClient) -> None:
    """Schedule and rotations of a key are reported."""
    key_id = new_key(blocking_client).key_id
    before = await rotation_report.report(client, key_id)
    blocking_client.enable_key_rotation(key_id=key_id, rotation_period_in_days=365).unwrap()
    blocking_client.rotate_key_on_demand(key_id=key_id).unwrap()

    schedule, *rotations = await rotation_report.report(client, key_id)

    assert [f"{key_id}: no automatic rotation"] == before
    assert f"{key_id}: every 365 days, next unknown" == schedule  # moto keeps no schedule
    assert [f"{datetime.now(UTC).date()} on demand"] == rotations


async def test_paging(client: kms.AsyncKMSClient, blocking_client: kms.KMSClient) -> None:
    """Items, pages and a single call find the same keys."""
    keys = [new_key(blocking_client) for _ in range(5)]
    blocking_client.create_alias(alias_name="alias/z", target_key_id=keys[0].key_id).unwrap()

    first = paging.first_keys(blocking_client, 3)
    ids = paging.key_ids(blocking_client)
    names = await paging.names(client)

    assert {key.key_id for key in keys} == ids
    assert 3 == len(set(first))
    assert {*first} < {key.arn for key in keys}
    assert "alias/z" in names
    assert {key.key_id for key in await paging.some(client)} <= ids


async def test_policy_reader(client: kms.AsyncKMSClient, blocking_client: kms.KMSClient) -> None:
    """Foreign accounts of a policy are found; the key's own is not foreign."""
    key_id = new_key(blocking_client).key_id
    before = await policy_reader.outside_accounts(client, key_id)
    allowed = '{"AWS": ["arn:aws:iam::210987654321:root", "arn:aws:iam::123456789012:root"]}'
    statement = f'{{"Effect": "Allow", "Principal": {allowed}, "Action": "*", "Resource": "*"}}'
    blocking_client.put_key_policy(
        key_id=key_id,
        policy_name="default",
        policy=f'{{"Version": "2012-10-17", "Statement": [{statement}]}}',
    ).unwrap()

    after = await policy_reader.outside_accounts(client, key_id)

    assert (set(), {"210987654321"}) == (before, after)


def test_tag_report(blocking_client: kms.KMSClient) -> None:
    """Keys are listed by team, and those that nobody claimed."""
    claimed, unclaimed = new_key(blocking_client), new_key(blocking_client)
    tag_report.claim(blocking_client, claimed.key_id, "payments")

    owners = tag_report.owners(blocking_client)

    assert {"payments": [claimed.arn], "nobody": [unclaimed.arn]} == owners


def test_deletion_report(blocking_client: kms.KMSClient) -> None:
    """Keys that are pending deletion are found, and can be saved."""
    kept, doomed = new_key(blocking_client), new_key(blocking_client)
    now = datetime.now(UTC)

    retired = deletion_report.retire(blocking_client, doomed.key_id)
    ((arn, left),) = deletion_report.doomed(blocking_client, now)
    saved = deletion_report.save(blocking_client, doomed.key_id)

    assert f"goes on {now + timedelta(days=10):%Y-%m-%d}" in retired
    assert doomed.arn == arn == saved != kept.arn
    assert timedelta(days=9) < left < timedelta(days=11)
    assert [] == list(deletion_report.doomed(blocking_client, now))


def test_blocking_script(
    blocking_client: kms.KMSClient,
    endpoint: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The command prints the keys, or an error and exit code 1."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "not a secret")
    key_id = new_key(blocking_client, "printed").key_id

    code = blocking_script.main(["--region", "us-east-1", "--endpoint-url", endpoint])
    printed = capsys.readouterr()
    failed = blocking_script.main(["--region", "nowhere at all", "--endpoint-url", endpoint])

    assert (0, 1) == (code, failed)
    assert printed.out.startswith(f"  {key_id} Enabled ")
    assert printed.out.endswith(" printed\n")
    assert "" == printed.err
    assert "nowhere at all" in capsys.readouterr().err
