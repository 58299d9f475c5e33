"""Retry policy, classification, delays and limits: pure, without I/O."""
