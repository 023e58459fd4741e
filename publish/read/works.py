"""Paths made into works: files found, read by their kind, named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publish.model import Fault, Severity, Source, Work
from publish.read import (
    attachments,
    file,
    front_matter,
    html_page,
    languages,
    markdown_file,
    names,
    sisters,
)
from publish.read.findings import Findings
from publish.read.page_text import ImportReport, recognise
from publish.standards.rules import reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publish.model import Organisation, Page, Statement
    from publish.read.file import Text

#: Folders at the top of a project that hold no texts: its layouts, its fonts with their licences.
WITHOUT_TEXTS = frozenset({"brand", "layouts"})

MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})
PAGE_TEXT = frozenset({".txt"})
#: Suffixes of all files that are read.
TEXTS = MARKDOWN | HTML | PAGE_TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        works: sorted by file; a work may be here although its file has faults.
        faults: of all files, in the order of the files; warnings are among them.
        reports: what became of each line of each page text.
        unread: names of the works of which a text could not be read at all, sorted.
    """

    works: tuple[Work, ...]
    faults: tuple[Fault, ...]
    reports: tuple[ImportReport, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def stops(self) -> tuple[Fault, ...]:
        """The faults for which a release is refused."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.FAULT)


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    project: Path
    asked_for: bool

    @property
    def label(self) -> str:
        return self.path.relative_to(self.project).as_posix()


@dataclass(slots=True)
class _Desk:
    """Collects works and faults, file by file."""

    language: str | None
    works: list[Work] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    reports: list[ImportReport] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def take(self, entry: _File) -> None:
        before = len(self.works)
        findings = Findings(_shown(entry.label))
        self._take(entry, findings)
        stopped = any(fault.severity is Severity.FAULT for fault in findings.faults)
        if stopped and len(self.works) == before:
            self.unread.add(names.of_work(entry.path))
        known = set(self.faults)  # what is wrong with a shared file, all its texts meet
        found = sorted(findings.faults, key=lambda fault: _order(fault, entry.label))
        self.faults += [fault for fault in found if fault not in known]

    def _take(self, entry: _File, findings: Findings) -> None:
        if findings.label != entry.label:
            findings.fault(reading.UNSHOWN_NAME)
            return
        suffix = entry.path.suffix.lower()
        text = file.read(entry.path, findings, html=suffix in HTML)
        if text is not None:
            if suffix in MARKDOWN:
                self._markdown(entry, text, findings)
            elif suffix in HTML:
                self._html(entry, text, findings)
            else:
                self._page_text(entry, text, findings)

    def _markdown(self, entry: _File, text: Text, findings: Findings) -> None:
        is_readme = entry.path.stem.lower() == "readme"
        if is_readme and not entry.asked_for and not front_matter.is_there(text.text):
            findings.warning(reading.SKIPPED_FILE, 0, "it has no front matter")
            return
        found = markdown_file.read(
            text.text, entry.path, entry.project, findings, language=self._spoken(entry)
        )
        if found is not None:
            files = attachments.read(found.attachments, entry.path, entry.project, findings)
            self._add(entry, text, found.content, findings)
            self.works[-1] = replace(
                self.works[-1],
                attachments=files,
                expected=found.expected,
                typography=found.typography,
            )

    def _html(self, entry: _File, text: Text, findings: Findings) -> None:
        page = html_page.read(
            text.text, entry.path, entry.project, findings, language=self._spoken(entry)
        )
        if page is not None:
            self._add(entry, text, page, findings)
            # A page is kept element for element, and its author set it as it should be.
            self.works[-1] = replace(self.works[-1], typography=False)

    def _page_text(self, entry: _File, text: Text, findings: Findings) -> None:
        found = recognise(text.text, entry.label, language=self._spoken(entry))
        findings.faults += found.faults
        self.reports.append(found.report)
        for content in (found.statement, found.organisation):
            if content is not None:
                kind = type(content).__name__.lower()
                self._add(entry, text, content, findings, tail=f"-{kind}")

    def _spoken(self, entry: _File) -> str | None:
        """Return the language of a text that does not say it inside: its name may."""
        _, suffix = names.parted(entry.path.stem)
        return suffix or self.language

    def _add(
        self,
        entry: _File,
        text: Text,
        content: Statement | Organisation | Page,
        findings: Findings,
        tail: str = "",
    ) -> None:
        _, suffix = names.parted(entry.path.stem)
        if suffix and not _agree(suffix, content.language):
            detail = f"the name says {suffix}, the text says {content.language}"
            findings.fault(reading.LANGUAGE_SUFFIX, 0, detail)
        source = Source(entry.path, entry.label, text.sha256, entry.project, findings.shared)
        name = names.of_work(entry.path) + tail
        self.works.append(Work(name, content.language, source, content))


def works(paths: Sequence[Path], *, language: str | None = None) -> Reading:
    """Read files and folders into works.

    Args:
        paths: files (.md, .html, .txt) and folders; a folder is walked in sorted order, without
            hidden files, without ``output``, and without the project's own layouts and fonts.
        language: for texts that do not say their own, BCP 47.

    Returns:
        works and faults; bad input never raises.
    """
    desk = _Desk(language)
    if language and (why := languages.why_unknown(language)):
        findings = Findings("--language")
        findings.fault(reading.UNKNOWN_LANGUAGE, 0, why)
        return Reading((), tuple(findings.faults))
    seen: set[Path] = set()
    for path in paths:
        for entry in _files(Path(path), desk):
            if entry.path not in seen:
                seen.add(entry.path)
                desk.take(entry)
    if not desk.works and not desk.faults:
        findings = Findings(", ".join(Path(path).name or str(path) for path in paths))
        findings.fault(reading.NOTHING_TO_READ)
        desk.faults += findings.faults
    desk.faults += _same_names(desk.works)
    return Reading(
        tuple(sisters.acquainted(desk.works)),
        tuple(desk.faults),
        tuple(desk.reports),
        tuple(sorted(desk.unread)),
    )


def project_of(path: Path) -> Path:
    """Return the project's folder: the nearest that holds ``publish.toml``, else the nearest.

    Args:
        path: a folder, or a file in it; resolved.
    """
    folder = path if path.is_dir() else path.parent
    for candidate in (folder, *folder.parents):
        if (candidate / names.PROJECT_FILE).is_file():
            return candidate
    return folder


def _files(path: Path, desk: _Desk) -> Iterator[_File]:
    """Yield the files that a path means, each with its project."""
    findings = Findings(path.name or str(path))
    try:
        path = path.resolve(strict=True)
        project = project_of(path)
        if path.is_dir():
            yield from _walk(path, project, desk.faults)
            return
    except FileNotFoundError:
        findings.fault(reading.NO_SUCH_FILE)
    except (OSError, RuntimeError, ValueError) as error:
        findings.fault(reading.UNREADABLE_FILE, 0, getattr(error, "strerror", None) or str(error))
    else:
        # A pipe would never end.
        if not path.is_file():
            findings.fault(reading.UNREADABLE_FILE, 0, "it is neither a file nor a folder")
        elif path.suffix.lower() in TEXTS:
            yield _File(path, project, asked_for=True)
        else:
            findings.fault(reading.UNKNOWN_KIND_OF_FILE, 0, path.suffix or "no suffix")
    if findings.faults and path.suffix:
        desk.unread.add(names.of_work(path))
    desk.faults += findings.faults


def _walk(folder: Path, project: Path, faults: list[Fault]) -> Iterator[_File]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "output":
            continue
        if folder == project and path.name in WITHOUT_TEXTS:
            continue
        is_text = path.suffix.lower() in TEXTS
        if not path.resolve().is_relative_to(project):
            if is_text or path.is_dir():
                findings = Findings(_shown(path.relative_to(project).as_posix()))
                why = "it is a link that leads out of the project"
                findings.warning(reading.SKIPPED_FILE, 0, why)
                faults += findings.faults
        elif path.is_dir() and not path.is_symlink():
            is_project = (path / names.PROJECT_FILE).is_file()
            yield from _walk(path, path if is_project else project, faults)
        elif is_text and path.is_file():
            yield _File(path, project, asked_for=False)


def _shown(label: str) -> str:
    """Return a name that can be told, with a sign for each character that cannot be shown."""
    signs = (" " if sign in "\t\n" else sign for sign in label)
    return "".join("\N{REPLACEMENT CHARACTER}" if file.unshown(sign) else sign for sign in signs)


def _order(fault: Fault, label: str) -> tuple[bool, int]:
    """Sort by line, the shared file behind the text."""
    place = fault.place
    return (place.file != label, place.line) if place else (False, 0)


def _agree(suffix: str, language: str) -> bool:
    """Whether a suffix fits a language: ``fr`` fits ``fr-CA``, ``zh-Hans`` fits ``zh``."""
    one, other = suffix.lower().split("-"), language.lower().split("-")
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _same_names(found: list[Work]) -> Iterator[Fault]:
    """Find works that cannot be told apart: one name, and one language or two kinds."""
    first: dict[tuple[str, str], Work] = {}
    kinds: dict[str, Work] = {}
    for work in found:
        other = first.setdefault((work.name, work.language), work)
        alike = kinds.setdefault(work.name, work)
        findings = Findings(work.source.label)
        if other is not work:
            detail = f"{work.name} ({work.language}), as {other.source.label}"
            findings.fault(reading.SAME_NAME, 0, detail)
        elif alike.kind != work.kind:
            detail = f"{work.name}: {work.kind} here, {alike.kind} in {alike.source.label}"
            hint = "a work is of one kind; rename one of the files, or give it a folder of its own"
            findings.fault(reading.SAME_NAME, 0, detail, hint=hint)
        yield from findings.faults
