"""Key policies."""

import json

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call

POLICY = json.dumps({"Version": "2012-10-17", "Id": "öffentlich", "Statement": []})


async def test_default_policy(call: Call, key_id: str) -> None:
    """Every key has a policy, a JSON document as text."""
    response = (await call(kms.GetKeyPolicy, key_id=key_id, policy_name="default")).unwrap()

    assert "2012-10-17" == json.loads(response.policy)["Version"]


async def test_put_and_get(call: Call, key_id: str, botocore_call: BotocoreCall) -> None:
    """A policy is stored as it was written, for either client."""
    put = await call(kms.PutKeyPolicy, key_id=key_id, policy_name="default", policy=POLICY)
    got = await call(kms.GetKeyPolicy, key_id=key_id, policy_name="default")

    assert kms.Ok(None) == put
    assert POLICY == got.unwrap().policy
    assert POLICY == botocore_call("get_key_policy", KeyId=key_id, PolicyName="default")["Policy"]


async def test_names(call: Call, key_id: str) -> None:
    """There is one policy name."""
    listed = (await call(kms.ListKeyPolicies, key_id=key_id)).unwrap()

    assert ("default",) == listed.policy_names


async def test_another_name(call: Call, key_id: str) -> None:
    """There is no other."""
    error = (await call(kms.GetKeyPolicy, key_id=key_id, policy_name="other")).err

    assert isinstance(error, kms.NotFoundException)
    assert "No such policy exists" == error.message


async def test_denied_by_policy(call: Call, key_id: str) -> None:
    """What a policy denies is an AccessDeniedException, which no model lists."""
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Deny", "Principal": "*", "Action": "kms:DescribeKey", "Resource": "*"}
        ],
    }
    (
        await call(
            kms.PutKeyPolicy, key_id=key_id, policy_name="default", policy=json.dumps(policy)
        )
    ).unwrap()

    error = (await call(kms.DescribeKey, key_id=key_id)).err

    assert isinstance(error, kms.AccessDeniedException)
    assert isinstance(error, kms.UnmodeledServiceError)
    assert "DescribeKey: AccessDeniedException" == str(error).split(" (")[0]
