"""Replaces the real setuptools while pip downloads, see `build_meta`."""
