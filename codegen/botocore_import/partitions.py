"""The partitions of AWS, as endpoint rules ask for them."""

from codegen.botocore_import.facts import Facts


def convert_partitions(partitions: Facts) -> Facts:
    """What `partitions.json` says, without the regions' descriptions.

    The order of the partitions stays: the first one whose expression matches a region is taken.
    """
    return {
        "partitions": [_partition(partition) for partition in partitions["partitions"]],
        "version": partitions["version"],
    }


def _partition(partition: Facts) -> Facts:
    return {
        "id": partition["id"],
        "outputs": dict(sorted(partition["outputs"].items())),
        "regionRegex": partition["regionRegex"],
        "regions": {
            region: {key: fact for key, fact in sorted(facts.items()) if key != "description"}
            for region, facts in sorted(partition["regions"].items())
        },
    }
