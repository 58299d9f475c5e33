"""Partitions and functions that generated endpoint rules use; strict checks of hosts."""
