# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""What list members take and hold: any sequence in, a tuple kept."""

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
    """Hold a sequence of `DryRunModifierType` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_optional_encapsulation_algorithm_spec_tuple(
    value: Sequence[EncapsulationAlgorithmSpec | UnknownValue] | None,
) -> tuple[EncapsulationAlgorithmSpec | UnknownValue, ...] | None:
    """Hold a sequence of `EncapsulationAlgorithmSpec` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_optional_encryption_algorithm_spec_tuple(
    value: Sequence[EncryptionAlgorithmSpec | UnknownValue] | None,
) -> tuple[EncryptionAlgorithmSpec | UnknownValue, ...] | None:
    """Hold a sequence of `EncryptionAlgorithmSpec` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_grant_operation_tuple(
    value: Sequence[GrantOperation | UnknownValue],
) -> tuple[GrantOperation | UnknownValue, ...]:
    """Hold a sequence of `GrantOperation` as a tuple."""
    return to_tuple(value)


def to_optional_grant_operation_tuple(
    value: Sequence[GrantOperation | UnknownValue] | None,
) -> tuple[GrantOperation | UnknownValue, ...] | None:
    """Hold a sequence of `GrantOperation` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_optional_key_agreement_algorithm_spec_tuple(
    value: Sequence[KeyAgreementAlgorithmSpec | UnknownValue] | None,
) -> tuple[KeyAgreementAlgorithmSpec | UnknownValue, ...] | None:
    """Hold a sequence of `KeyAgreementAlgorithmSpec` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_optional_mac_algorithm_spec_tuple(
    value: Sequence[MacAlgorithmSpec | UnknownValue] | None,
) -> tuple[MacAlgorithmSpec | UnknownValue, ...] | None:
    """Hold a sequence of `MacAlgorithmSpec` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_optional_resource_owner_type_tuple(
    value: Sequence[ResourceOwnerType | UnknownValue] | None,
) -> tuple[ResourceOwnerType | UnknownValue, ...] | None:
    """Hold a sequence of `ResourceOwnerType` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


def to_optional_signing_algorithm_spec_tuple(
    value: Sequence[SigningAlgorithmSpec | UnknownValue] | None,
) -> tuple[SigningAlgorithmSpec | UnknownValue, ...] | None:
    """Hold a sequence of `SigningAlgorithmSpec` as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)
