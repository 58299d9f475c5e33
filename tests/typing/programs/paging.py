"""Go through long lists: item by item, or page by page with errors as values."""

from itertools import islice

import smaws_kms as kms


def first_keys(client: kms.KMSClient, count: int) -> list[str]:
    """Return the ARNs of some keys; further pages are not requested."""
    return [key.key_arn for key in islice(client.list_keys.items(limit=10), count)]


def key_ids(client: kms.KMSClient) -> set[str]:
    """Return the IDs of all keys, or of those before the first error."""
    found: set[str] = set()
    for page in client.list_keys.pages(limit=2):
        match page:
            case kms.Ok(response):
                found.update(key.key_id for key in response.keys)
            case kms.Err(error):
                error.add_note(f"after {len(found)} keys")
                raise error
    return found


async def names(client: kms.AsyncKMSClient) -> list[str]:
    """Return the names of all aliases, in the order of their targets."""
    aliases = [alias async for alias in client.list_aliases.items()]
    aliases.sort(key=lambda alias: (alias.target_key_id or "", alias.alias_name))
    return [alias.alias_name for alias in aliases]


async def some(client: kms.AsyncKMSClient) -> tuple[kms.KeyListEntry, ...]:
    """Return one page, with a plain call."""
    return (await client.list_keys(limit=3)).unwrap().keys
