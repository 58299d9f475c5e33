"""A command that prints the keys of a Region."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

import smaws_kms as kms


def line(metadata: kms.KeyMetadata) -> str:
    """Return one line about a key."""
    mark = " " if metadata.enabled else "-"
    created = metadata.creation_date.astimezone().date()
    return f"{mark} {metadata.key_id} {metadata.key_state:<16} {created} {metadata.description}"


def main(arguments: Sequence[str]) -> int:
    """Print all keys; return the exit code."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--region")
    parser.add_argument("--endpoint-url")
    options = parser.parse_args(arguments)
    region: str | None = options.region
    endpoint_url: str | None = options.endpoint_url
    with kms.KMSClient(region=region, endpoint_url=endpoint_url) as client:
        try:
            for key in client.list_keys.items():
                print(line(client.describe_key(key_id=key.key_id).unwrap().key_metadata))
        except kms.SmawsError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
