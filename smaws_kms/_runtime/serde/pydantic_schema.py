"""What pydantic has to know of text classes; the only module that imports it, when pydantic asks."""

from pydantic_core import CoreSchema, core_schema


def schema_of_text(cls: type[str]) -> CoreSchema:
    """Return a schema that makes instances out of text.

    In a union, pydantic prefers what fits without conversion. So text counts as converted, and an enum
    gets the texts that it knows. JSON has nothing but text, also for strict models.
    """
    made = core_schema.no_info_after_validator_function(cls, core_schema.str_schema())
    instance = core_schema.is_instance_schema(cls)
    return core_schema.json_or_python_schema(
        json_schema=core_schema.lax_or_strict_schema(made, instance, strict=False),
        python_schema=core_schema.lax_or_strict_schema(made, instance),
        serialization=core_schema.to_string_ser_schema(when_used="json"),
    )
