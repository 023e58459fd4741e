"""Organisation pages as finished files: the tags of charts, figures, portraits and tables."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from publish.compose import fill
from publish.model import (
    Division,
    Document,
    Event,
    Figure,
    Form,
    House,
    Leader,
    Office,
    Organisation,
    Person,
    Prose,
    Section,
    Severity,
    Source,
    Words,
    Work,
)
from publish.pdf import tree_text

SAID: dict[str, dict[str, str]] = {
    "fr": {
        "title": "Qui nous sommes",
        "mission": "Nous aidons les États à organiser des déplacements sûrs.",
        "top": "Conférence des États",
        "lead": "Directrice générale",
        "one": "Opérations de terrain",
        "two": "Gestion et réformes",
        "leaf": "Accueil et protection",
        "person": "Amina Desrochers",
        "label": "États membres",
        "value": "148",
        "source": "Registre",
        "event": "Convention signée à Genève.",
        "document": "Convention",
        "city": "Genève",
        "address": "12, rue du Lac",
        "portrait": "Portrait d’Amina Desrochers",
    },
    "ar": {
        "title": "من نحن",
        "mission": "نساعد الدول على تنظيم تنقل آمن.",
        "top": "مؤتمر الدول الأعضاء",
        "lead": "المديرة العامة",
        "one": "العمليات الميدانية",
        "two": "الإدارة والإصلاح",
        "leaf": "الاستقبال والحماية",
        "person": "آمنة ديروشيه",
        "label": "الدول الأعضاء",
        "value": "148",
        "source": "السجل",
        "event": "وقعت الاتفاقية في جنيف.",
        "document": "الاتفاقية",
        "city": "جنيف",
        "address": "شارع البحيرة 12",
        "portrait": "صورة آمنة ديروشيه",
    },
    "zh": {
        "title": "我们是谁",
        "mission": "我们帮助各国安排安全的迁移。",
        "top": "成员国大会",
        "lead": "总干事",
        "one": "实地业务",
        "two": "管理和改革",
        "leaf": "接待与保护",
        "person": "阿米娜",
        "label": "成员国",
        "value": "148",
        "source": "登记册",
        "event": "公约在日内瓦签署。",
        "document": "公约",
        "city": "日内瓦",
        "address": "湖街12号",
        "portrait": "阿米娜的肖像",
    },
}


def _work(language: str, folder: Path, **fields: Any) -> Work:
    def say(key: str) -> Words:
        return Words(SAID[language][key], language)

    leaf = Division(say("leaf"))
    branches = (Division(say("one"), parts=(leaf,)), Division(say("two")))
    lead = Division(say("lead"), head=Person(say("person")), parts=branches)
    table = (
        "<table><caption>2025</caption><thead><tr><td></td><th scope=col>2025</th></tr></thead>"
        "<tbody><tr><th scope=row>A</th><td>12,5</td></tr>"
        "<tr><th scope=row>B</th><td>3</td></tr></tbody></table>"
    )
    given: dict[str, Any] = {
        "mission": say("mission"),
        "founded": 1962,
        "figures": (Figure(say("value"), say("label"), say("source"), 2026),) * 3,
        "divisions": (Division(say("top"), parts=(lead,)),),
        "leadership": (
            Leader(Person(say("person")), say("lead"), ("portrait.png", say("portrait"))),
            Leader(Person(say("person"))),
        ),
        "offices": (Office(say("city"), address=say("address"), phone="+41 22 555 01 00"),),
        "history": (Event(Words("1962", language), say("event")),),
        "documents": (
            Document(
                say("document"),
                "https://oma.example/convention/",
                date=datetime.date(1962, 4, 4),
            ),
        ),
        "sections": (Section(say("two"), Prose(table, language)),),
    }
    content = Organisation(language, say("title"), **(given | fields))
    return Work("oma", language, Source(folder / "a.md", "a.md", "0" * 64, folder), content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, picture: Callable[[int, int], bytes]) -> Path:
    home = tmp_path_factory.mktemp("organisation")
    (home / "portrait.png").write_bytes(picture(80, 100))
    return home


@pytest.mark.parametrize("language", ["fr", "ar", "zh"])
def test_a_whole_page(
    language: str,
    folder: Path,
    make_work: Callable[..., Any],
    keep: Callable[..., None],
    golden: Callable[[Path, str], None],
) -> None:
    made = make_work(_work(language, folder))
    keep(f"organisation-{language}", made.pdf, made.claims)
    assert made.found() == []
    golden(Path(__file__).parent / f"whole.{language}.tags.txt", tree_text(made.plan.tree))


def _structure(pdf: bytes) -> list[object]:
    """Return the structure as a reader hears it: names in nested lists, from the file itself."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root.StructTreeRoot
        return _lists(root.K)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _lists(node: Any) -> list[object]:
    found: list[object] = []
    for kid in list(node) if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") is not None:
            inner = [part for below in _kids(kid) for part in _lists(below)]
            if kid.S in {"/L", "/Figure"}:
                found.append((str(kid.S), inner))
            else:
                found += inner
    return found


def test_a_chart_alone_is_the_nested_list(folder: Path, make_work: Callable[..., Any]) -> None:
    only = {"leadership": (), "offices": (), "history": (), "documents": (), "figures": ()}
    alone = make_work(_work("fr", folder, founded=None, structure_view="chart", **only))
    listed = make_work(_work("fr", folder, founded=None, structure_view="list", **only))
    assert alone.found() == listed.found() == []
    assert tree_text(alone.plan.tree) == tree_text(listed.plan.tree)
    assert _structure(alone.pdf) == _structure(listed.pdf)
    nested = ("/L", [("/L", [("/L", [("/L", [])])])])
    assert nested in _structure(alone.pdf)


@pytest.mark.parametrize("language", ["fr", "ar", "zh"])
def test_a_chart_above_the_list_is_a_picture(
    language: str, folder: Path, make_work: Callable[..., Any], keep: Callable[..., None]
) -> None:
    made = make_work(_work(language, folder, structure_view="both"))
    keep(f"chart-above-list-{language}", made.pdf, made.claims)
    assert made.found() == []
    pictures = [one for one in made.plan.tree.elements() if one.role == "Figure"]
    assert len(pictures) == 2  # the chart and a portrait


def test_large_print_has_no_small_letters(folder: Path) -> None:
    work = _work("fr", folder, structure_view="both")
    drawings = [
        sum(
            each.get("class") == "chart-figure"
            for each in fill(work, House(), form=form).root.iter()
        )
        for form in (Form.PAPER, Form.LARGE_PRINT)
    ]
    assert drawings == [1, 0]


def test_a_chart_that_does_not_fit_is_said(folder: Path) -> None:
    flat = (Division(Words("Cabinet", "fr")), Division(Words("Opérations", "fr")))
    work = _work("fr", folder, divisions=flat, structure_view="chart")
    (fault,) = fill(work, House()).faults
    assert fault.severity is Severity.WARNING
    assert str(fault).startswith("O-004 the structure is shown as a list")
    assert "one level" in fault.detail
    assert fill(_work("fr", folder, divisions=flat), House()).faults == ()
