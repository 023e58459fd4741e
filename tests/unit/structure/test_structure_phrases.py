"""Inline elements, white space, notes, pictures."""

import textwrap

import pytest


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p><em>un </em> <b>deux</b></p>",
            """
          P
            Em "un "
            Strong "deux"
        """,
        ),
        (
            "<p><em>un</em> <b>deux</b></p>",
            """
          P
            Em "un"
            " "
            Strong "deux"
        """,
        ),
        ("<p><span>un</span><time>deux</time></p>", '  P "undeux"'),
        (
            "<p><abbr title='Programme'>PNUD</abbr></p>",
            """
          P
            Span E="Programme" "PNUD"
        """,
        ),
        (
            "<p>Le <span lang=en>Group</span> va</p>",
            """
          P
            "Le "
            Span lang=en "Group"
            " va"
        """,
        ),
        ("<p><span lang=fr>un</span></p>", '  P "un"'),
        (
            "<p><q>un</q> <code>x</code></p>",
            """
          P
            Quote "un"
            " "
            Code "x"
        """,
        ),
        (
            "<p>a <img src=x alt=Logo> b</p>",
            """
          P
            "a "
            Figure alt="Logo"
            " b"
        """,
        ),
        (
            "<p>a <img src=x alt=Un> <img src=y alt=Deux> b</p>",
            """
          P
            "a "
            Figure alt="Un"
            Figure alt="Deux"
            " b"
        """,
        ),
        (
            "<p><a href='https://example.org' aria-label='Voir'>ici</a></p>",
            """
          P
            Link target=https://example.org "ici"
        """,
        ),
        (
            "<figure><img src=x alt=Un><figcaption>Deux</figcaption></figure>",
            """
          Figure alt="Un"
            Caption "Deux"
        """,
        ),
        (
            "<figure><img src=x alt=Un><img src=y alt=Deux><figcaption>T</figcaption></figure>",
            """
          Sect
            Figure alt="Un"
            Figure alt="Deux"
            Caption "T"
        """,
        ),
        (
            "<figure><table><tr><td>1</table><figcaption>T</figcaption></figure>",
            """
          Table
            Caption "T"
            TBody
              TR
                TD "1"
        """,
        ),
        ("<section role=img aria-label=Plan><div>a</div></section>", '  Figure alt="Plan"'),
    ],
)
def test_phrases(tree, body, expected):
    assert tree(body) == _wanted(expected)


def _wanted(expected):
    if not expected.startswith("\n"):
        return expected
    return textwrap.indent(textwrap.dedent(expected).strip(), "  ")


def test_a_linked_note_is_a_reference_and_a_note(tree):
    body = """<p>Un<a role=doc-noteref href='#n1' id=r1>1</a></p>
        <section role=doc-endnotes><ol><li id=n1>Note
        <a role=doc-backlink href='#r1'>retour</a></li></ol></section>"""
    assert tree(body) == _wanted("""
          P
            "Un"
            Reference
              Link id=r1 target=#n1 "1"
          Sect
            L numbering=Decimal
              LI
                Lbl
                LBody
                  Note id=n1
                    "Note "
                    Link target=#r1 "retour"
    """)


def test_a_note_at_the_foot_follows_its_call(plan):
    made = plan("<p>Un<span role=doc-footnote id=n>Note</span> deux</p>")
    reference, note = made.tree.kids[0].kids[1:3]
    assert (reference.role, note.role, note.key) == ("Reference", "Note", "n")
    assert reference.kids[0].target == "#n"
    assert (reference.kids[0].refers_to, note.refers_to) == ("n", reference.kids[0].key)
    assert [slot.content.text for run in made.runs for slot in run] == ["Note", "Un", " deux"]
