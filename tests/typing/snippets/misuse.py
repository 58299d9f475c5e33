"""What results, responses, errors and clients refuse at run time, type checkers refuse too."""

import smaws_kms as kms


def use(value: object) -> None:
    """Use a value."""


def results(client: kms.KMSClient) -> object:
    """A result is neither the response nor a dict, a list or a page."""
    result = client.list_keys()
    use(result.keys)  # E: mypy pyright
    use(result["Keys"])  # E: mypy pyright
    use(result.get("Keys"))  # E: mypy pyright
    use(len(result))  # E: mypy pyright
    use("a" in result)  # E: mypy pyright
    return list(result)  # E: mypy pyright


async def pages(client: kms.AsyncKMSClient) -> None:
    """Nor can a page be iterated with `async for`."""
    async for _ in await client.list_keys():  # E: mypy pyright
        pass
    async for _ in client.list_keys():  # E: mypy pyright
        pass


def responses(response: kms.EncryptResponse, error: kms.NotFoundException) -> None:
    """Responses and errors have attributes, which are not Amazon's names."""
    use(response.KeyId)  # E: mypy pyright
    use(response["KeyId"])  # E: mypy pyright
    use(error.response)  # E: mypy pyright


def clients(client: kms.KMSClient) -> None:
    """Clients have neither boto3's methods nor its arguments."""
    use(client.describe_keys)  # E: mypy pyright
    client.get_paginator("list_keys")  # E: mypy pyright
    client.encrypt(KeyId="k", Plaintext=b"p")  # E: mypy pyright
    client.with_options(region_name="eu-west-1")  # E: mypy pyright
    kms.KMSClient(region_name="eu-west-1")  # E: mypy pyright
    kms.Timeout(read=1)  # E: mypy pyright
    kms.Credentials(aws_access_key_id="AKID")  # E: mypy pyright
