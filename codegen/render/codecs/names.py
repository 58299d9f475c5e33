"""Names of generated codecs."""

from codegen.lower.names import snake_case


def codec_stem(name: str) -> str:
    """Return the snake_case name of a class; those of `Foo_Bar` and `FooBar` differ.

    Args:
        name: The class, or the alias of a union.
    """
    return "__".join(snake_case(part) if part else "" for part in name.split("_"))


def encoder_name(name: str, *, private: bool) -> str:
    """Return the name of the encoder of a class.

    Args:
        name: The class, or the alias of a union.
        private: Whether only the module of an operation uses it.
    """
    return f"{'_' if private else ''}{codec_stem(name)}_to_json"


def decoder_name(name: str, *, private: bool) -> str:
    """Return the name of the decoder of a class.

    Args:
        name: The class, or the alias of a union.
        private: Whether only the module of an operation uses it.
    """
    return f"{'_' if private else ''}{codec_stem(name)}_from_json"
