"""What the generated codecs leave to cattrs."""


class Unusual(Exception):
    """A value that the generated codecs do not handle; cattrs and the checks decide about it."""
