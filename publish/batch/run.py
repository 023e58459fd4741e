"""One run: every text that is asked for becomes every edition that is asked for.

A release refuses a work with a fault in any of its languages, and only that work: its earlier
files stay, all others are written. A draft writes whatever can be drawn, and warns.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from publish import check, deliver, finish, read
from publish.batch.authors import to_author
from publish.batch.job_papers import Twins, job_papers
from publish.batch.once import once
from publish.check import sisters
from publish.editions import EDITIONS
from publish.errors import InputFaults
from publish.machine import press_versions, require_press, require_validator, versions
from publish.model.edition import Verdict
from publish.model.fault import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from publish.deliver.manifest import Entry
    from publish.model.edition import Check, Edition
    from publish.model.fault import Fault
    from publish.model.house import House
    from publish.model.work import Work
    from publish.read import Reading
    from publish.standards.profile import Profile


#: The edition that goes to a press: it is measured in ink, and papers go with it.
PRINT = "print"

#: The settings of each project, by its folder, and what is wrong with them.
Houses: TypeAlias = "dict[Path, tuple[House, list[Fault]]]"


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked for.

    Attributes:
        paths: texts, and folders with texts.
        output: the folder that gets the files.
        editions: names out of `publish.editions.EDITIONS`.
        draft: write and warn, where a release refuses.
        language: of texts that do not say it themselves; may be empty.
    """

    paths: Sequence[Path]
    output: Path
    profile: Profile
    editions: tuple[str, ...] = ("accessible",)
    draft: bool = True
    language: str = ""


@dataclass(slots=True)
class Result:
    """What a run did.

    Attributes:
        entries: of the files that were written.
        faults: all that were found, also in what was written.
        refused: names of works that were asked for and not written, sorted.
        mistakes: of ours, each with the file at which it happened; that work is refused too.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)


class Progress(Protocol):
    """Is told how far a run is."""

    def step(self, done: int, total: int, name: str) -> None:
        """A work begins."""

    def say(self, message: str) -> None:
        """The run waits for something."""


def run(order: Order, progress: Progress) -> Result:
    """Publish.

    Raises:
        MachineLacks: a release cannot be validated on this machine.
        StorageFailed: nothing could be written; earlier files are as they were.
    """
    if not order.draft:
        require_validator()
        if PRINT in order.editions:
            require_press()
    reading = read.works(order.paths, language=order.language or None)
    houses, result = _houses(reading.works), Result(faults=list(reading.faults))
    result.faults += [fault for _, faults in houses.values() for fault in faults]
    result.faults += _between_languages(reading.works, houses)
    editions = _validated(_made(reading.works, houses, order, progress, result), progress)
    editions = [to_author(edition, reading.faults) for edition in editions]
    if order.draft:
        editions = [_claiming_what_it_keeps(edition, reading) for edition in editions]
    if PRINT in order.editions:
        editions = _with_job_papers(editions, reading, houses, order, progress, result)
    found = (fault for edition in editions for fault in edition.faults)
    result.faults += once(reading.faults, found)
    result.refused = sorted(_refused(reading, houses, editions, order))
    good = [edition for edition in editions if edition.work.name not in result.refused]
    if good:
        _deliver(good, order, progress, result)
    return result


def _houses(works: Iterable[Work]) -> Houses:
    """Read the settings of every project that a text lies in, each once."""
    folders = dict.fromkeys(work.source.folder for work in works)
    return {folder: read.house(folder) for folder in folders}


def _between_languages(works: Sequence[Work], houses: Houses) -> list[Fault]:
    """Warn of what one language version lacks; `publish check` has it as faults."""
    found = sisters.compared(works, lambda work: houses[work.source.folder][0].languages)
    return [replace(fault, severity=Severity.WARNING) for fault in found]


def _made(
    works: Sequence[Work], houses: Houses, order: Order, progress: Progress, result: Result
) -> list[Edition]:
    """Make all editions; a work that cannot be drawn leaves its faults and no edition."""
    made = []
    for number, work in enumerate(works, start=1):
        progress.step(number, len(works), f"{work.name} ({work.language})")
        house, _ = houses[work.source.folder]
        for name in order.editions:
            try:
                made.append(EDITIONS[name](work, house, order.profile, draft=order.draft))
            except InputFaults as error:
                # What is wrong with the house, all its texts meet.
                result.faults += [one for one in error.faults if one not in result.faults]
            except Exception as error:
                # One text that we cannot cope with must not cost the other nine hundred.
                if "PUBLISH_DEBUG" in os.environ:
                    raise
                result.mistakes.append(f"{work.source.label}: {type(error).__name__}: {error}")
    return made


def _with_job_papers(
    editions: list[Edition],
    reading: Reading,
    houses: Houses,
    order: Order,
    progress: Progress,
    result: Result,
) -> list[Edition]:
    """Put ticket and job sheet behind the print editions; without them, a print file goes too."""
    kept: list[Edition] = []
    papers: list[Edition] = []
    twins = Twins(editions, order.output, draft=order.draft)
    used = tuple(press_versions().items())
    for edition in editions:
        work = edition.work
        house, _ = houses[work.source.folder]
        try:
            papers += job_papers(edition, twins, house, order.profile, draft=order.draft)
        except InputFaults as error:
            result.faults += [one for one in error.faults if one not in result.faults]
        else:
            kept.append(replace(edition, tools=used) if edition.name == PRINT else edition)
    papers = [to_author(paper, reading.faults) for paper in _validated(papers, progress)]
    if order.draft:
        papers = [_claiming_what_it_keeps(paper, reading) for paper in papers]
    return kept + papers


def _validated(editions: list[Edition], progress: Progress) -> list[Edition]:
    """Let the outside validator judge all PDFs in one call: starting it is what takes time."""
    progress.say("validating")
    drawn = [edition for edition in editions if edition.is_pdf]
    judged = iter(check.validated([(edition.content, edition.claims) for edition in drawn]))
    return [
        _with_more(edition, *next(judged)) if edition.is_pdf else edition for edition in editions
    ]


def _with_more(edition: Edition, checks: tuple[Check, ...], faults: tuple[Fault, ...]) -> Edition:
    checks, faults = (*edition.checks, *checks), (*edition.faults, *faults)
    return replace(edition, checks=checks, faults=faults)


def _claiming_what_it_keeps(edition: Edition, reading: Reading) -> Edition:
    """Take all claims back from a file that fails a check, was not checked, or has a fault.

    A release refuses such a file; a draft is written without claims. Web pages and plain texts
    claim nothing.
    """
    if not edition.is_pdf:
        return edition
    labels = edition.work.source.labels
    met = [fault for fault in reading.stops if fault.place and fault.place.file in labels]
    broken = {
        standard
        for fault in (*met, *edition.faults)
        if fault.severity is Severity.FAULT
        for standard in fault.ruling.forbidden_by
    }
    all_passed = all(each.verdict is Verdict.PASSED for each in edition.checks)
    if all_passed and not broken.intersection(edition.claims):
        return edition
    content = finish.claim_only(edition.content, edition.work.metadata, ())
    return replace(edition, content=content, claims=())


def _refused(reading: Reading, houses: Houses, editions: list[Edition], order: Order) -> set[str]:
    """Name the works that are not written, now that all faults are known."""
    wanted = Counter(work.name for work in reading.works for _ in order.editions)
    made = Counter(one.work.name for one in editions if one.name in order.editions)
    files = Counter((work.name, work.language) for work in reading.works)
    refused = {name for name, count in wanted.items() if made[name] < count}
    refused |= {name for (name, _), count in files.items() if count > 1}
    refused.update(reading.unread)
    if not order.draft:
        refused |= _at_fault(reading)
        refused |= {edition.work.name for edition in editions if edition.is_refused}
        refused |= {work.name for work in reading.works if _stops(houses[work.source.folder][1])}
    return refused


def _stops(faults: Iterable[Fault]) -> bool:
    return any(fault.severity is Severity.FAULT for fault in faults)


def _at_fault(reading: Reading) -> set[str]:
    """Name the works that were read, but not without a fault."""
    labels = {fault.place.file for fault in reading.stops if fault.place}
    return {work.name for work in reading.works if labels.intersection(work.source.labels)}


def _deliver(editions: list[Edition], order: Order, progress: Progress, result: Result) -> None:
    progress.say("writing")
    delivery = deliver.deliver(
        editions,
        order.output,
        draft=order.draft,
        tools=versions(),
        waiting=lambda: progress.say("waiting for another run that writes there"),
    )
    result.entries = delivery.entries
    result.faults += delivery.faults
