"""Tags of keys."""

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

TAGS = (kms.Tag(tag_key="team", tag_value="öl"), kms.Tag(tag_key="stage", tag_value=""))


async def tags_of(call: Call, key_id: str) -> tuple[kms.Tag, ...]:
    """Return the tags of a key."""
    return (await call(kms.ListResourceTags, key_id=key_id)).unwrap().tags


async def test_no_tags(call: Call, key_id: str) -> None:
    """A new key has no tags."""
    assert () == await tags_of(call, key_id)


async def test_create_key_with_tags(call: Call, new_key: NewKey) -> None:
    """A key can be created with tags."""
    key_id = await new_key(tags=TAGS)

    assert set(TAGS) == set(await tags_of(call, key_id))


async def test_tag_and_untag(call: Call, key_id: str) -> None:
    """Tags are added, and removed by their keys."""
    tagged = await call(kms.TagResource, key_id=key_id, tags=list(TAGS))
    with_tags = await tags_of(call, key_id)
    untagged = await call(kms.UntagResource, key_id=key_id, tag_keys=["team"])

    assert kms.Ok(None) == tagged
    assert set(TAGS) == set(with_tags)
    assert kms.Ok(None) == untagged
    assert TAGS[1:] == await tags_of(call, key_id)


async def test_tags_of_botocore(call: Call, key_id: str, botocore_call: BotocoreCall) -> None:
    """Both clients see the same tags."""
    botocore_call("tag_resource", KeyId=key_id, Tags=[{"TagKey": "by", "TagValue": "botocore"}])
    (await call(kms.TagResource, key_id=key_id, tags=TAGS[:1])).unwrap()

    seen = botocore_call("list_resource_tags", KeyId=key_id)["Tags"]

    assert {"by": "botocore", "team": "öl"} == {tag["TagKey"]: tag["TagValue"] for tag in seen}
    assert {("by", "botocore"), ("team", "öl")} == {
        (tag.tag_key, tag.tag_value) for tag in await tags_of(call, key_id)
    }
