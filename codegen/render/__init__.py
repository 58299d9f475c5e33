"""From the plan to text: one function per construct, each readable from top to bottom."""
