"""Switches to a newer model, and describes what changes for users."""
