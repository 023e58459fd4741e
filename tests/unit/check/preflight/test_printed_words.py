"""Words of two forms of one text, compared."""

from __future__ import annotations

from publish.check.printed_words import PageWords, difference


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


def test_printed_addresses_may_be_added() -> None:
    ours = page("Read here (https://example.org/a long). Now.")
    found = difference([ours], [page("Read here. Now.")])
    assert found is not None
    assert found.lacking == found.added == ()
    assert found.addresses == ("https://example.org/a", "long")


def test_other_added_words_are_told() -> None:
    found = difference([page("one two more")], [page("one two")])
    assert found is not None
    assert found.added == ("more",)
