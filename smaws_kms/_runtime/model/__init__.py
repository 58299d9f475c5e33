"""Facts about services and operations that generated code states."""
