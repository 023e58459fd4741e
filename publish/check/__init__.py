"""The finished file is read back and must be what was planned, and what it claims to be.

The readers here know nothing of the code that wrote the file. `judge` needs no other program;
`validated` and `validators` start veraPDF, once for all files.

Two walks read what pages draw, because they ask different things:

- `page_walk` asks what a reader meets: which text stands under which mark, in which colour on a
  screen. It runs for every accessible file of every run, and keeps no more than that.
- `preflight.walk` asks what reaches a plate: each ink, overprint and blending, and also patterns,
  masks, drawn glyphs and appearances, in files from anywhere. It says what it could not read.

One walk for both would carry the state of each through all operators of the other. What is alike
in both is there once: `objects`, `geometry`, `font` with `glyph_names`, `text_run`. What no walk
can know, Ghostscript draws: ``plates``. Language versions are compared in ``sisters``.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from publish.check import tools, verapdf
from publish.check.against import claims_of, faults_of, judge
from publish.check.press import press_verdicts
from publish.check.verdict import Outcome, Verdict
from publish.check.words import text_words, web_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publish.model import Fault
    from publish.model.edition import Check
    from publish.standards import Standard

__all__ = [
    "Outcome",
    "Verdict",
    "claims_of",
    "foreign",
    "judge",
    "press_verdicts",
    "require_validator",
    "text_words",
    "validated",
    "validators",
    "web_words",
]


def foreign(pdf: bytes) -> tuple[Verdict, ...]:
    """Check a file from elsewhere by the standards that it claims; hostile files too.

    The round trip is not checked, since nobody knows what was meant. `judge` gives the same to
    those who know the claims already.
    """
    return judge(pdf, None, claims_of(pdf))


def validators(
    files: Sequence[tuple[Path, Sequence[Standard]]],
) -> Mapping[Path, tuple[Verdict, ...]]:
    """Let veraPDF judge files by the standards that each should hold, all in one call."""
    return verapdf.judge(files)


def validated(
    files: Sequence[tuple[bytes, Sequence[Standard]]],
) -> list[tuple[tuple[Check, ...], tuple[Fault, ...]]]:
    """Let veraPDF judge files that are not yet written, all in one call.

    Returns:
        checks and faults for each file, in order.
    """
    with tempfile.TemporaryDirectory(prefix="publish-check-") as folder:
        written = []
        for number, (content, claims) in enumerate(files):
            file = Path(folder) / f"{number}.pdf"
            file.write_bytes(content)
            written.append((file, claims))
        verdicts = verapdf.judge(written) if written else {}
        return [
            (tuple(one.as_check for one in verdicts[file]), faults_of(verdicts[file]))
            for file, _ in written
        ]


def require_validator() -> None:
    """Make sure that veraPDF can be started.

    Raises:
        MachineLacks: Java or veraPDF is missing.
    """
    tools.java()
    tools.verapdf_jar()
