"""Joins the commands, and turns whatever happens into words and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import Abort, TyperException

from publish import __version__
from publish.cli import (
    answer,
    brand,
    build,
    check,
    doctor,
    import_page,
    impose,
    new,
    preflight,
    proof,
)
from publish.errors import ExitCode, PublishError, StorageFailed, WrongCall

#: What a shell reports for a program that was stopped by Ctrl+C.
STOPPED = 130


class _Commands(TyperGroup):
    """The commands, of which each tells its help at once."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return what may be typed before the name of a command."""
        options = super().get_params(ctx)
        for option in options:
            # typer 0.29 leaves some flags without a value, and loads pydantic, which takes a fifth
            # of a second, to learn that no value is none.
            if option.default is None:
                option.default = False
        return options


app = typer.Typer(
    name="publish",
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 the input has faults, 2 the call is wrong, 3 this machine "
    "lacks something, 4 a file could not be read or written, 5 a mistake of publish itself.",
)
brands = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,
    help="Look after a brand: judge its colours, fonts and logos.",
    epilog=brand.EXAMPLES,
)
brands.command("check", epilog=brand.EXAMPLES)(brand.check)
app.command("new", epilog=new.EXAMPLES)(new.new)
app.command("import", epilog=import_page.EXAMPLES)(import_page.import_page)
app.command("build", epilog=build.EXAMPLES)(build.build)
app.command("check", epilog=check.EXAMPLES)(check.check)
app.command("preflight", epilog=preflight.EXAMPLES)(preflight.preflight)
app.command("proof", epilog=proof.EXAMPLES)(proof.proof)
app.command("impose", epilog=impose.EXAMPLES)(impose.impose)
app.add_typer(brands, name="brand")
app.command("doctor", epilog=doctor.EXAMPLES)(doctor.doctor)


def _show_version(asked: bool) -> None:
    if asked:
        print(f"publish {__version__}")
        raise typer.Exit


@app.callback()
def _publish(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Say which version this is."
        ),
    ] = False,
) -> None:
    """Turn the official texts of public bodies into releases that everyone can read."""


def main() -> None:
    """Run the command that was typed and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a letter gets its number, never a crash.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except OSError:
        # Our own answer cannot be written; Python must not complain about it once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.STORAGE
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command; return its exit code. A traceback is shown only if PUBLISH_DEBUG is set."""
    as_json = "--json" in arguments
    try:
        return int(app(arguments, prog_name="publish", standalone_mode=False) or 0)
    except TyperException as error:
        help_line = f"publish {' '.join(_command(error))}--help"
        wrong = WrongCall(f"{error.format_message()}\n  hint {help_line} shows how it is called")
        return answer.failed(wrong, as_json=as_json)
    except PublishError as error:
        if os.environ.get("PUBLISH_DEBUG"):
            raise
        return answer.failed(error, as_json=as_json)
    except (Abort, KeyboardInterrupt):
        return STOPPED
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        failed = StorageFailed(f"{named}{error.strerror or error}")
        return answer.failed(failed, as_json=as_json)
    except Exception as error:
        if os.environ.get("PUBLISH_DEBUG"):
            raise
        return answer.crashed(error, as_json=as_json)


def _command(error: TyperException) -> list[str]:
    """Return the words of the command that was typed, as far as they were understood."""
    names: list[str] = []
    context = getattr(error, "ctx", None)
    while context is not None and context.parent is not None:
        names.insert(0, f"{context.info_name} ")
        context = context.parent
    return names
