"""Sensitive members of requests and errors, and where their values are redacted."""

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.call.response_redaction import call_secrets, clean_headers, redact_error
from smaws_kms._runtime.errors import ErrorMember
from smaws_kms._runtime.redaction.secret_headers import secret_values
from smaws_kms._runtime.serde.fields import member, members
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from tests.unit.call.call_harness import DONE
from tests.unit.call.failed_calls import ENCODED, PLAINTEXT, REQUEST, TOKEN


@frozen(kw_only=True, field_transformer=members)
class _Part:
    text: str | None = field(default=None, metadata=member("Text"))
    blob: bytes | None = field(default=None, metadata=member("Blob"))


class _Refused(kms.ServiceError):
    member_names: ClassVar[tuple[str, ...]] = ("message", "reason", "parts", "labels", "count")
    wire_members: ClassVar[Mapping[str, ErrorMember]] = {
        "reason": ErrorMember("Reason", str),
        "parts": ErrorMember("Parts", tuple[_Part, ...]),
        "labels": ErrorMember("Labels", Mapping[str, str]),
        "count": ErrorMember("Count", int),
    }

    def __init__(self, message: str | None = None, **others: Any) -> None:
        own = {name: others.pop(name, None) for name in self.member_names[1:]}
        super().__init__(message, **others)
        vars(self).update(own)


def test_members_of_errors() -> None:
    """Members of a modelled error are redacted, nested ones too, and keep their types."""
    secrets = call_secrets(REQUEST, [TOKEN], "key of no one")
    error = _Refused(
        TOKEN,
        reason=UnknownValue(f"no {TOKEN}"),
        parts=(_Part(text=ENCODED, blob=PLAINTEXT), _Part(text="fine", blob=b"\xff")),
        labels={TOKEN: "x", "y": ENCODED},
        count=3,
    )
    redact_error(error, secrets)

    assert {
        "message": "***",
        "reason": UnknownValue("no ***"),
        "parts": (_Part(text="***", blob=b"***"), _Part(text="fine", blob=b"\xff")),
        "labels": {"***": "x", "y": "***"},
        "count": 3,
    } == error.members()
    assert isinstance(error.members()["reason"], UnknownValue)


@frozen(kw_only=True, field_transformer=members)
class _Inner:
    hidden: Mapping[str, tuple[str, ...]] | None = field(
        default=None, metadata=member("Hidden", sensitive=True)
    )


def test_sensitive_parts_of_requests() -> None:
    """Sensitive members are found in structures, lists, maps and unknown union members."""

    @frozen(kw_only=True, field_transformer=members)
    class Nested:
        shown: str | None = field(default=None, metadata=member("Shown"))
        inner: tuple[_Inner, ...] | None = field(default=None, metadata=member("Inner"))
        labels: Mapping[str, str] | None = field(default=None, metadata=member("Labels"))
        other: kms.UnknownMember | None = field(default=None, metadata=member("Other"))

    request = Nested(
        inner=(_Inner(hidden={"a": ("nested-secret",)}),),
        shown="everyone-may-read",
        labels={"a": "label-of-a-thing"},
        other=kms.UnknownMember("New", ["future-secret", 3]),
    )
    secrets = call_secrets(request, secret_values({"X-Api-Key": "key-of-a-gateway"}), "k")
    text = "nested-secret everyone-may-read label-of-a-thing future-secret key-of-a-gateway"

    assert "*** everyone-may-read label-of-a-thing *** ***" == secrets.redact(text)


def test_path_of_a_response_that_cannot_be_read() -> None:
    """A path is redacted too, since it contains map keys from the service."""
    error = kms.ResponseParseError("bad", path=f"$.Tags.{TOKEN}\n", request_id=TOKEN)
    redact_error(error, call_secrets(REQUEST, [TOKEN], "key"))

    assert r"$.Tags.***\n: bad (request id ***)" == str(error)


def test_messages_that_are_secret_stay_out_of_args() -> None:
    """Redacting a sensitive message does not add it to `args`."""

    class Secret(kms.ServiceError):
        sensitive_message = True

    error = Secret(TOKEN)
    redact_error(error, call_secrets(REQUEST, [TOKEN], "key"))

    assert ((), "***") == (error.args, error.message)


def test_harmless_responses_are_not_copied() -> None:
    """A response without secrets is not copied."""
    secrets = call_secrets(REQUEST, [TOKEN], "k")

    assert DONE is clean_headers(DONE, secrets)
