"""Examples of shapes and errors, for tests of programs that use a client.

    from smaws_kms.testing import example

    key = example(kms.KeyMetadata, enabled=False)
    error = example(kms.NotFoundException, operation="DescribeKey")

`import smaws_kms` does not import this module. See `docs/how-to/testing.md`, and `docs/explanation/overlay.md`
for the values of KMS.
"""

from smaws_kms._runtime.testing.examples import example

__all__ = ["example"]
