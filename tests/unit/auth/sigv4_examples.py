"""Key and time of Amazon's examples."""

from datetime import UTC, datetime

from smaws_kms._runtime.values import Credentials

KEY = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
NOON = datetime(2015, 8, 30, 12, 36, tzinfo=UTC)
