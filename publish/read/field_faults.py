"""Front matter held against its fields: a fault in an editor's words for each wrong entry."""

from __future__ import annotations

import difflib
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from publish.read.fields import KINDS, Fields
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from publish.read.fields import CommonFields
    from publish.read.findings import Findings
    from publish.read.front_matter import FrontMatter
    from publish.standards.ruling import Ruling

#: How an editor would say what pydantic found; ``{…}`` is its context.
_PLAIN = {
    "string_type": "it must be text between quotation marks",
    "bool_type": "it must be true or false",
    "int_type": "it must be a whole number",
    "greater_than_equal": "it must be {ge:g} or more",
    "list_type": "it must be a list: [ … ], or entries that begin with [[ … ]]",
    "too_long": "it has {actual_length} entries; {max_length} is the most",
    "too_short": "it has {actual_length} entries; {min_length} is the least",
    "string_too_short": "it is empty",
    "string_too_long": "it is longer than {max_length} signs",
    "literal_error": "it must be one of {expected}",
    "less_than_equal": "it must be {le:g} or less",
    "float_type": "it must be a number",
    "date_type": "it must be a date without quotation marks: 2022-06-24",
    "date_from_datetime_inexact": "it must be a date without a time: 2022-06-24",
    "datetime_type": "it must be date, time and zone: 2022-06-24T10:00:00+02:00",
    "datetime_from_date_parsing": "it must be date, time and zone: 2022-06-24T10:00:00+02:00",
    "model_type": "it must be a group of entries",
    "dict_type": 'it must be a group of entries, such as {{ en = "…" }}',
}
#: The same for texts of a form, by the beginning of their pattern.
_PATTERNS = {
    "^#[0-9": "it must be a colour such as #0b5394",
    "^(?:ht": "it must begin with https:// and end with a slash",
}


@dataclass(frozen=True, slots=True)
class Rulings:
    """The kinds of fault that a file with known keys may have, and the words for them.

    Attributes:
        add: how an entry is added, with ``{key}`` in it.
        words: what is said otherwise than of TOML, by the name that pydantic gives the problem or
            by the pattern that a text does not have.
    """

    unknown: Ruling
    wrong: Ruling
    missing: Ruling
    add: str = 'add a line  {key} = "…"'
    words: Mapping[str, str] = field(default_factory=dict)


OF_TEXTS = Rulings(reading.UNKNOWN_KEY, reading.WRONG_VALUE, reading.MISSING_KEY)

Held = TypeVar("Held", bound=Fields)


def checked(data: FrontMatter, findings: Findings) -> CommonFields | None:
    """Return the typed fields; faults for all wrong entries at once.

    An entry that is wrong is left out and the others are kept, so that the text itself is still
    read and its faults are found in the same run.
    """
    kind = data.values.get("kind", "statement")
    values = {"kind": "statement"} | deepcopy(data.values)
    if not isinstance(kind, str) or kind not in KINDS:
        detail = f"kind: it must be one of {', '.join(KINDS)}"
        findings.fault(reading.WRONG_VALUE, data.line_of(("kind",)), detail)
        values["kind"] = kind = "statement"
    return held(values, KINDS[kind], data, findings, OF_TEXTS)


def held(
    values: dict[str, Any],
    model: type[Held],
    data: FrontMatter,
    findings: Findings,
    rulings: Rulings,
) -> Held | None:
    """Hold values against a model, in place; return what is left of them once the wrong are out.

    Args:
        values: as TOML has them; wrong ones are taken out.
        model: what is known.
        data: tells the lines.
        findings: takes up the faults.
        rulings: which kinds of fault they are.
    """
    told: set[tuple[int | str, ...]] = set()
    # Each round takes at least one entry out, and what is missing cannot be mended.
    for _ in range(2):
        try:
            return model.model_validate(values)
        except ValidationError as error:
            problems = error.errors(include_url=False, include_input=False)
            new = [one for one in _one_each(problems) if _path(one) not in told]
            # What holds something wrong may seem wrong itself once that is out.
            told.update(path[:end] for path in map(_path, problems) for end in range(len(path) + 1))
            for problem in new:
                _fault(problem, model, data, findings, rulings)
            for problem in problems:
                _take_out(values, problem, model)
            _drop_gaps(values)
    return None


def _one_each(problems: list[ErrorDetails]) -> list[ErrorDetails]:
    """Keep one problem for each entry: where two types are allowed, each of them complains.

    The complaint that lies deeper is kept: it is of the type that the author meant.
    """
    kept: dict[tuple[int | str, ...], ErrorDetails] = {}
    for problem in problems:
        kept.setdefault(_path(problem), problem)
    holders = {path[:length] for path in kept for length in range(len(path))}
    return [problem for path, problem in kept.items() if path not in holders]


def _path(problem: ErrorDetails) -> tuple[int | str, ...]:
    """Return where the value stands, without the names of the types that were tried."""
    own = {"BodyFields", "ConditionFields", "str", "constrained-str", "literal"}
    return tuple(
        step
        for step in problem["loc"]
        if str(step).split("[")[0] not in own and not str(step).startswith("list[")
    )


def _fault(
    problem: ErrorDetails,
    model: type[Fields],
    data: FrontMatter,
    findings: Findings,
    rulings: Rulings,
) -> None:
    path = _path(problem)
    line, name = data.line_of(path), _named(path)
    if problem["type"] == "extra_forbidden":
        known = _known(model, path[:-1])
        nearest = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.5)
        hint = f"did you mean {nearest[0]}?" if nearest else f"known are {', '.join(known)}"
        findings.fault(rulings.unknown, line, name, hint=hint)
    elif problem["type"] == "missing":
        hint = rulings.add.format(key=path[-1])
        findings.fault(rulings.missing, line, name, hint=hint)
    else:
        words = _plain(problem, rulings.words)
        findings.fault(rulings.wrong, line, f"{name}: {words}")


def _plain(problem: ErrorDetails, more: Mapping[str, str]) -> str:
    """Return what is wrong with a value, in an editor's words."""
    pattern = problem.get("ctx", {}).get("pattern", "")
    if pattern in more:
        return more[pattern]
    if problem["type"] == "string_pattern_mismatch":
        begins = problem.get("ctx", {}).get("pattern", "")[:6]
        is_mail = problem["loc"][-1] == "mail"
        mail = "it must be an address such as press@example.org"
        return mail if is_mail else _PATTERNS.get(begins, "it is empty")
    words = more.get(problem["type"]) or _PLAIN.get(problem["type"], problem["msg"])
    return words.format(**problem.get("ctx", {}))


def _named(path: tuple[int | str, ...]) -> str:
    """Write a path for an editor: ``signatories 3, role``."""
    words = ""
    for step in path:
        words += f" {step + 1}" if isinstance(step, int) else f", {step}"
    return words.removeprefix(", ")


def _known(model: type[Fields], path: tuple[int | str, ...]) -> list[str]:
    return list(_by_key(_group(model, path)))


def _group(model: type[Fields], path: tuple[int | str, ...]) -> type[Fields]:
    """Return the group of keys that a path leads to."""
    found: type[Fields] = model
    for step in path:
        if isinstance(step, str) and step in (named := _by_key(found)):
            found = _model_in(named[step]) or found
    return found


def _by_key(model: type[Fields]) -> dict[str, Any]:
    """Return the type of each key, under the name that authors write."""
    fields = model.model_fields.items()
    return {field.alias or name: field.annotation for name, field in fields}


def _model_in(annotation: Any) -> type[Fields] | None:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _take_out(values: dict[str, Any], problem: ErrorDetails, model: type[Fields]) -> None:
    """Take a wrong entry out; a group goes as a whole if something it needs is missing or wrong.

    Else the next round would miss what this one took out, and say so on top.
    """
    path = _path(problem)
    if _is_needed(model, path):
        path = path[:-1]
    holder: Any = values
    for step in path[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return
    if path and isinstance(holder, dict):
        holder.pop(path[-1], None)
    elif path and isinstance(holder, list) and isinstance(path[-1], int):
        holder[path[-1]] = None


def _is_needed(model: type[Fields], path: tuple[int | str, ...]) -> bool:
    group = _group(model, path[:-1])
    return any(
        field.is_required() and path[-1] in (name, field.alias)
        for name, field in group.model_fields.items()
    )


def _drop_gaps(value: Any) -> None:
    """Drop the entries of lists that were taken out; TOML itself has no empty value."""
    if isinstance(value, list):
        value[:] = [entry for entry in value if entry is not None]
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            _drop_gaps(inner)
