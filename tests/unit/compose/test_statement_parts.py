"""Parts of longer statements: contents, annexes, contacts by body, the way to the web version."""

from __future__ import annotations

from publish.compose import fill
from publish.compose.layouts.contacts import desks
from publish.compose.layouts.web_address import qr_code, web_address
from publish.model import Annex, Body, Contact, House, Prose, Signatory
from tests.unit.compose.conftest import Filled, one, statement, text_of, words, work

BODY = Prose(
    '<h2 id="a">Un <em>plan</em><a role="doc-noteref" href="#fn-1">1</a></h2><p>Oui.</p>'
    '<h3 id="b">Dès <a href="https://oma.example/">ce mois</a></h3><p>Non.</p>'
    '<h2 id="c">Suite</h2><p>Bon.</p>',
    "fr",
)


def test_contents_are_made_from_the_headings(filled: Filled) -> None:
    root = filled(statement(body=BODY, contents=True))
    table = one(root, "contents")
    assert table.get("role") == "doc-toc"
    links = [(link.get("href"), text_of(link)) for link in table.iter("a")]
    assert links == [
        ("#a", "Un plan"),
        ("#b", "Dès ce mois"),
        ("#c", "Suite"),
        ("#label-signatories", "Signé par :"),
    ]
    assert [len(items) for items in table.iter("ol")] == [3, 1]


def test_there_are_no_contents_unless_the_author_asks(filled: Filled) -> None:
    assert not [nav for nav in filled(statement(body=BODY)).iter("nav")]


def test_contents_without_headings_are_left_out(filled: Filled) -> None:
    root = filled(statement(contents=True, signatories=(), signatories_label=None))
    assert not [nav for nav in root.iter("nav")]


def test_a_cover_holds_the_date(filled: Filled) -> None:
    root = filled(statement(cover=True))
    assert text_of(one(root, "cover-date")) == "1er mars 2026"
    assert one(root, "cover").tag == "header"
    assert not [kid for kid in root.iter("dl")]


def test_an_annex_shows_its_number_where_the_author_asks(filled: Filled) -> None:
    annexes = (
        Annex(words("Calendrier"), Prose("<p>Juin.</p>", "fr"), 1, landscape=True),
        Annex(words("Terms", "en"), Prose("<p>None.</p>", "en")),
    )
    root = filled(statement(annexes=annexes))
    first, second = [s for s in root.iter("section") if "annex" in s.get("class", "").split()]
    assert text_of(first.find("h2")) == "Annexe 1 Calendrier"
    assert "landscape" in first.get("class", "")
    assert text_of(second.find("h2")) == "Terms"
    assert second.find("h2").get("lang") == "en"  # type: ignore[union-attr]
    assert second.find("div").get("lang") == "en"  # type: ignore[union-attr]


def contact(name: str, body: str = "", audience: str = "media", *, public: bool = True) -> Contact:
    shown = words(body) if body else None
    return Contact(words(name), body=shown, audience=audience, public=public)


def test_contacts_of_one_body_come_together_and_keep_their_order() -> None:
    found = desks(
        [contact("Ana", "OMA"), contact("Zoé", "CSF"), contact("Eve", "OMA"), contact("Max")]
    )
    shape = [[one.name.text for one in desk.contacts if one.name] for desk in found["media"]]
    assert shape == [["Ana", "Eve"], ["Zoé"], ["Max"]]
    assert [desk.body.text if desk.body else "" for desk in found["media"]] == ["OMA", "", ""]


def test_contacts_that_are_not_public_are_nowhere() -> None:
    assert desks([contact("Ana", public=False)]) == {}


def test_two_audiences_have_a_heading_each(filled: Filled) -> None:
    contacts = (contact("Ana", "OMA"), contact("Zoé", "OMA", "public"))
    section = one(filled(statement(contacts=contacts)), "contacts")
    headings = [text_of(kid) for kid in section.iter("h3")]
    assert headings == ["Pour la presse", "Pour le public"]


def test_the_code_leads_where_the_link_leads() -> None:
    house = House(address="https://presse.example/")
    the_work = work(statement())
    address = web_address(the_work, house)
    assert address == "https://presse.example/appel/appel.fr.html"
    section = one(fill(the_work, house).root, "web-version")
    assert section.find(".//a").get("href") == address  # type: ignore[union-attr]
    drawing = section.find(".//{http://www.w3.org/2000/svg}svg")
    assert drawing is not None
    assert (drawing.get("role"), bool(drawing.get("aria-label"))) == ("img", True)


def test_no_code_without_an_address(filled: Filled) -> None:
    assert not [node for node in filled(statement()).iter() if node.get("class") == "web-version"]


def test_the_code_is_the_same_each_time() -> None:
    assert qr_code("https://presse.example/a", "QR") == qr_code("https://presse.example/a", "QR")


def test_a_shared_body_is_named_once(filled: Filled) -> None:
    body = Body(words("Alliance"))
    signatories = tuple(
        Signatory(person, (), body)
        for person in (s.person for s in statement().signatories)
        if person
    )
    section = one(filled(statement(signatories=signatories)), "signatories")
    (item,) = section.findall("ul/li")
    assert [text_of(line) for line in item] == ["Amina Desrochers", "Mme Wei Zhang", "Alliance"]
