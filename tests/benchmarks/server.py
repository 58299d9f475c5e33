"""The server of the benchmark, with TLS and one process: nginx if installed, otherwise the echo server."""

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.certificates import Certificates
from tests.faults.processes import echo_server

_CONFIGURATION: Final = """\
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port} ssl backlog=1024;
    ssl_certificate {folder}/server.pem;
    ssl_certificate_key {folder}/server.pem;
    default_type application/x-amz-json-1.1;
    location / {{
      add_header x-amzn-RequestId 7c1d6a2e-33aa-4a5d-8f1c-2b7a8c0d9e1f;
      return 200 '{response}';
    }}
  }}
}}
"""
_KEY: Final = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
_RESPONSE: Final = (
    f'{{"CiphertextBlob":"{"A" * 240}","KeyId":"{_KEY}","EncryptionAlgorithm":"SYMMETRIC_DEFAULT"}}'
)


NGINX: Final = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
"""The path of nginx, if it is installed."""


@contextmanager
def serving(nginx: str | None = NGINX) -> Generator[tuple[str, str, Path]]:
    """Run a server; yield its name, its URL and the file with the certificate to trust."""
    with tempfile.TemporaryDirectory() as name:
        folder, certificates = Path(name), Certificates()
        certificates.write_trusted(folder / "trusted.pem")
        certificates.write_good(folder / "server.pem")
        if nginx is None:
            with echo_server(folder / "server.pem") as url:
                yield "the echo server of tests/faults", url, folder / "trusted.pem"
        else:
            with _nginx(nginx, folder) as url:
                yield "nginx", url, folder / "trusted.pem"


@contextmanager
def _nginx(program: str, folder: Path) -> Generator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    configuration = folder / "nginx.conf"
    configuration.write_text(
        _CONFIGURATION.format(folder=folder, port=port, response=_RESPONSE), encoding="utf-8"
    )
    with subprocess.Popen(  # noqa: S603  # found by name where systems keep it
        [program, "-c", str(configuration), "-p", str(folder), "-e", str(folder / "errors")]
    ) as process:
        try:
            _wait_for(port, process)
            yield f"https://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Try to connect until nginx accepts; a refused attempt takes no time."""
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise RuntimeError(f"nginx ended with {process.returncode}")
