"""Models that are hard on names and nesting."""

import json
from pathlib import Path
from typing import Any, Final

CORNERS: Final = Path(__file__).parent
MODELS: Final = ("amazon", "clashes", "nesting", "words", "many")


def many_shapes(directory: Path) -> Path:
    """Write a model of 1,000 structures, each holding the next one and a list of it."""
    count = 1000
    shapes: dict[str, Any] = json.loads((CORNERS / "clashes.json").read_text(encoding="utf-8"))
    service = shapes["shapes"]["home.clashes#Clashes"] | {
        "operations": [{"target": "many#Do"}],
        "rename": {},
    }
    service["traits"] |= {"aws.api#service": {"sdkId": "Many"}}
    many: dict[str, Any] = {"many#Many": service, "many#Do": {"type": "operation"}}
    many["many#Do"]["input"] = {"target": "many#S0"}
    for number in range(count):
        following = f"many#S{(number + 1) % count}"
        members = {"next": {"target": following}, "all": {"target": f"many#L{number}"}}
        many[f"many#S{number}"] = {"type": "structure", "members": members}
        many[f"many#L{number}"] = {"type": "list", "member": {"target": following}}
    path = directory / "many.json"
    path.write_text(json.dumps({"smithy": "2.0", "shapes": many}), encoding="utf-8")
    return path
