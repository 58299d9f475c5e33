"""The headers of a response, which outlive its body: the metadata of a call keeps them."""

from collections.abc import Mapping

from smaws_kms._runtime.redaction.external_text import MAX_VALUE, escape_text


class ResponseHead:
    """Headers by name in lower case. Its repr does not show them."""

    __slots__ = ("headers",)

    def __init__(self, headers: Mapping[str, str]) -> None:
        self.headers = headers

    def __repr__(self) -> str:
        return "<ResponseHead>"

    @property
    def request_id(self) -> str | None:
        """The service's ID of the request."""
        found = self.headers.get("x-amzn-requestid") or self.headers.get("x-amz-request-id")
        return escape_text(found, MAX_VALUE) if found else None
