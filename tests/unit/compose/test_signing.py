"""Signatories: in which order, together with whom, in how many columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from publish.compose.measure.advances import advances
from publish.compose.signing.block import Block, arranged
from publish.compose.signing.columns import Room, Sizes, row_ends
from publish.model import Body, Person, Signatory
from tests.unit.compose.conftest import statement, words

LABEL = ("Source Sans 3", "Noto Sans SC")


def measured(weight: int) -> Callable[[str], float]:
    advance = advances(LABEL, weight, italic=False)
    return lambda text: sum(map(advance, text))


#: Rail and text on A4, in points.
A4 = Room(453.5, 22.7, 17.0, Sizes(), measured(600), measured(400))

LONG = "Sous-Secrétaire chargé de la coordination des activités de terrain et des secours"


def signatory(
    name: str = "", role: str = "", body: str = "", language: str = "fr", **more: Any
) -> Signatory:
    return Signatory(
        Person(words(name, language)) if name else None,
        (words(role, language),) if role else (),
        Body(words(body, language)) if body else None,
        **more,
    )


def block(*signatories: Signatory, **fields: Any) -> Block:
    return arranged(statement(signatories=signatories, **fields), A4)


def some(number: int, role: str = "Directrice", body: str = "Agence") -> tuple[Signatory, ...]:
    return tuple(
        signatory(f"Ana Ruiz {n}", role, f"{body} {n}" if body else "") for n in range(number)
    )


def rows(arrangement: Block) -> list[int]:
    """Return how many entries stand in each row."""
    found = [0]
    for entry in arrangement.groups[0].entries:
        if found[-1] == arrangement.columns:
            found.append(0)
        found[-1] += 1
        if entry.ends_row:
            found.append(0)
    return found


def names(arrangement: Block) -> list[list[str]]:
    return [
        [one.person.name.text if one.person else "" for one in entry.signatories]
        for group in arrangement.groups
        for entry in group.entries
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [1]),
        (2, [2]),
        (3, [3]),
        (4, [2, 2]),
        (5, [3, 2]),
        (6, [3, 3]),
        (7, [4, 3]),
        (8, [4, 4]),
        (9, [3, 3, 3]),
        (11, [4, 4, 3]),
        (19, [3] * 5 + [2, 2]),
        (48, [3] * 16),
        (64, [3] * 20 + [2, 2]),
    ],
)
def test_rows_are_balanced(number: int, expected: list[int]) -> None:
    assert rows(block(*some(number))) == expected


@pytest.mark.parametrize("number", range(3, 131))
@pytest.mark.parametrize("role", ["Directrice", LONG])
def test_no_row_holds_one_entry_where_that_can_be_helped(number: int, role: str) -> None:
    arrangement = block(*some(number, role))
    if arrangement.columns > 2:
        assert min(rows(arrangement)) > 1
    assert sum(rows(arrangement)) == number


@pytest.mark.parametrize("columns", range(1, 6))
def test_a_row_gives_an_entry_to_the_last_one(columns: int) -> None:
    for number in range(1, 60):
        ends = row_ends(number, columns)
        assert len(ends) == (columns > 2 and number > columns and number % columns == 1)


def test_long_roles_take_fewer_columns() -> None:
    assert block(*some(7, LONG + " et du relèvement des communes")).columns == 3
    assert block(*some(48, LONG * 3)).columns == 2


def test_a_word_wider_than_a_column_takes_fewer_columns() -> None:
    assert block(*some(3, "Donaudampfschifffahrtsgesellschaftskapitänin")).columns == 1


def test_no_name_breaks_among_few() -> None:
    given = [*some(6), signatory("Jean-Baptiste N’Diaye", "Président", "Fonds")]
    assert rows(block(*given)) == [3, 2, 2]


def test_groups_leave_few_places_empty() -> None:
    given = [signatory(f"Ana Ruiz {n}", group=words(name)) for n, name in enumerate("AAAABBCC")]
    assert block(*given).columns == 2
    given = [signatory(f"Ana Ruiz {n}", group=words(name)) for n, name in enumerate("AAABBB")]
    assert block(*given).columns == 3


def test_one_very_long_name_among_many_breaks() -> None:
    long = signatory("María de los Ángeles Fernández-Villaverde y Olmedo", "Présidente", "Fonds")
    assert block(*some(47), long).columns == 3


def test_ideographs_are_as_wide_as_two_letters() -> None:
    assert block(*some(7, "副秘书长")).columns == 4
    assert block(*some(7, "负责人道主义事务和紧急救济协调工作的副秘书长兼高级顾问" * 2)).columns < 4


def test_few_have_room_for_a_hand_and_many_are_smaller() -> None:
    assert (block(*some(12)).manner, block(*some(12)).space) == ("few", "hand")
    assert (block(*some(13)).manner, block(*some(13)).space) == ("many", "")


def test_room_to_sign_is_as_the_author_asks() -> None:
    assert block(*some(2), signing="none").space == ""
    assert block(*some(2), signing="space").space == "line"
    assert (block(*some(40), signing="space").manner) == "few"


def test_one_picture_of_handwriting_makes_room_in_all() -> None:
    signed = signatory("Wei Zhang", signature=("hand.png", words("Signature")))
    assert block(signed, *some(20)).space == "hand"


def test_names_alone_are_a_roll_in_up_to_five_columns() -> None:
    roll = block(*some(64, "", ""))
    assert (roll.manner, roll.columns) == ("roll", 5)
    long = block(*(signatory("Marie-Éléonore de la Tour du Puy") for _ in range(64)))
    assert long.columns == 2


def test_bodies_alone_stand_by_the_length_of_their_names() -> None:
    acronyms = block(*(signatory(body=f"OMA{n}") for n in range(34)))
    full = block(*(signatory(body=f"Organisation des mobilités apaisées {n}") for n in range(34)))
    assert (acronyms.manner, acronyms.columns) == ("bodies", 5)
    assert (full.manner, full.columns) == ("bodies", 2)
    assert block(signatory(body="OMA")).columns == 1
    odd = block(*(signatory(body=f"Organisation des mobilités {n}") for n in range(9)))
    assert rows(odd) == [3, 3, 3]


def test_up_to_six_stay_together() -> None:
    assert block(*some(6)).together
    assert not block(*some(7)).together


def test_neighbours_for_one_body_share_its_name() -> None:
    shared = block(
        signatory("Ana Ruiz", "Coprésidente", "Alliance"),
        signatory("Wei Zhang", "Coprésident", "Alliance"),
        signatory("Paul Étienne", "", "Fonds"),
    )
    assert names(shared) == [["Ana Ruiz", "Wei Zhang"], ["Paul Étienne"]]


def test_more_than_three_for_one_body_stand_alone() -> None:
    these = block(*(signatory(f"Ana {n}", "", "Alliance") for n in range(4)))
    assert names(these) == [[f"Ana {n}"] for n in range(4)]


def test_protocol_is_the_order_of_the_author() -> None:
    given = [signatory("Zoé"), signatory("Ana")]
    assert names(block(*given)) == [["Zoé"], ["Ana"]]


def test_those_who_lead_stand_first_in_their_order() -> None:
    given = [signatory("Zoé"), signatory("Max", lead=True), signatory("Ana", lead=True)]
    assert names(block(*given, order="lead-first")) == [["Max"], ["Ana"], ["Zoé"]]


def test_the_alphabet_goes_by_name_or_by_what_the_author_says() -> None:
    given = [signatory("Zoé Abt", sort_as="Abt"), signatory("Élise"), signatory("Eve")]
    assert names(block(*given, order="alphabetical")) == [["Zoé Abt"], ["Élise"], ["Eve"]]


def test_the_alphabet_goes_by_body_where_all_have_one() -> None:
    given = [signatory("Ana", "", "Union"), signatory("Zoé", "", "Agence")]
    assert names(block(*given, order="alphabetical")) == [["Zoé"], ["Ana"]]


def test_the_alphabet_holds_within_each_group() -> None:
    north, south = words("Nord"), words("Sud")
    given = [
        signatory("Zoé", group=north),
        signatory("Ana", group=north),
        signatory("Bea", group=south),
    ]
    found = block(*given, order="alphabetical")
    assert [group.heading for group in found.groups] == [north, south]
    assert names(found) == [["Ana"], ["Zoé"], ["Bea"]]
