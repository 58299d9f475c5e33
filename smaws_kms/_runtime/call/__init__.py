"""One API call: a sans-I/O state machine, its effects, and the two drivers that carry them out."""
