"""Reprs, attributes that are absent, and pickles that are refused."""

import pickle
from typing import Any, Final

import smaws_kms as kms
from smaws_kms import connections
from smaws_kms._runtime.auth.credential_cache import CredentialCache
from smaws_kms._runtime.auth.signing_keys import SigningKeys
from smaws_kms._runtime.client import base, operation, pagination
from smaws_kms._runtime.errors.base import rebuild_error
from tests.texts.place import CREDENTIALS, Cases, Place, raised
from tests.unit.auth.credential_fakes import source
from tests.unit.http11.transport_harness import private
from tests.unit.redaction.secret_markers import planted, secret

TITLE: Final = "Reprs, absent attributes, and pickles"


def cases(_: Place) -> Cases:
    """Return the cases of objects that are shown, misspelled or pickled."""
    yield from _clients()
    yield from _shapes()
    yield from _attributes()
    yield from _refused()
    yield from _forged()


def _clients() -> Cases:
    yield "client", repr(kms.KMSClient())
    yield "client with a Region", repr(kms.AsyncKMSClient(region="eu-west-1"))
    client = kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS)
    yield "paginated method", repr(client.list_keys)
    yield "paginated method of a class", repr(kms.KMSClient.list_keys)
    yield "operation", repr(kms.Encrypt)
    yield "paginated operation", repr(kms.ListKeys)
    yield "credentials", repr(CREDENTIALS)
    yield (
        "credentials with a secret as key ID",
        repr(kms.Credentials(secret("swapped", length=40), "AKID")),
    )
    yield "timeout", repr(kms.Timeout())
    yield "retry policy", repr(kms.RetryPolicy())
    yield (
        "client certificate",
        repr(connections.ClientCertificate("c.pem", password=secret("password"))),
    )


def _shapes() -> Cases:
    yield "request", repr(planted(kms.EncryptRequest))
    yield "response", repr(planted(kms.DecryptResponse))
    yield "error", repr(kms.NotFoundException("no", operation="Encrypt", request_id="id"))
    yield "enum", repr(kms.KeySpec.RSA_2048)
    yield "unknown value", repr(kms.UnknownValue("NEW"))
    yield "credentials of a client", repr(source(CREDENTIALS))
    yield "credentials of the chain", repr(source())
    yield "credentials of a profile", repr(source(profile="app"))
    yield "credentials of a function", repr(source(_provide))
    yield "credentials in a cache", repr(CredentialCache())
    yield "signing keys", repr(SigningKeys())


def _provide() -> kms.Credentials:
    return CREDENTIALS


def _attributes() -> Cases:
    module: Any = kms
    yield "name that the package lacks", raised(lambda: module.EncryptReqest)
    client: Any = kms.KMSClient()
    yield "method that a client lacks", raised(lambda: client.encript)


def _refused() -> Cases:
    def pickled(**arguments: Any) -> BaseException:
        return raised(lambda: pickle.dumps(kms.KMSClient(**arguments)))

    yield "pickle with http", pickled(http=connections.transport())
    yield "pickle with credentials", pickled(credentials=CREDENTIALS)
    yield "pickle with a lambda", pickled(credentials=lambda: CREDENTIALS)
    yield "pickle with a header", pickled(headers={"Authorization": f"Bearer {secret('header')}"})
    yield "pickle with a URL", pickled(endpoint_url=f"https://me:{secret('url')}@kms.test")


def _forged() -> Cases:
    yield "forged client", raised(lambda: private(base)._unpickled(None, dict, {}))
    yield "forged error", raised(lambda: rebuild_error(dict, {}, ()))
    yield "forged operation", raised(lambda: private(operation)._operation(dict, "system"))
    yield "forged method", raised(lambda: private(pagination)._paginated_method("os", "system"))
