"""The `services` section of a config file, which gives single services an endpoint.

https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
"""

from collections.abc import Mapping

from smaws_kms._runtime.config.files import Section
from smaws_kms._runtime.config.sources import MisconfiguredError

_URL = "endpoint_url"


def service_endpoint_url(name: str, service: str, sections: Mapping[str, Section]) -> str | None:
    """Return the URL that the section has for a service.

    Wrong indentation hides a service from the parser, and its requests would go to AWS. So every line
    of the section has to make sense, also those of other services.

    Raises:
        MisconfiguredError: the section does not exist, or is not what it should be.
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
        # A line that gives nothing is the name of a service with too much before it.
        if not name or not equals or name in settings or not (setting or name == _URL):
            raise MisconfiguredError(f"{where}: expected lines such as {_URL} = URL, once each")
        settings[name] = setting
    return settings
