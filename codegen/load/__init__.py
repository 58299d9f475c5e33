"""Smithy JSON to AST: grammar, traits, mixins, overlay, descriptions."""
