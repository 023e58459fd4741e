"""What was not drawn leaves the tree; lists are named by their bullets."""

import pytest

from publish.pdf import Content, Element, Origin, Plan, tree_text
from publish.render.leaves import Leaf
from publish.render.settle import settle


def listed(bullet, numbering="Disc"):
    marker = Content(bullet, Origin.GENERATED)
    item = Element("LI", [Element("Lbl", [marker]), Element("LBody", [Content("a")])])
    tree = Element("Document", [Element("L", [item], numbering=numbering)])
    return tree, marker


@pytest.mark.parametrize(
    ("bullet", "numbering"),
    [("• ", "Disc"), ("◦ ", "Circle"), ("▪ ", "Square"), ("–\u00a0", "Unordered")],
)
def test_bullets_name_the_list(bullet, numbering):
    tree, marker = listed(bullet)
    assert settle(Plan(tree), [], {id(marker): []}) == []
    assert tree.kids[0].numbering == numbering


def test_numbers_stay():
    tree, marker = listed("1.", "Decimal")
    settle(Plan(tree), [], {id(marker): []})
    assert tree.kids[0].numbering == "Decimal"


def test_label_that_drew_nothing_goes():
    tree, _ = listed("")
    settle(Plan(tree), [], {})
    assert "Lbl" not in tree_text(tree)


def test_empty_cell_stays():
    row = Element("TR", [Element("TD"), Element("TD", [Content("a")])])
    tree = Element("Document", [Element("Table", [row])])
    settle(Plan(tree), [], {})
    assert len(row.kids) == 2


def test_text_laid_out_but_not_drawn_is_a_fault():
    content = Content("clipped")
    tree = Element("Document", [Element("P", [content], name="paragraph 1")])
    leaf = Leaf(None, 0, None, content=content, text="clipped")
    (fault,) = settle(Plan(tree), [leaf], {})
    assert (fault.element, fault.detail) == ("paragraph 1", "“clipped”")


def test_picture_that_is_not_drawn_is_a_fault():
    content = Content(origin=Origin.PICTURE)
    tree = Element("Document", [Element("Figure", [content], alternate="A well")])
    (fault,) = settle(Plan(tree), [], {})
    assert fault.detail == "“A well”"


def test_numbers_of_the_style_sheet_name_the_list(draw):
    drawn = draw("<ol><li>a<ol><li>b</ol></ol>", "ol ol { list-style: lower-alpha }")
    numbering = [e.numbering for e in drawn.plan.tree.elements() if e.role == "L"]
    assert numbering == ["Decimal", "LowerAlpha"]
