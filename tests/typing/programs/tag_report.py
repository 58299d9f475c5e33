"""Attribute keys to the teams that pay for them."""

from collections import defaultdict
from collections.abc import Mapping

import smaws_kms as kms


def owners(client: kms.KMSClient) -> Mapping[str, list[str]]:
    """Return the ARNs of all keys by the team in their tags."""
    keys = defaultdict[str, list[str]](list)
    for key in client.list_keys.items():
        tags = {
            tag.tag_key: tag.tag_value for tag in client.list_resource_tags.items(key_id=key.key_id)
        }
        keys[tags.get("team", "nobody")].append(key.key_arn)
    return keys


def claim(client: kms.KMSClient, key_id: str, team: str) -> None:
    """Tag a key with its team."""
    tag = kms.Tag(tag_key="team", tag_value=team)
    match client.tag_resource(key_id=key_id, tags=[tag]).outcome:
        case None:
            return
        case kms.TagException() as error:
            raise ValueError(f"{team!r} cannot be a tag") from error
        case error:
            raise error
