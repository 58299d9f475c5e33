"""The hand-written half of the package: it knows HTTP, JSON and signatures, and no service."""
