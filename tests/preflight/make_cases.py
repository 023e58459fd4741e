"""Write the cases of the preflight anew: `python tests/preflight/make_cases.py [NUMBER ...]`.

Each rule has a folder with its number. A case is a PDF whose name begins with ``pass-`` or
``fail-``; beside it may lie what it is held against: a ticket, the accessible edition, and the name
of a set of limits. The text beside a failing case is what the report says about it.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from publish.finish import ticket_json  # noqa: E402

if TYPE_CHECKING:
    from case import Case


def main() -> None:
    """Write all cases, or those of the rules that are named."""
    asked = set(sys.argv[1:])
    places = set()
    for module in sorted(HERE.glob("cases_*.py")):
        for place, make in importlib.import_module(module.stem).CASES.items():
            places.add(place)
            if not asked or place.partition("/")[0] in asked:
                write(HERE / place, make())
    for stale in HERE.glob("*/*.pdf"):
        place = f"{stale.parent.name}/{stale.name.partition('.')[0]}"
        if place not in places:
            stale.unlink()


def write(place: Path, case: Case) -> None:
    """Write a case with what it is held against."""
    place.parent.mkdir(exist_ok=True)
    beside = {
        ".pdf": case.pdf,
        ".ticket.json": ticket_json(case.ticket) if case.ticket else None,
        ".twin.pdf": case.twin,
        ".limits": None if case.limits == "sheetfed-coated" else f"{case.limits}\n".encode(),
    }
    for ending, content in beside.items():
        file = place.with_name(place.name + ending)
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


if __name__ == "__main__":
    main()
