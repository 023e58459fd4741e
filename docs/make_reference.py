"""Write `docs/reference/` from the code, so that it cannot fall behind.

Usage: `python docs/make_reference.py`; with `--check` nothing is written, and the exit code is 1
if a page is not what the code says.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import typer
from pydantic import BaseModel

from publish import errors
from publish.check.preflight.checks import load_rules
from publish.check.preflight.report import Outcome
from publish.check.preflight.rule import RULES
from publish.cli.app import app
from publish.deliver import manifest
from publish.model import Severity
from publish.read import PROJECT_FILE, fields, ticket_fields
from publish.read.brand import BRAND_FILE
from publish.read.brand import fields as brand_fields
from publish.standards import PROFILES, rules
from publish.standards.ruling import RULINGS

FOLDER = Path(__file__).resolve().parent / "reference"
WIDTH = 88


def main() -> None:
    """Write the pages, or say which ones are out of date."""
    pages = reference()
    if "--check" not in sys.argv:
        for name, page in pages.items():
            (FOLDER / name).write_text(page, encoding="utf-8")
        return
    old = outdated(pages)
    if old:
        sys.exit(f"docs/reference is out of date: {', '.join(old)}\n  hint type: make reference")


def outdated(pages: dict[str, str]) -> list[str]:
    """Name the pages that differ from what is in the folder, and those that nobody makes."""
    made = (path for path in FOLDER.iterdir() if path.suffix in (".md", ".json"))
    there = {path.name: path.read_text(encoding="utf-8") for path in made}
    return sorted(
        name for name in pages.keys() | there.keys() if pages.get(name) != there.get(name)
    )


def reference() -> dict[str, str]:
    """Return all pages by file name."""
    pages = {
        "commands.md": commands(),
        "exit-codes.md": exit_codes(),
        "faults.md": faults(),
        "front-matter.md": front_matter(),
        "manifest.md": manifest_fields(),
        "preflight.md": preflight_rules(),
        "settings.md": settings(),
        "standards.md": standards(),
        "ticket.md": ticket(),
    }
    return {"README.md": index(pages), **pages, "ticket.schema.json": ticket_schema()}


def index(pages: dict[str, str]) -> str:
    """List the pages."""
    heads = {name: page.partition("\n")[0].removeprefix("# ") for name, page in pages.items()}
    lines = (f"- [{head}]({name})" for name, head in heads.items())
    return page("Reference", "Every page here is written from the code.", *lines, loose=False)


def commands() -> str:
    """Show what `--help` says, for each command."""
    group = typer.main.get_command(app)
    with group.make_context("publish", [], resilient_parsing=True, max_content_width=WIDTH) as top:
        top.terminal_width = WIDTH
        parts = ["```text", group.get_help(top), "```"]
        for name, command in group.commands.items():  # type: ignore[attr-defined]
            context = type(top)(command, info_name=name, parent=top, terminal_width=WIDTH)
            parts += [f"\n## publish {name}\n", "```text", command.get_help(context), "```"]
    return page("Commands", "\n".join(parts))


def exit_codes() -> str:
    """Say what each exit code means, in the words of the errors' own docstrings."""
    meanings = {errors.ExitCode.DONE: ["Done: every text that was asked for has been written."]}
    for error in errors.PublishError.__subclasses__():
        first = (error.__doc__ or "").partition("\n")[0]
        meanings.setdefault(error.exit_code, []).append(first)
    rows = [[f"{int(code)}", " ".join(meanings[code])] for code in sorted(meanings)]
    rows.append(["130", "Stopped with Ctrl+C."])
    return page("Exit codes", table(["Code", "Meaning"], rows))


def faults() -> str:
    """List every fault code."""
    for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}."):
        importlib.import_module(module.name)
    parts = ["A code keeps its meaning for ever. The hint is what to do next."]
    for code in sorted(RULINGS):
        ruling = RULINGS[code]
        forbidden = ", ".join(sorted(standard.title for standard in ruling.forbidden_by))
        refused = forbidden or "nothing, it is a warning"
        parts += [
            f"## {code}",
            f"{ruling.title}",
            f"- hint: {ruling.hint}\n- rule: {ruling.clause}\n- refused for: {refused}",
        ]
    return page("Fault codes", *parts)


def front_matter() -> str:
    """List the keys of each kind of text and of each group inside it."""
    parts = [
        "A text begins with data between two lines `+++`, in TOML. "
        "Keys that are not listed here are refused. "
        "[How a text is written](../texts.md) has examples."
    ]
    parts += [part for model in models() for part in described(model)]
    return page("Front matter", *parts)


def described(model: type[BaseModel]) -> Iterator[str]:
    """Yield heading, first words and table of the keys of a model."""
    words, _, attributes = inspect.getdoc(model).partition("\n\nAttributes:\n")
    told = meanings(attributes)
    rows = [
        [
            f"`{field.alias or name}`",
            kind(field.annotation),
            "yes" if field.is_required() else "",
            told.get(name, ""),
        ]
        for name, field in model.model_fields.items()
        if name in model.__annotations__
    ]
    yield f"## {model.__name__.removesuffix('Fields')}"
    yield words.replace("``", "`")
    yield table(["Key", "Value", "Needed", "Meaning"], rows)


def meanings(attributes: str) -> dict[str, str]:
    """Return what each attribute of a docstring means."""
    told = re.findall(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", attributes, re.MULTILINE)
    return {name: " ".join(text.split()).replace("``", "`") for name, text in told}


def models(module: types.ModuleType = fields) -> list[type[BaseModel]]:
    """Return the models of a module in the order of their definition."""
    found = (value for value in vars(module).values() if isinstance(value, type))
    return [
        model
        for model in found
        if issubclass(model, fields.Fields)
        and model.model_fields
        and model.__module__ == module.__name__
    ]


def kind(annotation: object) -> str:
    """Say in words what a value may be."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return kind(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return " or ".join(kind(part) for part in arguments if part is not type(None))
    if origin is typing.Literal:
        return ", ".join(f"`{value}`" for value in arguments)
    if origin is list:
        return f"list of {kind(arguments[0])}"
    if origin is dict:
        return f"group of {kind(arguments[1])}"
    words = {
        "str": "text",
        "int": "number",
        "float": "number",
        "bool": "true or false",
        "datetime": "date and time",
    }
    name = getattr(annotation, "__name__", str(annotation))
    return words.get(name, name.removesuffix("Fields").lower())


def manifest_fields() -> str:
    """Explain the manifest."""
    rows = [[f"`{name}`", meaning] for name, meaning in manifest.FIELDS.items()]
    return page(
        "Manifest",
        f"`{manifest.NAME}` in the output folder holds `schema` ({manifest.SCHEMA}) and `files`, "
        "one entry for each file, sorted by `path`. It has no clock and no name of a machine in "
        "it: the same texts give the same manifest. Entries of works that are not in a run stay.",
        table(["Field", "Meaning"], rows),
    )


def preflight_rules() -> str:
    """List the rules of the preflight, and what its JSON holds."""
    load_rules()
    parts = [
        "What `publish preflight` holds a file against. X are the rules of PDF/X-4, G what print "
        "shops agree on, P ours, J those of a job ticket. A number keeps its meaning for ever. "
        "No copy of ISO 15930-7 was at hand: what is marked *from memory* follows what other "
        "programs and their manuals say about it. [How to](../how-to/preflight.md) use it.",
        "With `--json`: `state` (`passed`, `failed`, `incomplete`), `rule_set`, `limits`, "
        "`pages`, `unused_waivers`, and `rules` with one entry for each rule: `rule`, `title`, "
        "`basis`, `remedy`, `outcome`, `reason`, `findings` (`page`, `object`, `detail`, "
        "`measured`, `limit`, `severity`), `left_out` (a number), and `waived` (findings with "
        "`person` and `reason`). An outcome is "
        + ", ".join(f"`{outcome.value}`" for outcome in Outcome)
        + ". Of several files, `files` holds one such object for each, with its name as `file`.",
    ]
    needs = {"file": "the file", "ticket": "a ticket", "plates": "Ghostscript", "twin": "the twin"}
    for number in sorted(RULES):
        one = RULES[number]
        mild = "\n- only a warning" if one.severity is Severity.WARNING else ""
        parts += [
            f"## {number}",
            one.title,
            f"- basis: {one.basis}\n- needs: {needs[one.needs]}\n- remedy: {one.remedy}{mild}",
        ]
    return page("Rules of the preflight", *parts)


def settings() -> str:
    """List the settings of a project and of a brand."""
    parts = [
        f"`{PROJECT_FILE}` marks the folder of a project. `{BRAND_FILE}` makes a folder a brand, "
        "which can be shared between projects. Both are TOML; none of the settings is needed, "
        "and others are refused. What the project says stands over what its brand says. "
        "[Make it yours](../how-to/make-it-yours.md) has examples."
    ]
    for model in reversed(models(brand_fields)):
        parts += described(model)
    return page("Settings", *parts)


def standards() -> str:
    """List the pairs of standards."""
    rows = [
        [
            f"`{profile.name}`",
            profile.pdf_version,
            profile.access.title,
            profile.archive.title,
            profile.archive_with_files.title,
        ]
        for profile in PROFILES.values()
    ]
    head = ["--standard", "PDF", "for access", "for the archive", "with attached files"]
    return page("Standards", "What one file claims, by `--standard`.", table(head, rows))


def ticket() -> str:
    """List the keys of a job ticket."""
    parts = [
        "Beside each file for a print shop lies a ticket in JSON, `NAME.ticket.json`. It is UTF-8, "
        "its names are sorted, and no clock is in it: the same text gives the same ticket. Keys "
        "that are not listed here are refused. [The same as a JSON Schema](ticket.schema.json); "
        "[how a ticket is used](../how-to/ticket.md)."
    ]
    for model in reversed(models(ticket_fields)):
        parts += described(model)
    return page("Job ticket", *parts)


def ticket_schema() -> str:
    """Return the schema of a job ticket (JSON Schema, 2020-12)."""
    schema = ticket_fields.TicketFields.model_json_schema()
    for model in models(ticket_fields):
        own = schema if model is ticket_fields.TicketFields else schema["$defs"][model.__name__]
        words, _, attributes = (inspect.getdoc(model) or "").partition("\n\nAttributes:\n")
        own["title"] = model.__name__.removesuffix("Fields")
        own["description"] = words.replace("``", "`")
        told = meanings(attributes)
        for name, field in own["properties"].items():
            field.pop("title", None)
            field["description"] = told[name]
    first = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    text = json.dumps(first | schema, ensure_ascii=False, indent=1)
    return re.sub(r'(\$defs/|^  ")(\w+)Fields(?=")', r"\1\2", text, flags=re.M) + "\n"


def page(title: str, *parts: str, loose: bool = True) -> str:
    """Put a page together."""
    between = "\n\n" if loose else "\n"
    body = parts[0] + "\n\n" + between.join(parts[1:]) if len(parts) > 1 else parts[0]
    return f"# {title}\n\n{body.rstrip()}\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Write a Markdown table."""
    return "\n".join(_rows(head, rows))


def _rows(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


if __name__ == "__main__":
    main()
