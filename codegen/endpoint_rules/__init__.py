"""Compiles a service's endpoint rule set into a Python module.

The rule set is a small program in JSON (see Smithy's "rules engine" pages). `syntax` reads it, or
`diagram` if it is a decision diagram. `lowering` evaluates conditions that are already known and turns
the others into statements over `expressions`. `statements` simplifies and prints them with `source`;
`module` adds the rest of the module.
"""

from codegen.endpoint_rules.module import read_rules, render_endpoints_module

__all__ = ["read_rules", "render_endpoints_module"]
