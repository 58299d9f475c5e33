"""Only what exists can be imported, though every name is loaded on first use."""

import smaws_kms
from smaws_kms import EncriptRequest, EncryptRequest, signing  # E: mypy pyright

request: type[EncryptRequest] = EncriptRequest  # E: pyright
sign = signing.sign
nothing = smaws_kms.NoSuchName  # E: mypy pyright
