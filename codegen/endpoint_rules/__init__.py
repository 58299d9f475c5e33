"""Compiles a service's endpoint rule set into a Python module.

The rule set is a small program in JSON (see Smithy's "rules engine" pages). `syntax` reads it, or
`diagram` where it comes as a decision diagram,
`lowering` decides all that the known settings decide and leaves statements over `expressions`,
`statements` tidies and prints them with `source`, and `module` writes the module around.
"""

from codegen.endpoint_rules.module import read_rules, render_endpoints_module

__all__ = ["read_rules", "render_endpoints_module"]
