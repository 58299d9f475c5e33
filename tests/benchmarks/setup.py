"""What one process measures, as `name=value` arguments. Imports nothing: a cold start is measured too."""

ACCESS_KEY_ID = "AKIDEXAMPLE"
SECRET_ACCESS_KEY = "not a secret"  # the server does not check signatures
REGION = "eu-west-1"
KEY_ID = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
CONNECTIONS = 50
"""Connections of a pool, if a client lets its user choose."""
ENTRIES = 1_000
"""Keys in a response of ListKeys."""
PLAINTEXTS = {"encrypt 64 B": bytes(64), "encrypt 4 KB": bytes(4096)}


class Setup:
    """The parameters of a process."""

    def __init__(self, arguments: "list[str]") -> None:
        given = dict(argument.split("=", 1) for argument in arguments)
        self.measure = given.get("measure", "load")
        self.kind = given.get("kind", "async")
        self.url = given["url"]
        self.trusted = given["trusted"]
        self.work = given.get("work", "encrypt 64 B")
        self.at_once = int(given.get("at_once", "1"))
        self.calls = int(given.get("calls", "100"))
        self.token = given.get("token", "")
        self.loop = given.get("loop", "asyncio")
        self.httpx = given.get("httpx", "")
        """`user` if the calls go through an `httpx.AsyncClient` of the user."""
