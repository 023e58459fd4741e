"""What repeats on every page is heard once."""

ROWS = "".join(f"<tr><td>row {n}" for n in range(40))


def test_header_is_heard_where_it_stands_first(draw):
    drawn = draw(f"<table><thead><tr><th>Name<tbody>{ROWS}</table>")
    assert drawn.rendered.page_count > 1
    assert drawn.tree.count("Name") == 1
    assert (
        drawn.stream.count(b"/Artifact <</Type /Pagination>> BDC") >= drawn.rendered.page_count - 1
    )
    assert next(e for e in drawn.plan.tree.elements() if e.role == "TH").page == 1


def test_footer_is_heard_where_it_stands_last(draw):
    drawn = draw(f"<table><tfoot><tr><td>Sum<tbody>{ROWS}</table>")
    foot = next(e for e in drawn.plan.tree.elements() if e.role == "TFoot")
    assert foot.text == "Sum"
    assert foot.page == drawn.rendered.page_count


def test_link_in_repeated_header_has_one_annotation(draw):
    head = "<tr><th><a href=https://example.org/>Name</a>"
    drawn = draw(f"<table><thead>{head}<tbody>{ROWS}</table>")
    assert drawn.annotations == [(0, "https://example.org/")]


def test_fixed_box_is_heard_on_the_first_page(draw):
    css = ".fixed { position: fixed; bottom: 0 } p { break-after: page }"
    drawn = draw("<div class=fixed>Office</div><p>one</p><p>two</p><p>three</p>", css)
    fixed = next(e for e in drawn.plan.tree.elements() if e.text == "Office")
    assert fixed.page == 1
    assert drawn.stream.count(b"/Artifact <</Type /Pagination>> BDC") == 2


def test_margin_boxes_are_artifacts(draw):
    css = "@page { @top-left { content: 'Head' } @bottom-right { content: counter(page) } }"
    drawn = draw("<p>text</p>", css)
    assert drawn.tree == 'P "text"'
    assert b"/Artifact <</Type /Pagination /Subtype /Header>> BDC" in drawn.stream
    assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in drawn.stream
