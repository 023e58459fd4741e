"""Bookmarks: how they nest, unfold and where they lead."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from publish.errors import OwnError
from publish.finish import accessible
from publish.finish.outline import nested
from publish.model.work import Metadata
from publish.pdf import Bookmark


@pytest.fixture
def metadata():
    return Metadata(title="Titre", language="fr")


@pytest.fixture
def opened(rendered, metadata):
    """Finish a file, and open it."""

    def finish_and_open(*args, **kwargs):
        return pikepdf.open(BytesIO(accessible(rendered(*args, **kwargs), metadata)))

    return finish_and_open


def at_level(*levels):
    return [Bookmark(level, str(n), "", 0, 0, 0) for n, level in enumerate(levels)]


def shape(items):
    return [(item.bookmark.title, shape(item.kids)) for item in items]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 2, 2), [("0", [("1", []), ("2", [])])]),
        ((1, 2, 3, 2), [("0", [("1", [("2", [])]), ("3", [])])]),
        ((2, 1), [("0", []), ("1", [])]),
        ((1, 3, 2), [("0", [("1", []), ("2", [])])]),
        ((), []),
    ],
)
def test_bookmarks_nest_by_level(levels, expected):
    assert shape(nested(at_level(*levels))) == expected


def test_readers_see_the_same_tree(rendered, metadata):
    def titles(items):
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    outline = PdfReader(BytesIO(accessible(rendered(), metadata))).outline
    assert titles(outline) == [
        "Déclaration commune",
        ["Engagement", ["Mesures"], "Données", "Signataires"],
    ]


def test_first_level_is_unfolded_and_deeper_levels_are_folded(opened):
    pdf = opened()
    outline = pdf.Root.Outlines
    first = outline.First
    assert outline.Count == 4
    assert first.Count == 3
    assert first.First.Count == -1
    assert "/Count" not in first.First.Next


def test_items_are_linked_both_ways(opened):
    pdf = opened()
    items = pdf.Root.Outlines.First
    assert items.First.Next.Prev == items.First
    assert items.First.Next.Next == items.Last
    assert items.Last.Parent == items
    assert "/Prev" not in items.First
    assert "/Next" not in items.Last


def test_pdf_1_7_leads_to_a_place_on_a_page(opened):
    pdf = opened()
    page, kind, x, y, zoom = pdf.Root.Outlines.First.Last.Dest
    assert page == pdf.pages[1].obj
    assert (kind, float(x), float(y), zoom) == ("/XYZ", 56.7, 500.0, None)
    assert "/A" not in pdf.Root.Outlines.First


def test_pdf_2_0_leads_to_the_structure_element(opened):
    pdf = opened("ua-2")
    action = pdf.Root.Outlines.First.Last.A
    assert action.S == "/GoTo"
    assert action.SD[0] == pdf.Root.StructTreeRoot.K[4]
    assert action.SD[0].ID == "titre-é-4"
    assert action.D[0] == pdf.pages[1].obj
    assert "/Dest" not in pdf.Root.Outlines.First.Last


def test_outline_is_shown_only_where_there_is_one(opened):
    with_bookmarks, without = opened(), opened(bookmarks=())
    assert with_bookmarks.Root.PageMode == "/UseOutlines"
    assert not {"/PageMode", "/Outlines"} & set(without.Root.keys())


@pytest.mark.parametrize(
    ("standard", "bookmark", "message"),
    [
        ("ua-1", Bookmark(1, "Perdu", "titre-é-0", page=9, x=0, y=0), "page"),
        ("ua-2", Bookmark(1, "Perdu", "no-such-key", page=0, x=0, y=0), "structure element"),
    ],
)
def test_a_bookmark_that_leads_nowhere_stops_the_work(standard, bookmark, message, opened):
    with pytest.raises(OwnError, match=message):
        opened(standard, bookmarks=(bookmark,))
