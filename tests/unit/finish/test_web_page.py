"""The web page: what it holds, and what it never does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import tinyhtml5

from publish import compose
from publish.errors import OwnError
from publish.finish import web
from publish.finish.web.about import linked_data
from publish.finish.web.pictures import carried, heavy_pictures
from publish.model import Composed, House, Page, Prose, Severity, Source, Words, Work
from publish.model.form import Form

TEXT = (
    "<h1>Title &amp; &lt;b&gt;</h1><p>Said<span role='doc-footnote'>Why.</span> "
    "<a href='https://a.example/'>there</a>.</p><table><tr><th>A</th></tr></table>"
)


def made(html: str = TEXT, house: House | None = None, draft: bool = False) -> str:
    house = house or House()
    title = Words("Title </script>", "en")
    source = Source(Path("t.html"), "t.html", "", Path())
    work = Work("t", "en", source, Page("en", title, Prose(html, "en")))
    composed = compose.fill(work, house, draft=draft, form=Form.WEB)
    words = compose.wording(house, "en")
    return web(composed, work, house, words, compose.faces(house, "en")).decode()


def test_page_asks_for_nothing() -> None:
    page = made()
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!data:|#|https://a\.example/)', page)
    assert "<script>" not in page and page.count("<script ") == 1


def test_title_cannot_end_the_description() -> None:
    record = re.search(r"<script[^>]*>(.*?)</script>", made(), re.DOTALL)
    assert record is not None
    assert json.loads(record[1])["headline"] == "Title </script>"


def test_first_link_leads_to_the_text() -> None:
    root = tinyhtml5.parse(made(), namespace_html_elements=False)
    link, main = root.find("body/a"), root.find("body/main")
    assert link is not None and main is not None
    assert link.get("href") == f"#{main.get('id')}"


def test_notes_of_the_foot_are_gathered_with_the_way_back() -> None:
    page = made()
    assert 'role="doc-noteref" href="#footnote-1"' in page
    assert '<li id="footnote-1">Why.' in page


def test_table_scrolls_under_a_name() -> None:
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Table 1">' in made()


def test_draft_says_so() -> None:
    assert '<p class="draft" data-added="">Draft</p>' in made(draft=True)
    assert "data-draft" not in made(draft=True)


def test_address_of_the_page_is_told_where_the_house_has_one() -> None:
    page = made(house=House(address="https://press.example/"))
    assert '<link rel="canonical" href="https://press.example/t/t.en.html">' in page
    assert "canonical" not in made()


def test_same_text_gives_the_same_bytes() -> None:
    assert made() == made()


def test_picture_outside_the_project_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "project").mkdir()
    for address in ("../secret.png", "%2e%2e/secret.png", "https://a.example/a.png", "/etc/x"):
        with pytest.raises(OwnError):
            carried(address, tmp_path / "project")


def test_heavy_picture_is_told_once_with_its_weight(tmp_path: Path) -> None:
    (tmp_path / "big.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2_100_000))
    (tmp_path / "small.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    html = "<img src=small.png><p><img src=big.png data-line=7><img src=big.png></p>"
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    (fault,) = heavy_pictures(Composed(root, (), Source(tmp_path / "t.md", "t.md", "", tmp_path)))
    assert (fault.code, fault.detail, fault.severity) == (
        "K-081",
        "big.png has 2.1 MB",
        Severity.WARNING,
    )
    assert fault.place is not None
    assert fault.place.line == 7


@pytest.mark.parametrize(
    ("original", "said"), [("en", "workTranslation"), ("fr", "translationOfWork"), ("", None)]
)
def test_translations_are_told_where_the_original_is_known(original: str, said: str | None) -> None:
    house = House(address="https://a.example/")
    page = Page("en", Words("Title", "en"), Prose("", "en"), original_language=original)
    work = Work("t", "en", Source(Path("t"), "t", "", Path()), page)
    body = tinyhtml5.parse("<p>a", namespace_html_elements=False)
    sisters = {"fr": "https://a.example/t/t.fr.html"}
    record = json.loads(linked_data(work, house, compose.wording(house, "en"), body, sisters))
    told = {"workTranslation", "translationOfWork"} & record.keys()
    assert told == ({said} if said else set())


def test_description_says_how_the_page_can_be_read() -> None:
    house, words = House(), compose.wording(House(), "en")
    title = Words("Title", "en")
    work = Work("t", "en", Source(Path("t"), "t", "", Path()), Page("en", title, Prose("", "en")))
    body = tinyhtml5.parse("<img alt='A bridge'>", namespace_html_elements=False)
    record = json.loads(linked_data(work, house, words, body, {}))
    assert record["accessMode"] == ["textual", "visual"]
    assert "alternativeText" in record["accessibilityFeature"]
    assert record["accessibilitySummary"]
