"""Let veraPDF judge files, many in one call.

Starting it takes a second or two, judging a file some hundredths: so all files of a run go into
one call. veraPDF finds out itself which standards a file claims and judges each; a second call
follows only for standards that a file should claim and does not.

veraPDF takes one flavour a call (``-f``), or ``0`` for all that the metadata claims. It leaves
log files in its working folder, hence a temporary folder of its own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publish.check.tools import java, verapdf_jar
from publish.check.verdict import Outcome, Verdict
from publish.errors import MachineLacks
from publish.model import Fault
from publish.standards import Standard
from publish.standards.rules import checking
from publish.standards.tools import VERAPDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
#: Short runs are over before the big compiler pays off; it does from about 200 files.
_FAST_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_MANY = 200
_NO_SURPRISES = (
    "-Djava.awt.headless=true",
    "-Duser.language=en",
    "-Duser.country=US",
    "-Dfile.encoding=UTF-8",
)
#: Seconds for the start and for each file; a file of 100 pages takes about one.
_START_TIME, _FILE_TIME = 120, 30
_BY_CLAIM = "0"
#: Command lines have a limit on every system; files go in parts below it.
_FILES_PER_CALL = 400

#: How veraPDF names its profiles in a report. It knows no PDF/X: our own preflight judges that.
_PROFILES = {
    Standard.UA1: re.compile(r"PDF/UA-1\b"),
    Standard.UA2: re.compile(r"PDF/UA-2\b"),
    Standard.A2A: re.compile(r"PDF/A-2A\b", re.IGNORECASE),
    Standard.A2B: re.compile(r"PDF/A-2B\b", re.IGNORECASE),
    Standard.A3A: re.compile(r"PDF/A-3A\b", re.IGNORECASE),
    Standard.A4: re.compile(r"PDF/A-4 "),
    Standard.A4F: re.compile(r"PDF/A-4F\b", re.IGNORECASE),
}
_PAGE = re.compile(r"\bpages\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule that a file breaks.

    Attributes:
        specification: for example ``ISO 14289-1:2014``.
        test: number of the rule below its clause.
        count: how many times it is broken.
        location: path through the file to the first place.
        message: what was found there.
    """

    specification: str
    clause: str
    test: int
    description: str
    count: int
    location: str
    message: str

    @property
    def page(self) -> int | None:
        """The page of the first place, counted from 1, where the location tells it."""
        found = _PAGE.search(self.location)
        return int(found[1]) + 1 if found else None


def verdict_name(standard: Standard) -> str:
    """Return how the verdict of veraPDF on a standard is called."""
    return f"{standard.title}, by veraPDF"


def judge(
    files: Sequence[tuple[Path, Sequence[Standard]]],
) -> Mapping[Path, tuple[Verdict, ...]]:
    """Judge files by the standards that each should hold.

    Returns:
        for each file a verdict on each of its standards, in their order; ``not checked`` with the
        reason where veraPDF or Java is missing, fails or takes too long; nothing on a standard
        that veraPDF does not know. Never raises on account of a file, however broken.
    """
    files = [(file, [one for one in standards if one in _PROFILES]) for file, standards in files]
    try:
        answers = _Answers(java(), verapdf_jar())
    except MachineLacks as lack:
        return {file: _not_checked(standards, str(lack)) for file, standards in files}
    answers.ask([file for file, standards in files if standards], _BY_CLAIM)
    left: dict[Standard, list[Path]] = defaultdict(list)
    for file, standards in files:
        for standard in standards:
            if (_name(file), standard) not in answers.found and _name(file) not in answers.failed:
                left[standard].append(file)
    for standard, unclaimed in left.items():
        answers.ask(unclaimed, standard.value)
    return {file: tuple(answers.verdict(file, one) for one in wanted) for file, wanted in files}


def _not_checked(standards: Iterable[Standard], reason: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(verdict_name(one), Outcome.NOT_CHECKED, reason) for one in standards)


def _name(file: Path) -> str:
    """Return the name under which veraPDF reports a file."""
    return str(file.absolute())


class _Answers:
    """Runs veraPDF and collects what it says."""

    def __init__(self, java_program: str, jar: Path) -> None:
        self.java_program, self.jar = java_program, jar
        self.found: dict[tuple[str, Standard], list[Broken]] = {}
        self.failed: dict[str, str] = {}
        self.silent = ""

    def ask(self, files: Sequence[Path], flavour: str) -> None:
        """Have files judged by one flavour, or by all that each claims."""
        for start in range(0, len(files), _FILES_PER_CALL):
            part = files[start : start + _FILES_PER_CALL]
            report = self._run(part, flavour)
            for job in _jobs(report):
                self._take(job)

    def _run(self, files: Sequence[Path], flavour: str) -> str:
        speed = _FAST_START if len(files) < _MANY else ()
        options = ["--format", "json", "-f", flavour, "--loglevel", "0", "--nonpdfext"]
        command = [self.java_program, *speed, *_NO_SURPRISES, "-cp", str(self.jar), _MAIN, *options]
        with tempfile.TemporaryDirectory(prefix="publish-verapdf-") as folder:
            try:
                done = subprocess.run(  # noqa: S603 - our own program and our own paths
                    [*command, *map(_name, files)],
                    cwd=folder,
                    env=os.environ | {"LC_ALL": "C", "TMPDIR": folder},
                    capture_output=True,
                    timeout=_START_TIME + _FILE_TIME * len(files),
                    check=False,
                )
            except subprocess.TimeoutExpired:
                self.silent = "veraPDF took too long"
                return ""
            except OSError as error:
                self.silent = f"Java could not be started: {error}"
                return ""
        if not done.stdout:
            self.silent = _last_line(done.stderr) or f"veraPDF ended with code {done.returncode}"
        return done.stdout.decode("utf-8", "replace")

    def _take(self, job: dict[str, object]) -> None:
        details, exception = job.get("itemDetails"), job.get("taskException")
        name = str(details.get("name", "")) if isinstance(details, dict) else ""
        if isinstance(exception, dict):
            self.failed[name] = str(exception.get("exceptionMessage", "the file cannot be read"))
        results = job.get("validationResult")
        for result in results if isinstance(results, list) else []:
            profile = f"{result.get('profileName', '')} "
            for standard, pattern in _PROFILES.items():
                if pattern.search(profile):
                    self.found[name, standard] = _broken_rules(result)

    def verdict(self, file: Path, standard: Standard) -> Verdict:
        """Return the verdict on one file and one standard."""
        name, title = _name(file), verdict_name(standard)
        rules = self.found.get((name, standard))
        if rules is not None:
            outcome = Outcome.FAILED if rules else Outcome.PASSED
            faults = tuple(_fault(standard, rule) for rule in rules)
            return Verdict(title, outcome, f"veraPDF {VERAPDF.version}", faults)
        if name in self.failed:
            fault = Fault(checking.VALIDATOR_SILENT, self.failed[name])
            return Verdict(title, Outcome.FAILED, self.failed[name], (fault,))
        return Verdict(title, Outcome.NOT_CHECKED, self.silent or "veraPDF gave no answer")


def _jobs(report: str) -> list[dict[str, object]]:
    try:
        jobs = json.loads(report)["report"]["jobs"]
    except (ValueError, KeyError, TypeError):
        return []
    return [job for job in jobs if isinstance(job, dict)] if isinstance(jobs, list) else []


def _broken_rules(result: dict[str, object]) -> list[Broken]:
    details = result.get("details")
    summaries = details.get("ruleSummaries") if isinstance(details, dict) else None
    rules = [_broken(one) for one in summaries or [] if one.get("ruleStatus") == "FAILED"]
    if not rules and result.get("compliant") is not True:
        statement = str(result.get("statement", "the check came to no end"))
        return [Broken("", "", 0, statement, 1, "", "")]
    return rules


def _broken(summary: dict[str, object]) -> Broken:
    checks = summary.get("checks")
    first = checks[0] if isinstance(checks, list) and checks else {}
    return Broken(
        specification=str(summary.get("specification", "")),
        clause=str(summary.get("clause", "")),
        test=int(str(summary.get("testNumber", 0))),
        description=str(summary.get("description", "")),
        count=int(str(summary.get("failedChecks", 0))),
        location=str(first.get("context", "")),
        message=str(first.get("errorMessage", "")),
    )


def _fault(standard: Standard, rule: Broken) -> Fault:
    """Return a broken rule as a fault under the clause that the validator names."""
    ruling = checking.RULE_BROKEN
    if rule.clause:
        clause = f"{rule.specification}, {rule.clause} (veraPDF test {rule.test})"
        ruling = replace(ruling, clause=clause)
    times = f" ({rule.count} times)" if rule.count > 1 else ""
    what = rule.message if rule.message not in ("", "null") else rule.description
    element = rule.location.rpartition("/")[2]
    return Fault(ruling, f"{standard.title}: {what}{times}", element=element, page=rule.page)


def _last_line(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else ""
