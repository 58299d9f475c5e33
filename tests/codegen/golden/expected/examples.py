# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Examples of members, for `smaws_kms.testing`."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, Mapping[str, object]]] = {
    "PutThingRequest": {
        "name": "hammer",
        "words": ["saw", "nail"],
        "attributes": {"dark-red": ["saw"]},
        "old_name": "old {name}",
    },
    "PutThingResponse": {"words": ["hammer"], "notes": ["hammer"]},
    "Thing": {"made": 1767225600},
}
"""Values of members as JSON has them, by the names of class and member."""
