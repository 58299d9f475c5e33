"""Signature Version 4 and credentials: providers, cache, botocore's chain."""
