"""What the names of HTML mean for the structure tree, as tables.

Source: HTML, 4.3 to 4.9; WAI-ARIA 1.2; DPUB-ARIA 1.1; HTML Accessibility API Mappings 1.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element as Node

SVG = "{http://www.w3.org/2000/svg}svg"

#: Block elements that make one structure element with paragraphs inside.
GROUPING = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Aside",
    "blockquote": "BlockQuote",
}

#: Block elements that hold running text.
PARAGRAPHS = frozenset({"p", "pre", "summary", "legend", "dt"})
HEADINGS = {f"h{level}": f"H{level}" for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
PICTURES = frozenset({"img", SVG, "object", "embed", "video", "canvas"})

#: Block elements that make no structure element of their own; what is in them stands for itself.
TRANSPARENT = frozenset(
    "html body div header footer address hgroup details fieldset form center search dd dl li "
    "figure figcaption table caption thead tbody tfoot tr td th hr".split()
)

BLOCKS = frozenset({*GROUPING, *PARAGRAPHS, *HEADINGS, *LISTS, *TRANSPARENT})

#: Inline elements that make a structure element; all others are transparent.
PHRASES = {
    "em": "Em",
    "i": "Em",
    "strong": "Strong",
    "b": "Strong",
    "code": "Code",
    "kbd": "Code",
    "samp": "Code",
    "q": "Quote",
}

#: Never drawn, whatever the style sheet says.
UNSEEN = frozenset(
    "head title meta link style script template noscript datalist rp source track param "
    "base area colgroup col".split()
)

#: Landmark and DPUB roles that turn a transparent element into a grouping one.
ROLES = {
    "article": "Art",
    "complementary": "Aside",
    "main": "Part",
    "navigation": "Sect",
    "region": "Sect",
    "blockquote": "BlockQuote",
    "doc-abstract": "Sect",
    "doc-acknowledgments": "Sect",
    "doc-afterword": "Sect",
    "doc-appendix": "Sect",
    "doc-bibliography": "Sect",
    "doc-chapter": "Sect",
    "doc-conclusion": "Sect",
    "doc-endnotes": "Sect",
    "doc-epilogue": "Sect",
    "doc-foreword": "Sect",
    "doc-glossary": "Sect",
    "doc-introduction": "Sect",
    "doc-part": "Part",
    "doc-preface": "Sect",
    "doc-toc": "Sect",
    "doc-tip": "Aside",
    "doc-pullquote": "Aside",
    "note": "Aside",
}

#: Roles that make a block of any element, with a structure element of their own.
BLOCK_ROLES = frozenset({"heading", "list", "listitem"})

LIST_NUMBERING = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}


def role_of(node: Node) -> str:
    """Return the first ARIA role of an element, lower case; empty where there is none."""
    return (node.get("role") or "").lower().split(" ")[0]


def is_presentational(node: Node) -> bool:
    """Whether the author said that the element carries no meaning of its own."""
    return role_of(node) in ("presentation", "none")


def is_hidden(node: Node) -> bool:
    """Whether the element, with all that is in it, is not for readers to hear."""
    if node.get("aria-hidden") == "true":
        return True
    return node.tag == "img" and (node.get("alt") == "" or is_presentational(node))


def is_unseen(node: Node) -> bool:
    """Whether the element is never drawn: comments, scripts, ``hidden``."""
    return not isinstance(node.tag, str) or node.tag in UNSEEN or node.get("hidden") is not None


def is_picture(node: Node) -> bool:
    """Whether the element is drawn and heard as one picture."""
    return node.tag in PICTURES or role_of(node) == "img"


def pieces(node: Node) -> Iterator[str | Node]:
    """Yield what an element holds, in order: its texts and its children.

    A text is yielded even if it is empty, so that texts and children take turns.
    """
    yield node.text or ""
    for child in node:
        yield child
        yield child.tail or ""
