"""Retry policy, classification of failures, delays, token bucket and rate limiter; no I/O."""
