"""`publish doctor`: what this machine has, what it lacks, and the line that brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.cli import answer
from publish.cli.options import AsJson
from publish.errors import ExitCode

if TYPE_CHECKING:
    from publish.machine import Fact


EXAMPLES = """\b
Examples:
  publish doctor
  publish doctor --json
"""


def doctor(json: AsJson = False) -> int:
    """Say what this machine has and lacks.

    What is missing is named with what that costs and with the line that installs it.
    """
    from publish.machine import State, facts

    found = facts()
    lacking = [fact.name for fact in found if fact.state is State.MISSING]
    code = ExitCode.MACHINE_LACKS if lacking else ExitCode.DONE
    end = (
        f"missing: {', '.join(lacking)}" if lacking else "Everything that a release needs is here."
    )
    text = "\n".join([*map(_lines, found), "", end])
    return answer.tell(
        text, as_json=json, code=code, facts=[fact.as_record() for fact in found], missing=lacking
    )


def _lines(fact: Fact) -> str:
    """One row of the table; what is wrong is explained below it."""
    row = f"{fact.state.value:<15} {fact.name:<19} {fact.found}".rstrip()
    below = [f"{'':16}without it: {fact.cost}"] if fact.cost else []
    below += [f"{'':16}{system + ':':<9}{line}" for system, line in _short(fact.lines)]
    return "\n".join([row, *below])


def _short(lines: dict[str, str]) -> list[tuple[str, str]]:
    """The lines for each system; one for all where they are the same."""
    if len(set(lines.values())) == 1:
        return [("type", next(iter(lines.values())))]
    return list(lines.items())
