"""Organisation pages and pages of the author's own HTML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from publish.model import Contact, Division, Organisation, Page, Prose, Section
from tests.unit.compose.conftest import Filled, one, text_of, words


def _organisation(**fields: object) -> Organisation:
    parts = (Division(words("Opérations"), parts=(Division(words("Accueil")),)),)
    structure = (Division(words("Directrice générale"), parts=parts),)
    below = Section(words("Données"), Prose("<p>Des chiffres.</p>", "fr"))
    sections = (
        Section(words("Structure"), divisions=structure, key="structure"),
        Section(words("Notre travail"), sections=(below,)),
    )
    return Organisation("fr", words("Qui nous sommes"), sections, **fields)  # type: ignore[arg-type]


def _nested(items: Element) -> list[object]:
    found: list[object] = []
    for item in items:
        found.append(text_of(item.find("div")))
        below = item.find("ul")
        if below is not None:
            found.append(_nested(below))
    return found


def test_the_structure_is_a_list_in_lists(filled: Filled) -> None:
    section = one(filled(_organisation()), "key-structure")
    structure = section.find("div/ul")
    assert structure is not None
    assert _nested(structure) == ["Directrice générale", ["Opérations", ["Accueil"]]]


def test_headings_grow_with_the_depth(filled: Filled) -> None:
    root = filled(_organisation())
    headings = [(e.tag, text_of(e)) for e in root.iter() if e.tag in {"h1", "h2", "h3"}]
    assert headings == [
        ("h1", "Qui nous sommes"),
        ("h2", "Structure"),
        ("h2", "Notre travail"),
        ("h3", "Données"),
    ]


def test_only_public_contacts_are_shown(filled: Filled) -> None:
    contacts = (
        Contact(words("Service de presse"), phone="+41 22 000 00 00", mail="presse@oma.example"),
        Contact(words("Ligne privée"), phone="+41 79 000 00 00", public=False),
    )
    section = one(filled(_organisation(contacts=contacts)), "contacts")
    assert text_of(section) == "Contacts Service de presse +41 22 000 00 00 presse@oma.example"
    assert [link.get("href") for link in section.iter("a")] == [
        "tel:+41220000000",
        "mailto:presse@oma.example",
    ]


def test_the_main_of_a_page_is_kept_element_for_element(filled: Filled) -> None:
    html = '<h1>Registre</h1><p>Un <span lang="en">desk</span>.</p><ul><li>a</li></ul>'
    main = filled(Page("fr", words("Registre"), Prose(html, "fr"))).find("body/main")
    assert main is not None
    assert [element.tag for element in main.iter()] == ["main", "h1", "p", "span", "ul", "li"]
    assert text_of(main) == "RegistreUn desk.a"
