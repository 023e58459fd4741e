"""Notes in Markdown: calls, the list of notes, and the way back.

Source: DPUB-ARIA 1.1 (doc-noteref, doc-endnotes, doc-backlink).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from publish.read.elements import LINE
from publish.standards.rules import reading

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from publish.read.findings import Findings

#: What a screen reader says on the link from a note back to its call.
BACK = {
    "ar": "العودة إلى موضع الحاشية {}",
    "de": "Zurück zum Verweis auf Anmerkung {}",
    "en": "Back to the reference to note {}",
    "es": "Volver a la llamada de la nota {}",
    "fr": "Retour à l’appel de la note {}",
    "it": "Torna al richiamo della nota {}",
    "pt": "Voltar à chamada da nota {}",
    "ru": "Вернуться к ссылке на примечание {}",
    "zh": "返回注释{}的引用处",
}


@dataclass(frozen=True)
class Style:
    """How the notes of one text are marked up.

    Attributes:
        language: of the text.
        prefix: put before each id.
    """

    language: str
    prefix: str = ""

    def key(self, token: Token) -> str:
        """Return the id of a note."""
        return f"{self.prefix}fn-{token.meta['id'] + 1}"

    def call_key(self, token: Token) -> str:
        """Return the id of a call; a note may be called several times."""
        again = token.meta.get("subId", 0)
        return f"{self.prefix}fnref-{token.meta['id'] + 1}" + (f"-{again + 1}" if again else "")

    def call(self, token: Token, line: int) -> Element:
        """Make the call of a note."""
        element = Element("a", {"role": "doc-noteref", "href": f"#{self.key(token)}"})
        element.set("id", self.call_key(token))
        element.set(LINE, str(line))
        element.text = str(token.meta["id"] + 1)
        return element

    def section(self, parent: Element) -> Element:
        """Begin the list of notes."""
        return SubElement(parent, "section", {"role": "doc-endnotes"})

    def back(self, token: Token) -> Element:
        """Make the link from a note back to its call."""
        again = token.meta.get("subId", 0)
        number = f"{token.meta['id'] + 1}" + (f" ({again + 1})" if again else "")
        element = Element("a", {"role": "doc-backlink", "href": f"#{self.call_key(token)}"})
        words = BACK.get(self.language.lower().split("-")[0])
        element.set("aria-label", words.format(number) if words else f"↩ {number}")
        element.text = "↩"
        return element


def plug_in(parser: MarkdownIt) -> None:
    """Remember the marks and lines of notes before markdown-it moves them to the end."""
    parser.core.ruler.before("footnote_tail", "note_lines", _remember)


def review(environment: dict[str, Any], findings: Findings) -> None:
    """Find notes without a call, calls without a note, and marks that stand twice."""
    written: list[tuple[str, int]] = environment.get("notes_written", [])
    called: dict[str, int] = environment.get("notes_called", {})
    first: dict[str, int] = {}
    for mark, line in written:
        if mark in first:
            findings.fault(reading.NOTE_TWICE, line, f"[^{mark}], first on line {first[mark]}")
            continue
        first[mark] = line
        if mark not in called:
            findings.fault(reading.NOTE_NOT_CALLED, line, f"[^{mark}]")
    for mark, line in called.items():
        if mark not in first:
            findings.fault(reading.NOTE_MISSING, line, f"[^{mark}]")


def _remember(state: StateCore) -> None:
    written = state.env.setdefault("notes_written", [])
    called = state.env.setdefault("notes_called", {})
    for token in state.tokens:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "footnote_reference_open":
            written.append((token.meta["label"], line))
        for child in token.children or []:
            if child.type in {"softbreak", "hardbreak"}:
                line += 1
            elif child.type == "footnote_ref" and "label" in child.meta:
                called.setdefault(child.meta["label"], line)
