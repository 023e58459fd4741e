"""A statement as a page: everything the author wrote, once, in order, and well marked."""

from __future__ import annotations

import datetime

from publish.compose import fill
from publish.model import Dateline, House, Prose, Release, ReleaseState, SisterLanguage
from tests.unit.compose.conftest import Filled, one, statement, text_of, words, work


def test_the_page_knows_its_language_direction_and_title(filled: Filled) -> None:
    root = filled(statement())
    assert (root.get("lang"), root.get("dir")) == ("fr", "ltr")
    assert text_of(root.find("head/title")) == "Ouvrir mille classes"
    assert text_of(root.find("body/main/article/header/h1")) == "Ouvrir mille classes"


def test_every_word_stands_once_and_in_order(filled: Filled) -> None:
    root = filled(statement(subtitle=words("Par deux responsables")))
    for hidden in root.findall(".//*[@aria-hidden='true']"):
        hidden.clear()
    assert text_of(root.find("body/main")) == (
        "Déclaration commune Ouvrir mille classes Par deux responsables Date 1er mars 2026 "
        "Genève/Nairobi – Une classe n’est pas un toit.Elle chauffe. Signé par : "
        "Amina Desrochers Directrice générale Organisation des mobilités (OMA) "
        "Mme Wei Zhang Haute Représentante, cheffe des registres Envoyée spéciale "
        "Union des registres (UNR)"
    )


def test_a_dateline_with_a_mark_opens_the_first_paragraph(filled: Filled) -> None:
    span = one(filled(statement()), "dateline")
    assert (span.tag, span.text, span.tail) == (
        "span",
        "Genève/Nairobi\u00a0– ",
        "Une classe n’est pas un toit.",
    )


def test_a_dateline_without_mark_stands_alone_and_bears_the_date(filled: Filled) -> None:
    root = filled(statement(dateline=Dateline(words("Genève"))))
    line = one(root, "dateline")
    assert (line.tag, text_of(line)) == ("p", "Genève, 1er mars 2026")
    assert line.find("time").get("datetime") == "2026-03-01"  # type: ignore[union-attr]


def test_a_dateline_never_opens_a_heading(filled: Filled) -> None:
    root = filled(statement(body=Prose("<h2>Faits</h2><p>Il neige.</p>", "fr")))
    assert (one(root, "dateline").tag, text_of(one(root, "dateline"))) == (
        "p",
        "Genève/Nairobi – 1er mars 2026",
    )


def test_the_date_is_not_said_twice(filled: Filled) -> None:
    day = datetime.date(2026, 3, 1)
    root = filled(statement(dateline=Dateline(words("Genève, 1er mars 2026"), " – ", date=day)))
    assert text_of(root.find("body/main")).count("1er mars 2026") == 1


def test_signatories_are_a_list_of_separate_lines(filled: Filled) -> None:
    section = one(filled(statement()), "signatories")
    assert section.get("aria-labelledby") == section.find("h2").get("id")  # type: ignore[union-attr]
    items = section.findall("ul/li")
    assert [item.get("data-line") for item in items] == ["21", "22"]
    assert [[text_of(line) for line in item] for item in items] == [
        ["Amina Desrochers", "Directrice générale", "Organisation des mobilités (OMA)"],
        [
            "Mme Wei Zhang",
            "Haute Représentante, cheffe des registres",
            "Envoyée spéciale",
            "Union des registres (UNR)",
        ],
    ]


def test_what_is_in_another_language_says_so(filled: Filled) -> None:
    root = filled(statement(subtitle=words("بيان مشترك", "ar"), lead=words("One plan", "en")))
    assert (one(root, "subtitle").get("lang"), one(root, "subtitle").get("dir")) == ("ar", "rtl")
    assert (one(root, "lead").get("lang"), one(root, "lead").get("dir")) == ("en", None)
    (acronym,) = one(root, "signatories").findall(".//span[@lang='en']")
    assert acronym.text == "UNR"


def test_short_names_in_the_masthead_are_decoration(filled: Filled) -> None:
    marks = one(filled(statement()), "marks")
    assert [text_of(mark) for mark in marks] == ["OMA", "UNR"]
    assert marks.get("aria-hidden") == "true"


def test_sister_languages_bear_their_own_name_language_and_direction(filled: Filled) -> None:
    sisters = (SisterLanguage("es", address="https://example.org/es"), SisterLanguage("ar"))
    spanish, arabic = one(filled(statement(sisters=sisters)), "facts").findall("div[2]/dd")
    assert (text_of(spanish), spanish.get("lang"), spanish.get("dir")) == ("Español", "es", "ltr")
    assert spanish.find("a").get("hreflang") == "es"  # type: ignore[union-attr]
    name, pending = arabic.findall("span")
    assert (text_of(name), name.get("lang"), name.get("dir")) == ("العربية", "ar", "rtl")
    assert (text_of(pending), pending.get("lang")) == ("(en préparation)", None)


def test_versions_of_ours_are_linked_where_they_stand() -> None:
    sister = SisterLanguage("ar", is_ours=True)
    houses = (House(languages=("ru", "fr")), House(address="https://press.example/"))
    pages = [fill(work(statement(sisters=(sister,))), house).root for house in houses]
    named = [text_of(entry) for entry in one(pages[0], "facts").findall("div[2]/dd")]
    assert named == ["Русский (en préparation)", "العربية"]
    assert [one(page, "facts").find(".//a").get("href") for page in pages] == [  # type: ignore[union-attr]
        "appel.ar.accessible.pdf",
        "https://press.example/appel/appel.ar.html",
    ]


def test_markup_in_words_is_text(filled: Filled) -> None:
    root = filled(statement(title=words("1 < 2 & <b>gras</b> {{ 3 }}")))
    assert text_of(root.find(".//h1")) == "1 < 2 & <b>gras</b> {{ 3 }}"
    assert root.find(".//b") is None


def test_a_draft_is_marked_and_a_release_is_not() -> None:
    release = fill(work(statement()), House())
    draft = fill(work(statement()), House(), draft=True)
    own = fill(work(statement(release=Release(ReleaseState.DRAFT))), House())
    assert release.root.find("body").get("data-draft") is None  # type: ignore[union-attr]
    for marked in (draft, own):
        assert marked.root.find("body").get("data-draft") == "Projet"  # type: ignore[union-attr]
        assert len(marked.stylesheets) == len(release.stylesheets) + 1


def test_no_path_of_this_machine_is_on_the_page(filled: Filled) -> None:
    root = filled(statement())
    assert not [
        value for element in root.iter() for value in element.attrib.values() if "/nowhere" in value
    ]
