"""What a run writes and what it refuses, with rooms that do nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from publish.batch import run as module
from publish.batch.run import Order, run
from publish.deliver import Delivery
from publish.errors import InputFaults, MachineLacks
from publish.model import Fault, Page, Place, Prose, Severity, Source, Words, Work
from publish.model.edition import Check, Edition, Verdict
from publish.read import Reading
from publish.standards import PROFILES
from publish.standards.rules.storage import UNKNOWN_SETTING

FAULT = Fault(UNKNOWN_SETTING)
WARNING = replace(FAULT, severity=Severity.WARNING)
PASSED = ((Check("by the validator", Verdict.PASSED),), ())


class Silent:
    def step(self, done, total, name): ...

    def say(self, message): ...


def work(name, language="en"):
    label = f"works/{name}.{language}.md"
    page = Page(language, Words("T", language), Prose("<p>x</p>", language))
    return Work(name, language, Source(Path(label), label, "0" * 64, Path("office")), page)


@pytest.fixture
def rooms(monkeypatch):
    """Sets what is read and what the recipe finds; keeps what is delivered."""

    class Rooms:
        works, faults, unread, found, judged, delivered = (), (), (), {}, {}, []

        def reading(self):
            return Reading(self.works, self.faults, unread=self.unread)

        def make(self, work, house, profile, *, draft):
            found = self.found.get((work.name, work.language), ())
            if isinstance(found, Exception):
                raise found
            return Edition("accessible", "pdf", work, work.language.encode(), faults=tuple(found))

        def validated(self, files):
            return [self.judged.get(content, PASSED) for content, _ in files]

        def deliver(self, editions, folder, **named):
            self.delivered = [f"{one.work.name}.{one.work.language}" for one in editions]
            return Delivery([], [])

    rooms = Rooms()
    monkeypatch.setattr(module.read, "works", lambda *a, **k: rooms.reading())
    monkeypatch.setattr(module, "EDITIONS", {"accessible": rooms.make})
    monkeypatch.setattr(module.check, "validated", rooms.validated)
    monkeypatch.setattr(module, "require_validator", lambda: None)
    monkeypatch.setattr(module.deliver, "deliver", rooms.deliver)
    monkeypatch.setattr(module, "versions", dict)
    return rooms


def ordered(*, draft=False):
    return run(Order([Path()], Path("output"), PROFILES["ua-1"], draft=draft), Silent())


def test_all_is_well(rooms):
    rooms.works = (work("a"), work("a", "fr"), work("b"))
    result = ordered()
    assert (result.refused, rooms.delivered) == ([], ["a.en", "a.fr", "b.en"])


def test_a_fault_in_one_language_refuses_the_work_and_no_other(rooms):
    rooms.works = (work("a"), work("a", "fr"), work("b"))
    rooms.found = {("a", "fr"): [FAULT]}
    result = ordered()
    told = [replace(FAULT, place=Place("works/a.fr.md"))]
    assert (result.refused, rooms.delivered, result.faults) == (["a"], ["b.en"], told)


def test_a_warning_refuses_nothing(rooms):
    rooms.works, rooms.found = (work("a"),), {("a", "en"): [WARNING]}
    assert (ordered().refused, rooms.delivered) == ([], ["a.en"])


def test_a_draft_is_written_with_its_faults(rooms):
    rooms.works, rooms.found = (work("a"),), {("a", "en"): [FAULT]}
    result = ordered(draft=True)
    told = [replace(FAULT, place=Place("works/a.en.md"))]
    assert (result.refused, rooms.delivered, result.faults) == ([], ["a.en"], told)


def test_what_the_validator_finds_refuses_too(rooms):
    rooms.works = (work("a", "fr"), work("b"))
    rooms.judged = {b"fr": ((Check("x", Verdict.FAILED),), (FAULT,))}
    assert (ordered().refused, rooms.delivered) == (["a"], ["b.en"])


@pytest.mark.parametrize("draft", [True, False])
def test_a_work_that_cannot_be_drawn_is_not_written_at_all(draft, rooms):
    rooms.works = (work("a"), work("a", "fr"), work("b"))
    rooms.found = {("a", "fr"): InputFaults([FAULT])}
    result = ordered(draft=draft)
    assert (result.refused, rooms.delivered, result.faults) == (["a"], ["b.en"], [FAULT])


def test_what_stops_every_work_is_told_once(rooms):
    rooms.works = (work("a"), work("b"))
    rooms.found = {(name, "en"): InputFaults([FAULT]) for name in "ab"}
    assert ordered().faults == [FAULT]


@pytest.mark.parametrize("draft", [True, False])
def test_a_text_that_could_not_be_read_is_missed_under_its_work(draft, rooms):
    rooms.works = (work("a"), work("b"))
    rooms.faults = (replace(FAULT, place=Place("works/a.fr.md", 3)),)
    rooms.unread = ("a",)
    assert (ordered(draft=draft).refused, rooms.delivered) == (["a"], ["b.en"])


def test_a_fault_of_reading_refuses_the_work_that_was_read_all_the_same(rooms):
    rooms.works = (work("a"), work("b"))
    rooms.faults = (replace(FAULT, place=Place("works/a.en.md", 3)),)
    assert (ordered().refused, rooms.delivered) == (["a"], ["b.en"])
    assert (ordered(draft=True).refused, rooms.delivered) == ([], ["a.en", "b.en"])


def test_both_works_of_one_source_are_refused(rooms):
    both = [replace(work(name), source=work("page").source) for name in ("page-x", "page-y")]
    rooms.works = tuple(both)
    rooms.faults = (replace(FAULT, place=Place("works/page.en.md")),)
    assert ordered().refused == ["page-x", "page-y"]


@pytest.mark.parametrize("draft", [True, False])
def test_two_texts_for_one_file_are_not_written(draft, rooms):
    rooms.works = (work("a"), work("a"), work("b"))
    assert (ordered(draft=draft).refused, rooms.delivered) == (["a"], ["b.en"])


def test_nothing_is_delivered_where_nothing_is_left(rooms):
    rooms.works, rooms.found = (work("a"),), {("a", "en"): [FAULT]}
    assert (ordered().refused, rooms.delivered) == (["a"], [])


def test_a_release_that_cannot_be_validated_does_not_begin(rooms, monkeypatch):
    def lacks():
        raise MachineLacks("no Java")

    monkeypatch.setattr(module, "require_validator", lacks)
    monkeypatch.setattr(module.read, "works", lambda *a, **k: pytest.fail("it began"))
    with pytest.raises(MachineLacks):
        ordered()


def test_a_mistake_of_ours_costs_one_work_and_is_told(rooms, monkeypatch):
    monkeypatch.delenv("PUBLISH_DEBUG", raising=False)
    rooms.works, rooms.found = (work("a"), work("b")), {("a", "en"): KeyError("x")}
    result = ordered()
    assert (result.refused, rooms.delivered) == (["a"], ["b.en"])
    assert result.mistakes == ["works/a.en.md: KeyError: 'x'"]
