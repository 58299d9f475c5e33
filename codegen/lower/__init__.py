"""AST to plan: names, Python types, operations, shapes."""
