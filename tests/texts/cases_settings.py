"""Settings from arguments, the environment and the files."""

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any, Final

import smaws_kms as kms
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.config.resolved import ConfigResolver
from smaws_kms._runtime.support.frozen import evolve
from tests.texts.place import Cases, Place, called, environment
from tests.unit import example_service

TITLE: Final = "Settings"


def cases(place: Place) -> Cases:
    """Return the cases of settings that are missing or wrong."""
    yield from _region(place)
    yield from _endpoint()
    yield from _variables()
    yield from _headers()
    yield from _profiles(place)
    yield from _services(place)
    yield from _files(place)
    yield "unexpected exception", _unresolved()


def _of(variables: Mapping[str, str], **arguments: Any) -> kms.SmawsError:
    with environment(**variables):
        return called(**arguments)


def _region(place: Place) -> Cases:
    yield "no Region, and no files", _of({}, region=None)
    files = {
        "AWS_CONFIG_FILE": place.write("config", "[default]\n"),
        "AWS_SHARED_CREDENTIALS_FILE": place.write("credentials", ""),
    }
    yield "no Region in the files", _of(files, region=None)
    yield "Region in the argument", _of({}, region="eu west")
    yield "Region in the environment", _of({"AWS_REGION": "eu-west-1.evil.test"}, region=None)
    yield "empty profile", _of({}, profile="")


def _endpoint() -> Cases:
    urls = {
        "without a scheme": "kms.test",
        "without a host": "https://",
        "with another port": "https://kms.test:99999",
        "that cannot be read": "https://[::1",
        "with a bracket in its host": "https://[::1]x/",
        "with a space": "https://kms.test/ x",
        "with user info": "https://me:geheim@kms.test/",
        "with a query": "https://kms.test/?token=geheim",
        "with a strange host": "https://kms_-.test-/",
    }
    for name, url in urls.items():
        yield f"endpoint_url {name}", _of({}, endpoint_url=url)
    yield "endpoint in the environment", _of({"AWS_ENDPOINT_URL_KMS": "localhost:4566"})
    yield (
        "FIPS with an endpoint",
        _of({"AWS_ENDPOINT_URL": "https://kms.test", "AWS_USE_FIPS_ENDPOINT": "true"}),
    )
    yield (
        "a Region of FIPS with an endpoint",
        _of({}, region="fips-us-east-1", endpoint_url="https://kms.test"),
    )


def _variables() -> Cases:
    wrong = {
        "AWS_USE_FIPS_ENDPOINT": "yes",
        "AWS_RETRY_MODE": "fast",
        "AWS_MAX_ATTEMPTS": "0",
        "AWS_DEFAULTS_MODE": "quick",
    }
    for name, value in wrong.items():
        yield name, _of({name: value}, retry=None)
    compressing = example_service.service(compresses_requests=True)
    with environment(AWS_REGION="eu-west-1", AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES="1 KB"):
        found = ConfigResolver(compressing, Options(), {}).get()
        found = found.result() if isinstance(found, Future) else found
    yield "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", found


def _unresolved() -> Any:
    def rules(_: object) -> Any:
        raise ArithmeticError("geheim")

    broken = evolve(example_service.service(), resolve_endpoint=rules)
    with environment(AWS_REGION="eu-west-1"):
        found = ConfigResolver(broken, Options(), {}).get()
        return found.result() if isinstance(found, Future) else found


def _headers() -> Cases:
    yield "headers of one name", _of({}, headers={"X-Team": "a", "x-team": "b"})
    yield "header of the client", _of({}, headers={"Authorization": "Basic geheim"})
    yield "header with a space in its name", _of({}, headers={"X Team": "a"})
    yield "header with a line break", _of({}, headers={"X-Team": "a\r\nX-Admin: geheim"})


def _profiles(place: Place) -> Cases:
    def of(config: str, **arguments: Any) -> kms.SmawsError:
        path = place.write("config", config)
        credentials = place.write("credentials", "")
        files = {"AWS_CONFIG_FILE": path, "AWS_SHARED_CREDENTIALS_FILE": credentials}
        return _of(files, **arguments)

    yield "profile that is nowhere", of("[default]\n", profile="app")
    listed = "".join(f"[profile p{number}]\n" for number in range(7))
    yield "profile that is none of many", of(listed, profile="app")
    yield "profile with a slip", of("[profile orders]\n", profile="order")
    with environment(AWS_CONFIG_FILE=place.write("config", ""), AWS_PROFILE="app"):
        yield "profile of the environment", called()
    yield "profile without its prefix", of("[app]\nregion = eu-west-1\n", profile="app")
    yield "profile that is nowhere, without files", _of({}, profile="app")
    yield "flag in a profile", of("[default]\nuse_dualstack_endpoint = 1\n")
    yield "indented value", of("[default]\nregion =\n  eu-west-1\n", region=None)
    yield "indented setting", of("[default]\noutput = json\n  region = eu-west-1\n", region=None)
    yield "services section that is nowhere", of("[default]\nservices = local\n")
    yield "retry_mode in a profile", of("[default]\nretry_mode = fast\n", retry=None)
    yield (
        "file of roots in a profile",
        of(f"[default]\nca_bundle = {place.path('absent.pem')}\n"),
    )


def _services(place: Place) -> Cases:
    for name, lines in {
        "without indentation": "kms =\nendpoint_url = http://127.0.0.1:1\n",
        "without a value": "kms =\n  endpoint_url\n",
        "with another endpoint": "kms =\n  endpoint_url = localhost\n",
    }.items():
        config = place.write("config", f"[default]\nservices = local\n[services local]\n{lines}")
        yield f"services section {name}", _of({"AWS_CONFIG_FILE": config})


def _files(place: Place) -> Cases:
    texts: dict[str, str | bytes] = {
        "without a section": "aws_secret_access_key = geheim\n",
        "with a stray line": "[default]\n\nstray geheim\n",
        "with a section twice": "[app]\n[default]\n[app]\n",
        "with a setting twice": "[app]\nregion = eu-west-1\nregion = eu-west-2\n",
        "that is not UTF-8": b"[default]\nx = \xff\n",
    }
    for name, text in texts.items():
        path = place.write("config", text)
        yield f"file {name}", _of({"AWS_CONFIG_FILE": path})
    credentials = place.write("credentials", "[app\n")
    yield "credentials file", _of({"AWS_SHARED_CREDENTIALS_FILE": credentials})
    yield "file that is a folder", _of({"AWS_CONFIG_FILE": str(place.folder)}, profile="app")
    yield "path with a NUL", load_profile("app", "kms", {"AWS_CONFIG_FILE": "/files/nul\0"})
