"""Lists, definitions, tables of contents."""

import textwrap


def wanted(text):
    return textwrap.indent(textwrap.dedent(text).strip(), "  ")


def test_a_list_in_an_item_stands_inside_its_body(tree):
    assert tree("<ul><li>Un<ol type=a><li>Deux</ol></ul>") == wanted("""
        L numbering=Disc
          LI
            Lbl
            LBody
              P "Un"
              L numbering=LowerAlpha
                LI
                  Lbl
                  LBody "Deux"
    """)


def test_text_that_lies_loose_in_a_list_becomes_an_item(tree):
    assert tree("<ul>Un<li>Deux</li></ul>") == wanted("""
        L numbering=Disc
          LI
            LBody "Un"
          LI
            Lbl
            LBody "Deux"
    """)


def test_an_item_without_a_list_gets_one(tree):
    assert tree("<li>Un</li>") == wanted("""
        L numbering=Disc
          LI
            Lbl
            LBody "Un"
    """)


def test_definitions_group_terms_and_descriptions(tree):
    body = (
        "<dl><dt>A</dt><dt>B</dt><dd>Un</dd><dd>Deux</dd><div><dt>C</dt><dd>Trois</dd></div></dl>"
    )
    assert tree(body) == wanted("""
        L numbering=Description
          LI
            Lbl
              Span "A "
              Span "B"
            LBody
              P "Un"
              P "Deux"
          LI
            Lbl "C"
            LBody "Trois"
    """)


def test_contents_are_a_toc_with_references(tree):
    body = """<nav role=doc-toc aria-label=Sommaire><ol><li><a href='#a'>Un</a>
        <ol><li><a href='#b'>Deux</a></li></ol></li></ol></nav><h1 id=a>Un</h1><h2 id=b>Deux</h2>"""
    assert tree(body) == wanted("""
        Sect title="Sommaire"
          TOC
            TOCI
              Lbl
              Reference
                Link target=#a "Un"
              TOC
                TOCI
                  Lbl
                  Reference
                    Link target=#b "Deux"
        H1 id=a "Un"
        H2 id=b "Deux"
    """)


def test_a_hidden_item_is_no_item(tree):
    assert tree("<ul><li hidden>Un<li>Deux</ul>") == wanted("""
        L numbering=Disc
          LI
            Lbl
            LBody "Deux"
    """)


def test_list_without_meaning_leaves_its_words(tree):
    assert tree("<ul role=none><li>a</li><li>b</li></ul>") == '  P "a"\n  P "b"'
