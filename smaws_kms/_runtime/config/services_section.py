"""The `services` section of a config file: endpoints for single services.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
"""

from collections.abc import Mapping

from smaws_kms._runtime.config.files import Section
from smaws_kms._runtime.config.sources import MisconfiguredError

_URL = "endpoint_url"


def service_endpoint_url(name: str, service: str, sections: Mapping[str, Section]) -> str | None:
    """Return the URL of a service in the section.

    Wrong indentation hides a service from the parser, and its requests would go to AWS. So all lines
    of the section have to be valid, also those of other services.

    Raises:
        MisconfiguredError: the section does not exist or is invalid.
    """
    section = sections.get(name)
    if section is None:
        raise MisconfiguredError(f"its services section {name!r} does not exist")
    found: str | None = None
    for key, value in section.items():
        settings = _nested(f"its services section {name!r}, {key}", value)
        if key == service:
            found = settings.get(_URL)
    return found


def _nested(where: str, value: str) -> Mapping[str, str]:
    if not value.startswith("\n"):
        raise MisconfiguredError(f"{where}: expected indented settings on the lines below")
    settings: dict[str, str] = {}
    for line in filter(None, value.splitlines()):
        name, equals, setting = (part.strip() for part in line.partition("="))
        # A line without a value is the name of a service that is indented too far.
        if not name or not equals or name in settings or not (setting or name == _URL):
            raise MisconfiguredError(
                f"{where}: expected indented lines such as {_URL} = URL, each name once"
            )
        settings[name] = setting
    return settings
