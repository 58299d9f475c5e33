"""Fork safety, daemon threads, async backends, lazy imports."""
