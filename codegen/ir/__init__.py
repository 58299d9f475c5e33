"""The model as typed Smithy AST, and the plan of the Python package."""
