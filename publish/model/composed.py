"""A text laid out as a semantic HTML page, ready to be planned and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from publish.model.fault import Fault
    from publish.model.work import Attachment, Source


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """The page and all that it needs.

    Attributes:
        root: the ``html`` element, without namespace for HTML names. The structure tree is
            planned from these very elements and drawn from them, so nobody may change them.
        stylesheets: CSS texts in the order of the cascade.
        fits: style sheets to be added, one at a time and the most wanted first, where a page ends
            early or the last one would hold little; see `publish.render.fit`.
        source: the author's file; images are found in its folder.
        faults: what could not be laid out as the author asked.
    """

    root: Element
    stylesheets: tuple[str, ...]
    source: Source
    attachments: tuple[Attachment, ...] = ()
    faults: tuple[Fault, ...] = ()
    fits: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language of the page, BCP 47."""
        return self.root.get("lang", "")
