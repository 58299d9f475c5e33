"""The soak: `python -m tools.soak [--calls N] [--seed N] [--threads] [--charts FOLDER]`.

Makes very many calls, 64 at a time, of which 2 % meet a fault. Shows its progress, prints its figures, and
exits with status 1 if anything was wrong.
"""

import os
import secrets
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tools.soak.charts import write_charts
from tools.soak.overheard import overheard
from tools.soak.progress import show_on
from tools.soak.record import Record
from tools.soak.report import MOST_SLOPE, MOST_SLOPE_OF_THREADS, Report
from tools.soak.run import Soak
from tools.soak.server import soak_server
from tools.soak.watch import Watch
from tools.soak.workers import tasks, threads

_CALLS: Final = 200_000


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tools.soak")
    parser.add_argument("--calls", type=int, default=_CALLS)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--threads", action="store_true", help="the blocking client")
    parser.add_argument("--charts", type=Path, help="folder for the charts")
    return parser.parse_args()


def main() -> int:
    """Run the soak, print the report, draw the charts."""
    arguments = _arguments()
    sys.stdout.write(f"seed: {arguments.seed}\n")
    sys.stdout.flush()
    report = _run(arguments)
    sys.stdout.write(f"\n{report.figures()}\n")
    if arguments.charts:
        write_charts(report.watch.samples, arguments.charts)
    complaints = [*report.complaints()]
    sys.stdout.writelines(f"WRONG: {complaint}\n" for complaint in complaints)
    return 1 if complaints else 0


def _run(arguments: Namespace) -> Report:
    record = Record(arguments.calls)
    watch = Watch(show_on(record))
    with TemporaryDirectory() as folder, overheard() as heard:
        trusted = Path(folder) / "trusted.pem"
        with soak_server(trusted) as urls:
            os.environ["SSL_CERT_FILE"] = str(trusted)
            soak = Soak(threads if arguments.threads else tasks, urls, arguments.seed)
            left = soak.run(record, watch)
    most_slope = MOST_SLOPE_OF_THREADS if arguments.threads else MOST_SLOPE
    return Report(record=record, watch=watch, left=left, heard=heard, most_slope=most_slope)


if __name__ == "__main__":
    sys.exit(main())
