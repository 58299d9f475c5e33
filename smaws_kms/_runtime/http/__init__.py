"""The seam to HTTP: one exchange, its errors, and which transport carries it."""
