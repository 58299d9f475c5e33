"""nginx as the server of the benchmark: `BENCH_NGINX=PATH make bench`, or any nginx of the system."""

import os
import shutil
import socket
import subprocess
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks.responses import BODIES, CONTENT_TYPE, HEADERS

NGINX: Final = os.environ.get("BENCH_NGINX") or shutil.which(
    "nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"
)
"""The path of nginx, if it is installed."""
_CONFIGURATION: Final = """\
daemon off;
{user}
worker_processes 1;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 2048; }}
http {{
  access_log off;
  keepalive_requests 1000000;
  client_body_buffer_size 64k;
  large_client_header_buffers 8 16k;
  open_file_cache max=16;
  output_buffers 2 256k;
  default_type {content_type};
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  ssl_certificate {folder}/server.pem;
  ssl_certificate_key {folder}/server.pem;
{headers}
{servers}
}}
"""
# nginx serves files to GET only; its answer to POST can be replaced with the file.
_SERVER: Final = """\
  server {{
    listen 127.0.0.1:{port} ssl backlog=2048;
    root {folder}/bodies;
    location / {{ error_page 403 405 =200 /{number}; }}
  }}
"""


@contextmanager
def nginx(program: str, folder: Path) -> Generator[list[int]]:
    """Run nginx, and yield the port of each kind of work."""
    ports = _free_ports(len(BODIES))
    bodies = folder / "bodies"
    bodies.mkdir()
    for number, body in enumerate(BODIES.values()):
        (bodies / str(number)).write_bytes(body)
    servers = [
        _SERVER.format(port=port, folder=folder, number=number) for number, port in enumerate(ports)
    ]
    headers = [
        f'  add_header {name} "{value}";' for name, value in HEADERS.items() if name != "Date"
    ]
    configuration = folder / "nginx.conf"
    configuration.write_text(
        _CONFIGURATION.format(
            folder=folder,
            user="user root;" if os.geteuid() == 0 else "",  # nobody else may read the folder
            content_type=CONTENT_TYPE,
            headers="\n".join(headers),
            servers="".join(servers),
        ),
        encoding="utf-8",
    )
    with subprocess.Popen(  # noqa: S603  # found by name where systems keep it
        [program, "-c", str(configuration), "-p", str(folder), "-e", str(folder / "errors")]
    ) as process:
        try:
            _wait_for(ports[-1], process)
            yield ports
        finally:
            process.terminate()


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        listeners = [
            stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(number)
        ]
        return [listener.getsockname()[1] for listener in listeners]


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Try to connect until nginx accepts; a refused attempt takes no time."""
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise RuntimeError(f"nginx ended with {process.returncode}")
