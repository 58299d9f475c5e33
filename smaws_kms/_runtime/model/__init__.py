"""Facts of services and operations, as generated code states them."""
