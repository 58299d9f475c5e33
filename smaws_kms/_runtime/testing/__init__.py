"""Support for users' tests; no client needs it."""
