"""Find aliases without a key, and keys with more than one alias."""

from collections import defaultdict
from collections.abc import Mapping

from attrs import frozen

import smaws_kms as kms


@frozen
class AliasReport:
    """The aliases of an account in a Region."""

    predefined: tuple[str, ...]
    """ARNs of aliases that AWS reserves and that have no key yet."""
    shared: Mapping[str, list[str]]
    """Key IDs that have several aliases."""


async def audit(client: kms.AsyncKMSClient) -> AliasReport:
    """Read all aliases."""
    predefined: list[str] = []
    names = defaultdict[str, list[str]](list)
    async for alias in client.list_aliases.items():
        if alias.target_key_id is None:
            predefined.append(alias.alias_arn)
        else:
            names[alias.target_key_id].append(alias.alias_name.removeprefix("alias/"))
    shared = {key_id: sorted(found) for key_id, found in names.items() if len(found) > 1}
    return AliasReport(tuple(predefined), shared)
