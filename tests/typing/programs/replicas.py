"""Keep a multi-Region key in every Region where the service runs."""

from collections.abc import Collection

import smaws_kms as kms


def ensure(client: kms.KMSClient, key_id: str, regions: Collection[str]) -> dict[str, str]:
    """Create the replicas that are missing; return all ARNs by Region."""
    metadata = client.describe_key(key_id=key_id).unwrap().key_metadata
    found = arns(metadata)
    for region in sorted(set(regions) - found.keys()):
        created = client.replicate_key(
            key_id=key_id, replica_region=region, description=metadata.description
        )
        match created.outcome:
            case kms.ReplicateKeyResponse(replica_key_metadata=replica):
                found[region] = replica.arn
            case kms.AlreadyExistsException():
                continue
            case error:
                raise error
    return found


def arns(metadata: kms.KeyMetadata) -> dict[str, str]:
    """Return the ARNs of a multi-Region key by Region."""
    configuration = metadata.multi_region_configuration
    if configuration is None:
        raise ValueError(f"{metadata.arn} is a single-Region key")
    keys = [configuration.primary_key, *configuration.replica_keys]
    return {key.region: key.arn for key in keys}
