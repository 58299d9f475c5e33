"""One API call: a sans-I/O state machine, the effects that it yields, and the drivers that perform them."""
