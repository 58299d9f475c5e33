"""The generator of smaws_kms: a Smithy model goes in, Python comes out.

    model JSON -> overlay -> typed AST -> plan -> text -> files
    (load)        (overlay)  (smithy)    (lower, plan) (render) (output)

Run it with `python -m codegen generate`.
"""
