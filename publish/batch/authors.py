"""Faults of finished files, told to the authors of the texts that the files were made from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.model.fault import Severity
from publish.model.place import Place
from publish.standards.rules.checking import RULE_BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.model.edition import Edition
    from publish.model.fault import Fault

#: An author can do nothing about a PDF; what follows from a fault of the text goes with it.
AFTER_THE_OTHERS = (
    "correct the other faults of this text first; if this one stays, please report it with the text"
)
OURS = "this is a mistake of publish, not of your text: please report it with the text"


def to_author(edition: Edition, read: Iterable[Fault]) -> Edition:
    """Let each fault of an edition name its text, and a next step that fits an author.

    Args:
        edition: made and judged.
        read: the faults that were found while texts were read, of whatever text.
    """
    label, labels = edition.work.source.label, edition.work.source.labels
    here = [fault for fault in read if fault.place and fault.place.file in labels]
    is_text_at_fault = any(
        fault.severity is Severity.FAULT and fault.code != RULE_BROKEN.code
        for fault in (*here, *edition.faults)
    )
    hint = AFTER_THE_OTHERS if is_text_at_fault else OURS
    faults = tuple(
        replace(
            fault,
            place=fault.place or Place(label),
            hint=hint if fault.code == RULE_BROKEN.code else fault.hint,
        )
        for fault in edition.faults
    )
    return replace(edition, faults=faults)
