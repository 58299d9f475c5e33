"""Key policies, which are JSON documents as text."""

import json

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call

POLICY = json.dumps({"Version": "2012-10-17", "Id": "öffentlich", "Statement": []})


async def test_default_policy(call: Call, key_id: str) -> None:
    """A new key has a default policy."""
    response = (await call(kms.GetKeyPolicy, key_id=key_id, policy_name="default")).unwrap()

    assert "2012-10-17" == json.loads(response.policy)["Version"]


async def test_put_and_get(call: Call, key_id: str, botocore_call: BotocoreCall) -> None:
    """Both clients read a policy exactly as it was written."""
    put = await call(kms.PutKeyPolicy, key_id=key_id, policy_name="default", policy=POLICY)
    got = await call(kms.GetKeyPolicy, key_id=key_id, policy_name="default")

    assert kms.Ok(None) == put
    assert POLICY == got.unwrap().policy
    assert POLICY == botocore_call("get_key_policy", KeyId=key_id, PolicyName="default")["Policy"]


async def test_names(call: Call, key_id: str) -> None:
    """`default` is the only policy name."""
    listed = (await call(kms.ListKeyPolicies, key_id=key_id)).unwrap()

    assert ("default",) == listed.policy_names


async def test_another_name(call: Call, key_id: str) -> None:
    """Another policy name is a NotFoundException."""
    error = (await call(kms.GetKeyPolicy, key_id=key_id, policy_name="other")).err

    assert isinstance(error, kms.NotFoundException)
    assert "No such policy exists" == error.message


async def test_denied_by_policy(call: Call, key_id: str) -> None:
    """A denied call is an AccessDeniedException, which the model does not list."""
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
    assert "DescribeKey: AccessDeniedException: The caller" in str(error)
