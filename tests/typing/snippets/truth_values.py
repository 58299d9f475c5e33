"""Conditions that would take every outcome for a success, and the types of `unwrap` and `dry_run`."""

import asyncio
from typing import assert_type

import smaws_kms as kms


def accept() -> None:
    """Do what depends on the result."""


def as_condition(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> None:
    """A result is no condition."""
    if result:  # E: pyright
        accept()  # E: mypy


def negated(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> None:
    """Nor is its negation."""
    if not result:  # E: pyright
        accept()  # E: mypy


async def coroutine_as_condition(client: kms.AsyncKMSClient) -> None:
    """A call without `await` is no condition; mypy says so with `truthy-bool` only."""
    if client.create_key():  # E: pyright
        accept()


async def forgotten(client: kms.AsyncKMSClient) -> None:
    """A call must be awaited, with or without `unwrap`."""
    kms.unwrap(client.create_key())  # E: mypy pyright


async def unwrapped(client: kms.AsyncKMSClient) -> None:
    """`unwrap` gives the response of the call."""
    call = client.encrypt(key_id="alias/orders", plaintext=b"hello")
    assert_type(await kms.unwrap(call), kms.EncryptResponse)
    assert_type(await kms.unwrap(client.delete_alias(alias_name="alias/orders")), None)
    assert_type(await kms.unwrap(client.list_aliases()), kms.ListAliasesResponse)


async def in_task_group(client: kms.AsyncKMSClient) -> None:
    """Tasks keep the type of the response."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(kms.unwrap(client.create_key()))
    assert_type(task, asyncio.Task[kms.CreateKeyResponse])
    key, random = await asyncio.gather(
        kms.unwrap(client.create_key()), kms.unwrap(client.generate_random(number_of_bytes=8))
    )
    assert_type(key, kms.CreateKeyResponse)
    assert_type(random, kms.GenerateRandomResponse)


def dry(client: kms.KMSClient) -> None:
    """`dry_run` keeps the union of errors."""
    result = kms.dry_run(client.encrypt(key_id="a", plaintext=b"b", dry_run=True))
    assert_type(result, kms.Result[None, kms.EncryptError])


def facts(error: kms.EncryptError, metadata: kms.Metadata) -> None:
    """Every error knows attempts and duration; the metadata Region and endpoint."""
    assert_type(error.attempts, int)
    assert_type(error.elapsed, float)
    assert_type(metadata.region, str | None)
    assert_type(metadata.endpoint, str | None)
