"""The generator of smaws_kms: compiles a Smithy model into a Python package.

    model JSON --load--> Smithy AST --lower--> plan --render--> text --output--> files

`ir` holds the AST and the plan. Folders import downwards only (`tests/codegen/test_layers.py`):

    __main__, generate, upgrade, reference, output
    render
    lower    load    endpoint_rules    botocore_import
    ir
    support

`endpoint_rules` compiles the rules of a service's endpoints, `botocore_import` converts models of
the installed botocore. Run the generator with `python -m codegen generate`.
"""
