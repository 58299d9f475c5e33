"""Renders codecs beside the classes: encoders and constructors of what requests contain."""
