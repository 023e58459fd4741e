"""Blocks of signatories as they are drawn: one item each, in order, none split over two pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publish.model import Body, Person, Prose, Signatory, Source, Statement, Words, Work
from publish.pdf import Element
from tests.conftest import Made

NAMES = {
    "fr": ["Tomás Iriarte", "Amina Desrochers", "Jean-Baptiste N’Diaye", "Öz Yılmaz"],
    "ar": ["أمينة الداوودي", "توماس إيريارتي", "جان باتيست ندياي", "خالد بن يوسف"],
    "zh": ["张伟", "王芳", "托马斯·伊里亚特", "陈静"],
}
ROLES = {
    "fr": ["Directrice générale", "Commissaire principale, cheffe des secours aux familles"],
    "ar": ["المديرة العامة", "وكيل الأمين العام لتنسيق الأنشطة الميدانية"],
    "zh": ["总干事", "负责协调外地活动的副秘书长（代理）"],
}
BODIES = {
    "fr": ["Organisation des mobilités apaisées", "Fonds des deux printemps"],
    "ar": ["منظمة التنقل الهادئ", "صندوق الربيعين"],
    "zh": ["和平流动组织", "两春基金"],
}
TEXTS = {
    "fr": ("Ouvrir mille classes", "Une classe n’est pas un toit, et elle chauffe.", "Signé par :"),
    "ar": ("فتح ألف صف", "الصف ليس سقفا فقط.", "وقّع عليه:"),
    "zh": ("开设一千间教室", "教室不只是屋顶。", "签署人："),
}
KEPT = {("fr", 5), ("fr", 19), ("fr", 120), ("ar", 7), ("ar", 64), ("zh", 19), ("zh", 48)}
CASES = [
    *(("fr", number) for number in (1, 2, 5, 7, 19, 48, 64, 120)),
    *(("ar", number) for number in (1, 5, 7, 64)),
    *(("zh", number) for number in (5, 19, 48)),
]


def signatories(language: str, number: int, *, names_only: bool) -> Iterator[Signatory]:
    for n in range(number):
        name = f"{NAMES[language][n % 4]} {n + 1}"
        role, body = ROLES[language][n % 2], f"{BODIES[language][n % 2]} {n + 1}"
        yield Signatory(
            Person(Words(name, language)),
            () if names_only else (Words(role, language),),
            None if names_only else Body(Words(body, language)),
            order=n + 1,
        )


def work(language: str, number: int, *, names_only: bool = False, **more: object) -> Work:
    title, text, label = TEXTS[language]
    statement = Statement(
        language,
        Words(title, language),
        Prose(f"<p>{text}</p>" * 3, language),
        signatories_label=Words(label, language),
        signatories=tuple(signatories(language, number, names_only=names_only)),
        **more,  # type: ignore[arg-type]
    )
    source = Source(Path("appel.md"), "appel.md", "", Path())
    return Work(f"signatories-{number}", language, source, statement)


def items(made: Made) -> list[Element]:
    """Return the items of the list of signatories, in the order of reading."""
    lists = [element for element in made.plan.tree.elements() if element.role == "L"]
    return [kid for kid in lists[-1].kids if isinstance(kid, Element) and kid.role == "LI"]


@pytest.mark.parametrize(("language", "number"), CASES)
def test_each_signatory_is_one_item_on_one_page(
    language: str, number: int, make_work: Callable[..., Made], keep: Callable[..., None]
) -> None:
    made = make_work(work(language, number))
    if (language, number) in KEPT:
        keep(f"signatories-{number}-{language}", made.pdf, made.claims)
    assert made.found() == []
    names = [f"{NAMES[language][n % 4]} {n + 1}" for n in range(number)]
    found = items(made)
    assert len(found) == number
    for name, item in zip(names, found, strict=True):
        assert " ".join(item.text.split()).startswith(name)
        assert len({part.page for part in item.elements() if part.page}) <= 1


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_roll_of_names_is_read_in_order_over_pages(
    language: str, make_work: Callable[..., Made], keep: Callable[..., None]
) -> None:
    made = make_work(work(language, 300, names_only=True))
    keep(f"signatories-roll-{language}", made.pdf, made.claims)
    assert made.found() == []
    names = [f"{NAMES[language][n % 4]} {n + 1}" for n in range(300)]
    assert [" ".join(item.text.split()) for item in items(made)] == names
    assert made.rendered.page_count > 1


def test_room_to_sign_changes_nothing_that_is_read(make_work: Callable[..., Made]) -> None:
    plain, ruled = (make_work(work("fr", 5, signing=signing)) for signing in ("none", "space"))
    assert ruled.found() == []
    assert [item.text for item in items(plain)] == [item.text for item in items(ruled)]
