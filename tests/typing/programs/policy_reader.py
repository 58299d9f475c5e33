"""Find keys whose policy lets other accounts in."""

import json
import re
from collections.abc import Iterator
from typing import TypedDict

import smaws_kms as kms

ACCOUNT = re.compile(r"arn:aws[a-z-]*:iam::(?P<account>\d{12}):")


class Statement(TypedDict, total=False):
    """The part of a statement that matters here."""

    Effect: str
    Principal: str | dict[str, str | list[str]]


class Policy(TypedDict):
    """A key policy."""

    Statement: list[Statement]


async def outside_accounts(client: kms.AsyncKMSClient, key_id: str) -> set[str]:
    """Return the foreign accounts that a key's policy lets in."""
    metadata = (await client.describe_key(key_id=key_id)).unwrap().key_metadata
    text = (await client.get_key_policy(key_id=key_id, policy_name="default")).unwrap().policy
    policy: Policy = json.loads(text)
    allowed = (each for each in policy["Statement"] if each.get("Effect") == "Allow")
    named = {
        found["account"]
        for statement in allowed
        for principal in principals(statement)
        for found in ACCOUNT.finditer(principal)
    }
    return named - {metadata.aws_account_id}


def principals(statement: Statement) -> Iterator[str]:
    """Yield the principals of a statement."""
    match statement.get("Principal", {}):
        case str(anyone):
            yield anyone
        case by_kind:
            for names in by_kind.values():
                yield from [names] if isinstance(names, str) else names
