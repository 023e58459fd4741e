"""A planned text with every construct that the comparison looks at."""

from __future__ import annotations

from publish.model import Place
from publish.pdf import Content, Element, Origin, Plan

FILE = "declaration.fr.md"


def element(role: str, *kids: Element | str, line: int = 0, **attributes: object) -> Element:
    """Make an element; text becomes content."""
    content = [Content(kid) if isinstance(kid, str) else kid for kid in kids]
    place = Place(FILE, line) if line else None
    name = f"{role} of line {line}" if line else role
    return Element(role, list(content), place=place, name=name, **attributes)  # type: ignore[arg-type]


def row(line: int, head: str, *cells: str) -> Element:
    """Make a table row with a header cell."""
    first = element("TH", head, line=line, scope="Row", key=f"r{line}")
    rest = [
        element("TD", cell, line=line, headers=(f"r{line}", f"c{n}"))
        for n, cell in enumerate(cells)
    ]
    return element("TR", first, *rest, line=line)


def note(key: str, number: str, words: str, line: int) -> tuple[Element, Element]:
    """Make the call of a note and the note."""
    link = element("Link", number, line=line, target=f"#{key}", refers_to=key, key=f"{key}-call")
    call = element("Reference", link, line=line)
    body = element(
        "Note", element("Lbl", f"{number}. "), words, line=line, key=key, refers_to=f"{key}-call"
    )
    return call, body


def sample() -> Plan:
    """Return a plan of one text; fresh at each call, so that a test may change it."""
    first, first_body = note("fn-1", "1", "Première source.", 8)
    second, second_body = note("fn-2", "2", "Seconde source.", 8)
    picture = element("Figure", line=20, alternate="Graphique en hausse")
    picture.kids = [Content("", Origin.PICTURE)]
    tree = element(
        "Document",
        element("H1", "Appel commun", line=1),
        element("P", "New York/Genève, le 24 juin 2022", line=3),
        element("H2", "Engagement", line=5, key="s1"),
        element(
            "P",
            "Le ",
            element("Span", "Steering Group", line=7, language="en"),
            " et l’",
            element("Span", "OIM", line=7, expansion="Organisation internationale"),
            " se réunissent ",
            element("Em", "ensemble", line=7),
            ".",
            line=7,
        ),
        element("P", "Selon deux sources", first, first_body, " sûres", second, second_body, ".",
                line=8),
        element("P", "خطة العمل بشأن النزوح", line=10, language="ar", direction="rtl"),
        element("H2", "Mesures", line=12, key="s2"),
        element(
            "L",
            element("LI", element("Lbl", "• "), element("LBody", "Prévenir", line=14), line=14),
            element("LI", element("Lbl", "• "), element("LBody", "Protéger", line=15), line=15),
            line=14,
            numbering="Disc",
        ),
        picture,
        element(
            "Table",
            element("Caption", "Personnes déplacées", line=22),
            element(
                "THead",
                element(
                    "TR",
                    element("TH", "Pays", line=23, scope="Column", key="c"),
                    element("TH", "Nombre", line=23, scope="Column", key="c0"),
                    element("TH", "Part", line=23, scope="Column", key="c1"),
                    line=23,
                ),
            ),
            element(
                "TBody",
                row(24, "Tchad", "1 234", "7 %"),
                row(25, "Soudan", "5 678", "9 %"),
                element("TR", element("TD", "Total : 6 912", line=26, column_span=3), line=26),
            ),
            line=22,
        ),
        element(
            "P",
            "Voir ",
            element("Link", "le rapport", line=30, target="https://example.org/rapport"),
            " et ",
            element("Link", "les mesures", line=30, target="#s2"),
            ".",
            line=30,
        ),
        element("P", "Fin du texte.", line=32),
        language="fr",
    )  # fmt: skip
    return Plan(tree, keys={"s2": "s2", "fn-1": "fn-1", "fn-2": "fn-2"})
