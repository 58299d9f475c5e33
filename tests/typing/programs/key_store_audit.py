"""Reconnect the custom key stores that have lost their connection."""

from collections.abc import Iterator
from typing import assert_never

import smaws_kms as kms


def describe(store: kms.CustomKeyStoresListEntry) -> str:
    """Return one line about a key store."""
    name = f"{store.custom_key_store_name} ({store.custom_key_store_type})"
    match store.connection_state:
        case kms.ConnectionStateType.CONNECTED | kms.ConnectionStateType.CONNECTING as state:
            return f"{name}: {state.lower()}"
        case kms.ConnectionStateType.FAILED:
            return f"{name}: failed with {store.connection_error_code or 'no reason given'}"
        case kms.ConnectionStateType.DISCONNECTED | kms.ConnectionStateType.DISCONNECTING:
            return f"{name}: off since its creation on {store.creation_date:%Y-%m-%d}, or later"
        case kms.UnknownValue() as state:
            return f"{name}: {state}"
        case _:
            assert_never(store.connection_state)


def reconnect(client: kms.KMSClient) -> Iterator[str]:
    """Connect what is disconnected, and yield a line for each key store."""
    for store in client.describe_custom_key_stores.items():
        if store.connection_state is kms.ConnectionStateType.DISCONNECTED:
            client.connect_custom_key_store(custom_key_store_id=store.custom_key_store_id).unwrap()
        yield describe(store)
