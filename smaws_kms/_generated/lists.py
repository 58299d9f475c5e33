# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Converters of list members, which accept any sequence and keep a tuple."""

from collections.abc import Sequence

from smaws_kms._generated.enums import (
    DryRunModifierType,
    EncapsulationAlgorithmSpec,
    EncryptionAlgorithmSpec,
    GrantOperation,
    KeyAgreementAlgorithmSpec,
    MacAlgorithmSpec,
    ResourceOwnerType,
    SigningAlgorithmSpec,
)
from smaws_kms._runtime.serde.fields import to_tuple
from smaws_kms._runtime.serde.unknown_values import UnknownValue


def to_optional_dry_run_modifier_type_tuple(
    value: Sequence[DryRunModifierType | UnknownValue] | None,
) -> tuple[DryRunModifierType | UnknownValue, ...] | None:
    """Convert a sequence of `DryRunModifierType` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_optional_encapsulation_algorithm_spec_tuple(
    value: Sequence[EncapsulationAlgorithmSpec | UnknownValue] | None,
) -> tuple[EncapsulationAlgorithmSpec | UnknownValue, ...] | None:
    """Convert a sequence of `EncapsulationAlgorithmSpec` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_optional_encryption_algorithm_spec_tuple(
    value: Sequence[EncryptionAlgorithmSpec | UnknownValue] | None,
) -> tuple[EncryptionAlgorithmSpec | UnknownValue, ...] | None:
    """Convert a sequence of `EncryptionAlgorithmSpec` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_grant_operation_tuple(
    value: Sequence[GrantOperation | UnknownValue],
) -> tuple[GrantOperation | UnknownValue, ...]:
    """Convert a sequence of `GrantOperation` to a tuple."""
    return to_tuple(value)


def to_optional_key_agreement_algorithm_spec_tuple(
    value: Sequence[KeyAgreementAlgorithmSpec | UnknownValue] | None,
) -> tuple[KeyAgreementAlgorithmSpec | UnknownValue, ...] | None:
    """Convert a sequence of `KeyAgreementAlgorithmSpec` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_optional_mac_algorithm_spec_tuple(
    value: Sequence[MacAlgorithmSpec | UnknownValue] | None,
) -> tuple[MacAlgorithmSpec | UnknownValue, ...] | None:
    """Convert a sequence of `MacAlgorithmSpec` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_optional_resource_owner_type_tuple(
    value: Sequence[ResourceOwnerType | UnknownValue] | None,
) -> tuple[ResourceOwnerType | UnknownValue, ...] | None:
    """Convert a sequence of `ResourceOwnerType` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)


def to_optional_signing_algorithm_spec_tuple(
    value: Sequence[SigningAlgorithmSpec | UnknownValue] | None,
) -> tuple[SigningAlgorithmSpec | UnknownValue, ...] | None:
    """Convert a sequence of `SigningAlgorithmSpec` to a tuple, and keep `None`."""
    return None if value is None else to_tuple(value)
