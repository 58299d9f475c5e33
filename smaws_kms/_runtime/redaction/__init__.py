"""Makes text safe to show in errors, log lines and terminals.

Text comes from servers, libraries, files and settings:

    external_text    escapes and bounds it
    secrets          removes the secrets of a call from what a server sent
    exception_text   removes what looks like key material from exceptions of other code
    key_ids          shortens access key IDs
    secret_headers   recognizes headers with secret values
"""
