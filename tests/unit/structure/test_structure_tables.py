"""Scope, headers and spans by HTML's algorithm."""

import pytest


def cells(plan, body):
    return [e for e in plan(body).tree.elements() if e.role in ("TH", "TD")]


def say(plan, body):
    """Return for each data cell the texts of the header cells that speak for it."""
    found = cells(plan, body)
    names = {cell.key: cell.text for cell in found if cell.key}
    return [
        (cell.text, " ".join(names[key] for key in cell.headers))
        for cell in found
        if cell.role == "TD"
    ]


@pytest.mark.parametrize(
    ("body", "scopes"),
    [
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", ["Column", "Column"]),
        ("<table><tr><th>a<td>1<tr><th>b<td>2</table>", ["Row", "Row"]),
        ("<table><tr><th>a<th>b<tr><th>c<td>1</table>", ["Column", "Column", "Row"]),
        ("<table><tr><th scope=col>a<td>1</table>", ["Column"]),
        ("<table><tr><th scope=rowgroup>a<td>1</table>", ["Row"]),
    ],
)
def test_scope(plan, body, scopes):
    assert [cell.scope for cell in cells(plan, body) if cell.role == "TH"] == scopes


def test_headers_of_rows_come_before_those_of_columns(plan):
    body = "<table><tr><th><th>c1<th>c2<tr><th>r1<td>1<td>2</table>"
    assert say(plan, body) == [("1", "r1 c1"), ("2", "r1 c2")]


def test_two_levels_of_headers(plan):
    body = """<table><thead><tr><th rowspan=2>p<th colspan=2>q<tr><th>a<th>b</thead>
        <tr><th>r<td>1<td>2</table>"""
    assert say(plan, body) == [("1", "r a q"), ("2", "r b q")]


def test_a_header_after_data_shuts_off_the_one_above(plan):
    body = "<table><tr><th>a<tr><td>1<tr><th>b<tr><td>2</table>"
    assert say(plan, body) == [("1", "a"), ("2", "b")]


def test_the_author_names_headers(plan):
    body = "<table><tr><th id=x>a<th id=y>b<tr><td headers=y>1<td headers='x y'>2</table>"
    assert say(plan, body) == [("1", "b"), ("2", "a b")]


def test_a_row_group_header_speaks_for_its_group(plan):
    body = """<table><tbody><tr><th scope=rowgroup>g<td>0<tr><td>1<td>2</tbody>
        <tbody><tr><td>3<td>4</tbody></table>"""
    assert say(plan, body) == [("0", "g"), ("1", "g"), ("2", "g"), ("3", ""), ("4", "")]


def test_spans_are_kept_and_cut_at_the_end_of_the_group(plan):
    first, *_ = cells(plan, "<table><tr><td rowspan=5 colspan=2>1<td>2<tr><td>3</table>")
    assert (first.row_span, first.column_span) == (2, 2)


def test_empty_cells_are_kept(plan):
    assert len(cells(plan, "<table><tr><td><td>1<td></table>")) == 3


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td>1<td>2<tr><td>3</table>", ["T-009"]),
        ("<table><tr><td headers=nil>1</table>", ["T-005"]),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", []),
    ],
)
def test_faults_of_tables(codes, body, expected):
    assert codes(body) == expected


def test_a_table_for_looks_leaves_its_text(tree):
    assert tree("<table role=presentation><tr><td>Un<td>Deux</table>") == '  P "Un"\n  P "Deux"'


def test_caption_comes_first(tree):
    found = tree("<table><tr><td>1</tr><caption>T</caption></table>")
    assert found.splitlines()[1].strip() == 'Caption "T"'


def test_empty_header_cells_say_nothing(plan):
    body = "<table><tr><th></th><th>a<tr><th>b<td>1<tr><td>c<td>2</table>"
    assert say(plan, body) == [("1", "b a"), ("c", ""), ("2", "a")]


def test_column_group_header_speaks_for_its_group(plan):
    body = (
        "<table><colgroup><colgroup span=2>"
        "<tr><th>n<th scope=colgroup>pair<td>x<tr><td>1<td>2<td>3</table>"
    )
    assert ("3", "pair") in say(plan, body)


def test_footer_comes_last(plan):
    body = "<table><tfoot><tr><td>sum<thead><tr><th>a<tbody><tr><td>1</table>"
    (table,) = plan(body).tree.kids
    assert [part.role for part in table.kids] == ["THead", "TBody", "TFoot"]
    assert say(plan, body) == [("1", "a"), ("sum", "a")]


def test_hidden_rows_are_not_in_the_tree(plan):
    body = "<table><tr><th>a<tr aria-hidden=true><td>b<tr><td>c</table>"
    found = plan(body)
    assert [row.text for row in found.tree.elements() if row.role == "TR"] == ["a", "c"]
    assert {node.text for node in found.hidden} >= {"b"}


def test_header_column_of_a_long_table_costs_little(plan):
    rows = "".join(f"<tr><th>{n}<td>x<td>y" for n in range(4000))
    found = cells(plan, f"<table><tr><th>a<th>b<th>c{rows}</table>")
    assert len(found) == 3 + 3 * 4000
    assert all(len(cell.headers) == 2 for cell in found if cell.role == "TD")
