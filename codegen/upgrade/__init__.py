"""A newer model: what changes for users, in words."""
