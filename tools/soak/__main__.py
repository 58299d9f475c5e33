"""The soak: `python -m tools.soak [--calls N] [--seed N] [--threads] [--busy] [--charts FOLDER]`.

Makes very many calls, 64 at a time, of which 2 % meet a fault. Shows its progress, prints its figures, and
exits with status 1 if there was a problem.
"""

import os
import secrets
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tools.soak.charts import write_charts
from tools.soak.log_collector import collected_logs
from tools.soak.progress import show_on
from tools.soak.record import Record
from tools.soak.report import MAX_SLOPE, MAX_SLOPE_OF_THREADS, Report
from tools.soak.run import Soak
from tools.soak.server import soak_server
from tools.soak.watch import Watch
from tools.soak.workers import TIMEOUT, TIMEOUT_WHEN_BUSY, tasks, threads

_CALLS: Final = 200_000


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tools.soak")
    parser.add_argument("--calls", type=int, default=_CALLS)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--threads", action="store_true", help="the blocking client")
    parser.add_argument("--busy", action="store_true", help="longer timeouts, for a busy machine")
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
    problems = [*report.problems()]
    sys.stdout.writelines(f"WRONG: {problem}\n" for problem in problems)
    return 1 if problems else 0


def _run(arguments: Namespace) -> Report:
    record = Record(arguments.calls)
    watch = Watch(show_on(record))
    with TemporaryDirectory() as folder, collected_logs() as logged:
        trusted = Path(folder) / "trusted.pem"
        with soak_server(trusted) as urls:
            os.environ["SSL_CERT_FILE"] = str(trusted)
            limits = TIMEOUT_WHEN_BUSY if arguments.busy else TIMEOUT
            workers = partial(threads if arguments.threads else tasks, limits=limits)
            soak = Soak(workers, urls, arguments.seed)
            resources = soak.run(record, watch)
    max_slope = MAX_SLOPE_OF_THREADS if arguments.threads else MAX_SLOPE
    return Report(
        record=record, watch=watch, resources=resources, logged=logged, max_slope=max_slope
    )


if __name__ == "__main__":
    sys.exit(main())
