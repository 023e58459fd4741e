"""One annotation for each line of a link."""

LONG = "words of a link that goes on over the end of its line and of the next line too"


def test_one_annotation_a_line(draw):
    drawn = draw(f"<p><a href=https://example.org/>{LONG}</a></p>", "p { width: 40mm }")
    lines = drawn.stream.count(b" Tm")
    assert 2 <= len(drawn.annotations) <= lines
    assert len(drawn.annotations) == lines


def test_elements_in_a_link_share_its_annotation(draw):
    drawn = draw("<p><a href=https://example.org/>a <em>b <strong>c</strong></em> d</a></p>")
    assert drawn.annotations == [(0, "https://example.org/")]


def test_link_over_two_pages(draw):
    words = f"{LONG} " * 14
    drawn = draw(f"<p><a href=https://example.org/>{words}</a></p>")
    assert {page for page, _ in drawn.annotations} == set(range(drawn.rendered.page_count))


def test_picture_link(draw, tmp_path, picture):
    (tmp_path / "dot.png").write_bytes(picture(8, 8))
    body = "<p><a href=https://example.org/><img src=dot.png alt=Dot> more</a></p>"
    assert len(draw(body, folder=tmp_path).annotations) == 1


def test_hidden_link_has_none(draw):
    body = "<p>a</p><p aria-hidden=true><a href=https://example.org/>b</a></p>"
    assert draw(body).annotations == []


def test_inside_link_has_a_destination(draw):
    assert draw("<h1 id=top>Top</h1><p><a href=#top>up</a></p>").annotations == [(0, "inside")]
