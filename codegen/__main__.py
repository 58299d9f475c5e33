"""Command line of the generator: `python -m codegen generate`, `upgrade` and `import-botocore`."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from codegen.generate import MODELS, Inputs, plan_package, render
from codegen.output import ROOT, difference, format_files, write_files
from codegen.support.errors import GeneratorError
from codegen.upgrade.steps import compare, missing_descriptions, report, write_model

_KMS: Final = MODELS / "kms-2014-11-01.json"
_OVERLAY: Final = MODELS / "kms-overlay.json"
_DESCRIPTIONS: Final = MODELS.parent / "descriptions"
_PACKAGE: Final = "smaws_kms._generated"
_OUT: Final = ROOT / "smaws_kms/_generated"


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
    except GeneratorError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except RecursionError:
        print(
            "error: the model nests deeper than the generator can follow;"
            " look for a structure or rule that contains itself",
            file=sys.stderr,
        )
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_generate(commands.add_parser("generate", help="write the package for a model"))
    _add_upgrade(
        commands.add_parser("upgrade", help="switch to a newer model, and print what changes")
    )
    botocore = commands.add_parser(
        "import-botocore", help="convert the KMS model of the installed botocore"
    )
    botocore.add_argument("--out", type=Path, default=MODELS, help="directory to write to")
    botocore.set_defaults(command=_import_botocore)
    return parser


def _add_generate(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--model", type=Path, default=_KMS, help="a Smithy JSON AST (default: KMS)")
    add(
        "--overlay", type=Path, help="statements to merge into the model (default for KMS: its own)"
    )
    add("--descriptions", type=Path, help="directory of docstring texts (default for KMS: its own)")
    add("--service", help="ID of the service, if the model has several")
    add("--package", default=_PACKAGE, help="full name of the package")
    add("--out", type=Path, default=_OUT, help="directory to write to")
    add(
        "--check",
        action="store_true",
        help="write nothing; print a diff, and exit with 1 if it is not empty",
    )
    parser.set_defaults(command=_generate)


def _add_upgrade(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--model", type=Path, default=_KMS, help="the model to replace (default: KMS)")
    add("--to", type=Path, help="the newer model (default: from the installed botocore)")
    add("--overlay", type=Path, default=_OVERLAY, help="statements to merge into both")
    add("--descriptions", type=Path, default=_DESCRIPTIONS, help="directory of docstring texts")
    add("--package", default=_PACKAGE, help="full name of the package")
    add("--out", type=Path, default=_OUT, help="directory to write to")
    parser.set_defaults(command=_upgrade)


def _upgrade(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as name:
        newer: Path | None = options.to
        source = str(newer.name) if newer else _import_newest(Path(name))
        newer = newer or Path(name) / _KMS.name
        changes = compare(options.model, newer, options.overlay)
        missing = missing_descriptions(newer, options.overlay, options.descriptions)
        print(*report(changes, missing, source), sep="\n")
        write_model(newer, options.model)
        if not options.to:
            shutil.copy(Path(name) / "partitions.json", MODELS / "partitions.json")
    return 1 if missing else _write_package(options)


def _import_newest(out: Path) -> str:
    # Imported here, so that other commands work without botocore.
    from codegen.botocore_import import botocore_version, import_botocore  # noqa: PLC0415  # see above

    import_botocore(out)
    return f"botocore {botocore_version()}"


def _write_package(options: argparse.Namespace) -> int:
    inputs = Inputs(model=options.model, overlay=options.overlay, descriptions=options.descriptions)
    plan = plan_package(inputs)
    files = format_files(render(inputs, plan, options.package), options.package)
    changed = write_files(files, options.out)
    print(f"\n{options.out}: {len(files)} files, {len(changed)} changed")
    return 0


def _generate(options: argparse.Namespace) -> int:
    inputs = _inputs(options)
    plan = plan_package(inputs)
    for line in plan.left_out:
        print(line, file=sys.stderr)
    files = format_files(render(inputs, plan, options.package), options.package)
    if options.check:
        changes = difference(files, options.out)
        print(changes, end="")
        return 1 if changes else 0
    changed = write_files(files, options.out)
    print(f"{options.out}: {len(files)} files, {len(changed)} changed")
    return 0


def _inputs(options: argparse.Namespace) -> Inputs:
    """Return the input files; the KMS model defaults to its own overlay and texts."""
    model: Path = options.model
    overlay: Path | None = options.overlay
    descriptions: Path | None = options.descriptions
    if model.resolve() == _KMS:
        overlay = overlay or _OVERLAY
        descriptions = descriptions or _DESCRIPTIONS
    return Inputs(model=model, overlay=overlay, descriptions=descriptions, service=options.service)


def _import_botocore(options: argparse.Namespace) -> int:
    # Imported here, so that other commands work without botocore.
    from codegen.botocore_import import import_botocore  # noqa: PLC0415  # see above

    options.out.mkdir(parents=True, exist_ok=True)
    import_botocore(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
