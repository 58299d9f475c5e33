"""The type of what is read and written here."""

from typing import Any, TypeAlias

Facts: TypeAlias = dict[str, Any]
"""A JSON object of botocore's or of the AST, whose values only the format itself can tell."""
