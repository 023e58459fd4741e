"""What a command says at its end: for people, or as one JSON object for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from publish.errors import ExitCode, InputFaults, MachineLacks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.errors import PublishError
    from publish.model.fault import Fault

OUR_MISTAKE = (
    "a mistake of publish itself, not of your text: {}\n"
    "  hint please report it, with what PUBLISH_DEBUG=1 before the command shows"
)


def tell(
    text: str,
    *,
    as_json: bool,
    code: ExitCode = ExitCode.DONE,
    faults: Sequence[Fault] = (),
    mistakes: Sequence[str] = (),
    **record: Any,
) -> ExitCode:
    """Say how a command ended; return its exit code.

    People get `text` on standard output and faults on standard error, one after another with a
    count at the end, then our own mistakes; programs get one object with ``exit``, ``faults``,
    ``mistakes`` if there are any, and what `record` holds.
    """
    if as_json:
        _object(code, faults, record | ({"mistakes": [*mistakes]} if mistakes else {}))
        return code
    show(faults)
    for mistake in mistakes:
        print(f"publish: {OUR_MISTAKE.format(mistake)}", file=sys.stderr)
    if text:
        print(text)
    return code


def show(faults: Sequence[Fault]) -> None:
    """Print faults on standard error, each in its four lines, and count them."""
    for fault in faults:
        prefix = "warning " if fault.severity.value == "warning" else ""
        print(f"{prefix}{fault}\n", file=sys.stderr)
    if faults:
        print(count(faults), file=sys.stderr)


def count(faults: Sequence[Fault]) -> str:
    """Return, for example, ``2 faults, 1 warning``."""
    warnings = sum(fault.severity.value == "warning" for fault in faults)
    found = {"fault": len(faults) - warnings, "warning": warnings}
    return ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in found.items() if n)


def failed(error: PublishError, *, as_json: bool) -> ExitCode:
    """Say what stopped the work; return the exit code."""
    if isinstance(error, InputFaults):
        return tell("", as_json=as_json, code=error.exit_code, faults=error.faults)
    if as_json:
        remedy = error.remedy if isinstance(error, MachineLacks) else ""
        _object(error.exit_code, (), {"error": str(error), "remedy": remedy})
    else:
        print(f"publish: {error}", file=sys.stderr)
    return error.exit_code


def crashed(error: Exception, *, as_json: bool) -> ExitCode:
    """Admit a mistake of ours in a few lines; return the exit code."""
    message = OUR_MISTAKE.format(f"{type(error).__name__}: {error}")
    if as_json:
        _object(ExitCode.OWN_ERROR, (), {"error": message})
    else:
        print(f"publish: {message}", file=sys.stderr)
    return ExitCode.OWN_ERROR


def _object(code: ExitCode, faults: Sequence[Fault], record: dict[str, Any]) -> None:
    told = {"exit": int(code), "faults": [fault.as_record() for fault in faults], **record}
    print(json.dumps(told))
