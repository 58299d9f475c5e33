"""The clients: arguments, methods, operations as values, pagination."""
