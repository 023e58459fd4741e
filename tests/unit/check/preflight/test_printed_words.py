"""Words of two forms of one text, compared."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from publish.check.preflight.drawing import Text
from publish.check.printed_words import PageWords, difference, page_words


def page(said: str) -> PageWords:
    words = tuple(said.replace("-", "").split())
    return PageWords("".join(words), words)


def test_the_same_pages_are_the_same() -> None:
    assert difference([page("one two")], [page("one two")]) is None


def test_other_lines_and_pages_do_not_matter() -> None:
    assert difference([page("one two three 1")], [page("one two 1"), page("three 2")]) is None


def test_a_word_that_is_lacking_is_named() -> None:
    found = difference([page("one three")], [page("one two three")])
    assert found is not None
    assert (found.lacking, found.added) == (("two",), ())


def test_a_word_that_is_lacking_once_is_named() -> None:
    found = difference([page("so it is")], [page("so it is so")])
    assert found is not None
    assert found.lacking == ("so",)


@pytest.mark.parametrize("address", ["https://example.org/a%20long/", "HTTP://example.org/a long"])
def test_addresses_of_links_may_be_added(address: str) -> None:
    ours, theirs = [page("Read here (example.org/a long). Now.")], [page("Read here. Now.")]
    assert difference(ours, theirs, [address]) is None
    found = difference(ours, theirs, ["https://example.com/b"])
    assert found is not None
    assert found.added == ("a", "long", "org")


def test_an_address_is_added_no_more_often_than_links_lead_there() -> None:
    ours, theirs = [page("a (e.org) b (e.org) c")], [page("a b c")]
    assert difference(ours, theirs, ["https://e.org"] * 2) is None
    assert difference([page("a (e.org) b c (e.org x)")], theirs, ["https://e.org"]) is not None


def test_an_address_in_a_script_without_spaces_parts_no_word() -> None:
    ours, theirs = [page("联盟(a.example/ b)索取。共 12 所")], [page("联盟索取。共 12 所")]
    assert difference(ours, theirs, ["https://a.example/b"]) is None
    found = difference([page("联盟(a.example/b)索取。共 21 所")], theirs, ["https://a.example/b"])
    assert found is not None
    assert (found.lacking, found.added) == (("12",), ("21",))


def test_an_address_beside_letters_from_right_to_left() -> None:
    theirs = [page("داحتا تالجسلا 4,500")]
    found = difference([page("داحتاa.example/( )b تالجسلا 4,700")], theirs, ["https://a.example/b"])
    assert found is not None
    assert (found.lacking, found.added) == (("4,500",), ("4,700",))


def test_a_changed_number_is_found_on_any_number_of_pages() -> None:
    theirs = [page("in 4.500 schools 1"), page("and 3.200 more 2")]
    found = difference([page("in 4.500 schools 1"), page("and 3.200"), page("more 3")], theirs)
    assert found is None
    found = difference([page("in 4.700 schools 1"), page("and 3.200"), page("more 3")], theirs)
    assert found is not None
    assert found.lacking == ("4.500",)


def test_a_changed_name_is_found_beside_an_address() -> None:
    theirs = [page("Ana Ruiz wrote it here.")]
    found = difference([page("Eva Ruiz wrote it here (a.example).")], theirs, ["http://a.example"])
    assert found is not None
    assert (found.lacking, found.added) == (("Ana",), ("Eva",))


def test_signs_that_lead_back_are_of_the_screen_alone() -> None:
    drawn = Mock(spec=Text, page=1, in_mask=False, box=None, size=9.0, text="note ↩\ufe0e a/b↩")
    assert page_words([drawn], 1) == [PageWords("notea/b", ("note", "a/b"))]


def test_other_added_words_are_told() -> None:
    found = difference([page("one two more")], [page("one two")])
    assert found is not None
    assert found.added == ("more",)
