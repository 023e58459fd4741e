"""Running text: parsed, checked and written as the fragment that layouts take in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from publish.model import Prose
from publish.read import elements, images, links, markdown, structure
from publish.standards.rules import reading

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from publish.read.findings import Findings


@dataclass(slots=True)
class Manuscript:
    """All running texts of one file: they become one document, so their ids share one space.

    Attributes:
        path: the author's file.
        project: the project's folder, resolved.
        language: of the text.
        roots: the trees read so far, each with the level of the heading that stands above it.
    """

    path: Path
    project: Path
    language: str
    findings: Findings
    roots: list[tuple[Element, int]] = field(default_factory=list)

    def read(self, text: str, *, above: int, notes_prefix: str = "") -> Element:
        """Parse Markdown; the tree is kept for `review`.

        A text that is nested too deep gives an empty tree and a fault.

        Args:
            text: with blank lines before it, so that its lines are those of the file.
            above: level of the heading above the text, 0 if the text holds the title.
            notes_prefix: keeps the ids of notes apart.
        """
        try:
            root = markdown.parse(
                text, self.findings, language=self.language, notes_prefix=notes_prefix
            )
        except elements.TooDeep as error:
            self.findings.fault(reading.TOO_DEEP, error.line, error.why)
            root = markdown.parse("", self.findings, language=self.language)
        self.roots.append((root, above))
        return root

    def review(self) -> None:
        """Check all trees together, in place, and give headings their ids."""
        taken = {kid.get("id", "") for root, _ in self.roots for kid in root.iter()}
        for root, above in self.roots:
            structure.review_languages(root, self.findings, language=self.language)
            structure.review_characters(root, self.findings)
            structure.review_headings(root, self.findings, above=above)
            structure.review_tables(root, self.findings)
            images.review(root, self.path, self.project, self.findings)
            structure.slugs(markdown.headings(root), taken)
        links.review([root for root, _ in self.roots], self.findings)

    @property
    def targets(self) -> frozenset[str]:
        """The ids to which links of the text lead."""
        addresses = (kid.get("href", "") for root, _ in self.roots for kid in root.iter("a"))
        return frozenset(unquote(a[1:]) for a in addresses if a.startswith("#"))

    def prose(self, root: Element, line: int = 0) -> Prose:
        """Write a reviewed tree."""
        first = next((kid for kid in root if elements.line_of(kid)), None)
        line = line or (elements.line_of(first) if first is not None else 0)
        place = self.findings.place(line)
        return Prose(elements.fragment(root), self.language, place)
