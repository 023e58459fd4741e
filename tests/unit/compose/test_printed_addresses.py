"""Addresses behind links, where nobody can follow one."""

from __future__ import annotations

import pytest
import tinyhtml5

from publish.compose.page.printed_addresses import print_addresses, shown_address, with_breaks


def printed(html: str, house: str = "") -> list[str | None]:
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    print_addresses(root, house)
    links = [link.get("data-address") for link in root.iter("a")]
    return [_seen(address) if address else None for address in links]


def _seen(address: str) -> str:
    return address.replace("\u200b", "").replace("\u200e", "")


@pytest.mark.parametrize(
    ("href", "shown"),
    [
        ("https://example.org/", "example.org"),
        ("http://example.org/a/b/?c=d#e", "example.org/a/b/?c=d#e"),
        ("mailto:press@example.org?subject=Hello", "press@example.org"),
        ("tel:+41225550100", "+41225550100"),
    ],
)
def test_address_is_shown_without_what_nobody_types(href: str, shown: str) -> None:
    assert shown_address(href) == shown


def test_address_stands_behind_words_that_do_not_tell_it() -> None:
    assert printed('<p>See <a href="https://example.org/a">the report</a>.') == ["example.org/a"]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://example.org/">example.org</a>',
        '<p><a href="https://example.org/">https://Example.org/</a>',
        '<p><a href="mailto:press@example.org">press@\u200bexample.org</a>',
        '<p>example.org/a: <a href="https://example.org/a">the report</a>',
        '<ul><li><p><a href="https://example.org/a">Charter</a><p>example.org/a</ul>',
        '<ul><li><p><a href="https://e.org/a#b">Charter</a><p class="address">e.org/…</ul>',
    ],
)
def test_address_that_can_be_read_is_not_printed_twice(html: str) -> None:
    assert printed(html) == [None]


def test_address_is_printed_once_in_a_paragraph_and_anew_in_the_next() -> None:
    link = '<a href="https://example.org/">here</a>'
    assert printed(f"<p>{link} {link}<p>{link}") == ["example.org", None, "example.org"]


@pytest.mark.parametrize(
    ("html", "is_within"),
    [
        ('<p>Done (see <em>the <a href="https://e.org">annex</a></em>).', True),
        ('<p>见（<a href="https://e.org">附件</a>）。', True),
        ('<p>(Once.) See <a href="https://e.org">the annex</a> (new).', False),
    ],
)
def test_address_within_brackets_gets_brackets_of_another_kind(html: str, is_within: bool) -> None:
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    print_addresses(root)
    (link,) = root.iter("a")
    assert ("data-within-brackets" in link.attrib) is is_within


@pytest.mark.parametrize("href", ["#notes", "other.fr.html", "", "javascript:x"])
def test_link_inside_the_work_prints_nothing(href: str) -> None:
    assert printed(f'<p><a href="{href}">words</a>') == [None]


def test_other_languages_are_found_through_the_address_of_the_page() -> None:
    ours = '<dd><a hreflang="fr" href="https://press.example/w/w.fr.html">Français</a></dd>'
    theirs = '<dd><a hreflang="fr" href="https://else.example/fr">Français</a></dd>'
    assert printed(f"<dl>{ours}{theirs}</dl>", "https://press.example/") == [
        None,
        "else.example/fr",
    ]


def test_way_back_from_a_note_is_left_out() -> None:
    html = '<p>Note <a role="doc-backlink" href="#call">↩</a>'
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    print_addresses(root)
    assert [link.get("hidden") for link in root.iter("a")] == [""]


def test_line_breaks_after_a_slash_and_before_a_dot() -> None:
    assert parts("a.org/b-c?d=e.f") == ["a.org/", "b", "-c", "?d", "=e", ".f"]
    # Each part begins and ends with what holds its direction.
    assert all(
        part.startswith("\u200e") and part.endswith("\u200e")
        for part in with_breaks("a.org/b").split("\u200b")
    )


def test_short_name_of_a_site_stays_in_one_line_and_a_long_one_may_break() -> None:
    assert parts("example.org") == ["example.org"]
    assert parts("press@example.org") == ["press@example.org"]
    long = "archives.of-the-peaceful-mobility.example/a"
    assert parts(long) == ["archives", ".of", "-the", "-peaceful", "-mobility", ".example/", "a"]


def parts(address: str) -> list[str]:
    return with_breaks(address).replace("\u200e", "").split("\u200b")
