"""Check a finished file against its plan and its claims, without any other program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from publish.check import metadata
from publish.check.contrast import check_contrast
from publish.check.fonts import check_fonts
from publish.check.metadata import About, check_about, check_claims, read_about
from publish.check.objects import BROKEN, TooMuch, entry, said_by, text
from publish.check.page_walk import read_drawing
from publish.check.press import is_for_press, x4_verdict
from publish.check.read_tree import ReadTree, read_tree
from publish.check.round_trip import compare
from publish.check.verdict import Outcome, Verdict, verdict_on
from publish.check.words import pdf_words
from publish.model import Fault
from publish.standards import PROFILES, Standard
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.check.drawing import Drawing
    from publish.model import Composed
    from publish.pdf import Plan
    from publish.standards import Profile

STRUCTURE, ROUND_TRIP, FONTS = "structure", "round trip", "fonts"
CONTRAST, METADATA, CLAIMS = "contrast", "metadata", "claims"
_ALL = (STRUCTURE, ROUND_TRIP, FONTS, CONTRAST, METADATA, CLAIMS)


@dataclass(slots=True)
class _Opened:
    """A file, read by both readers."""

    drawing: Drawing
    tree: ReadTree
    about: About
    language: str


def judge(
    pdf: bytes,
    plan: Plan | None,
    claims: Sequence[Standard],
    composed: Composed | None = None,
) -> tuple[Verdict, ...]:
    """Check a finished file with our own readers.

    Args:
        pdf: the whole file.
        plan: what the file was drawn from; ``None`` for a file from elsewhere, whose round trip
            cannot be checked.
        claims: the standards that the file was made for.
        composed: the text that the plan was made from, if its words are to be compared too.

    Returns:
        one verdict for each check, in a fixed order. Never raises on account of the file.
    """
    try:
        if plan is None and is_for_press(claims):
            return _for_press(pdf, claims)
        opened = _open(pdf)
    except pikepdf.PasswordError:
        return _refused(Fault(checking.ENCRYPTED))
    except TooMuch as error:
        return _refused(Fault(checking.TOO_MUCH, str(error)))
    except (*BROKEN, *metadata.BROKEN, RecursionError, MemoryError) as error:
        return _refused(Fault(checking.NOT_A_PDF, said_by(error)))
    verdicts = (
        verdict_on(STRUCTURE, opened.tree.faults),
        _round_trip(opened, plan, claims),
        verdict_on(FONTS, check_fonts(opened.drawing, opened.tree)),
        verdict_on(CONTRAST, check_contrast(opened.drawing)),
        verdict_on(METADATA, check_about(opened.about, plan)),
        verdict_on(CLAIMS, check_claims(opened.about, claims), _declared(opened.about)),
    )
    if plan is None:
        return tuple(map(_as_foreign, verdicts))
    if composed is None:
        return verdicts
    return (*verdicts, pdf_words(opened.tree.root, plan, composed))


def _for_press(pdf: bytes, claims: Sequence[Standard]) -> tuple[Verdict, ...]:
    """Judge a file for a press: it has no tags and no links, and nobody reads it on a screen."""
    about = read_about(pdf)
    declared = verdict_on(CLAIMS, check_claims(about, claims), _declared(about))
    return (x4_verdict(pdf), declared) if Standard.X4 in claims else (declared,)


def claims_of(pdf: bytes) -> tuple[Standard, ...]:
    """Return the standards of ours that a file declares; nothing for a file that is broken."""
    try:
        return read_about(pdf).claims
    except (*metadata.BROKEN, RecursionError):
        return ()


def faults_of(verdicts: Iterable[Verdict]) -> tuple[Fault, ...]:
    """Return the faults of all verdicts, each once: two standards may tell the same."""
    return tuple(dict.fromkeys(fault for verdict in verdicts for fault in verdict.faults))


def _as_foreign(verdict: Verdict) -> Verdict:
    """Take our own name out of the hints: whoever made the file has to mend it."""
    faults = (
        replace(fault, hint=checking.ASK_ITS_MAKER)
        if fault.ruling.hint == checking.REPORT_TO_US
        else fault
        for fault in verdict.faults
    )
    return replace(verdict, faults=tuple(faults))


def _open(pdf: bytes) -> _Opened:
    with pikepdf.open(BytesIO(pdf)) as opened:
        if opened.is_encrypted:
            raise pikepdf.PasswordError("encrypted")
        drawing = read_drawing(opened)
        tree = read_tree(opened, drawing)
        language = text(entry(opened.Root, "/Lang")) or ""
    return _Opened(drawing, tree, read_about(pdf), language)


def _round_trip(opened: _Opened, plan: Plan | None, claims: Sequence[Standard]) -> Verdict:
    if plan is None:
        reason = "the file comes from elsewhere: only its maker knows what was meant"
        return Verdict(ROUND_TRIP, Outcome.NOT_CHECKED, reason)
    profile = _profile(claims)
    return verdict_on(ROUND_TRIP, compare(plan, opened.tree, profile, opened.language))


def _declared(about: About) -> str:
    titles = ", ".join(standard.title for standard in about.claims)
    return f"the file declares {titles or 'none of the standards that we know'}"


def _profile(claims: Sequence[Standard]) -> Profile:
    """Return the profile that a set of claims belongs to; that of PDF 1.7 if there is none."""
    return next((one for one in PROFILES.values() if one.access in claims), PROFILES["ua-1"])


def _refused(fault: Fault) -> tuple[Verdict, ...]:
    """Say once why the file cannot be read, and that nothing else was checked."""
    reason = "the file cannot be read"
    first = Verdict(STRUCTURE, Outcome.FAILED, reason, (fault,))
    return (first, *(Verdict(name, Outcome.NOT_CHECKED, reason) for name in _ALL[1:]))
