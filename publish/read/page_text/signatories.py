"""Take a line of the signatories apart: name, role, body, or what is there of them.

A line is cut from both ends: the name stands before its first comma, the body after its last one,
and all between is the role, with the commas inside it. Where a line has one comma only, what
stands behind it is a role or a body; the evidence is told in the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from publish.model import Body, Person, Place, Signatory, Words
from publish.read.page_text.labels import plain
from publish.read.page_text.lines import Line
from publish.read.page_text.offices import BODY_WORDS, ROLE_WORDS
from publish.read.page_text.report import Confidence, Ledger

_COMMAS = ",،，、﹐"
_OPENING, _CLOSING = "(（[", ")）]"
_TRAILING = ";；؛" + _COMMAS
_WITH_ACRONYM = re.compile(r"(?P<name>.*\S) \((?P<acronym>[^\W_](?:[^\W_]|[-.&/]){0,14})\)")
_ACRONYM = re.compile(r"[^\W\d_](?:[^\W_]|[-.&/]){0,14}")
_HONORIFIC = re.compile(
    r"(?:mr|mrs|ms|dr|prof|professor|sir|dame|m|mme|mlle|sr|sra|srta|don|doña|dra|г-н|г-жа|"
    r"السيد|السيدة|الدكتور|الدكتورة|د|h\.?e|s\.?e)\.?\s+\w",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]\.\s?(?=[^\W\d_])")

#: What follows a name after a comma and belongs to it.
_SUFFIXES = frozenset(
    "jr sr ii iii iv phd ph.d md m.d esq mba msc ma dphil qc kc obe cbe mbe kcmg dbe sj op "
    "ret rn".split()
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the statement says about bodies elsewhere.

    Attributes:
        bodies: names and acronyms of bodies, in plain form: those of other signatories.
        heading: title and subtitle, in which bodies are named.
    """

    bodies: frozenset[str] = frozenset()
    heading: str = ""
    bodies_only: bool = False

    def names_body(self, text: str) -> bool:
        """Whether a text is the name of a body that the statement names elsewhere."""
        return plain(text) in self.bodies or bool(
            _is_acronym(text) and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", self.heading)
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How one line was understood.

    Attributes:
        left_out: the signs between the parts, which the document writes itself.
    """

    name: str = ""
    role: str = ""
    body: str = ""
    confidence: Confidence = Confidence.HIGH
    reason: str = ""
    left_out: str = ""


@dataclass
class _Parts:
    texts: list[str] = field(default_factory=list)
    commas: list[str] = field(default_factory=list)

    def joined(self, start: int, end: int) -> str:
        """Return parts with the commas between them, as written."""
        pieces = [self.texts[start]]
        for index in range(start + 1, end):
            pieces += [self.commas[index - 1], self.texts[index]]
        return "".join(pieces)


def evidence_from(lines: Sequence[Line], heading: str) -> Evidence:
    """Collect the bodies that are sure: those behind the last comma of three parts and more."""
    parts = [_cut(_trimmed(line.content)[0]) for line in lines]
    named = {plain(acr) for p in parts if len(p.texts) > 2 for acr in _names_of_body(p.texts[-1])}
    single = [p.texts[0] for p in parts if len(p.texts) == 1]
    return Evidence(frozenset(named), heading, len(single) == len(parts) > 0)


def read_signatory(text: str, evidence: Evidence) -> Reading:
    """Cut one line into name, role and body."""
    bare, trailing = _trimmed(text)
    parts = _cut(bare)
    first = 1
    while first < len(parts.texts) and _is_suffix(parts.texts[first]):
        first += 1  # "J. R. Doe, Jr., PhD": the commas belong to the name
    count = len(parts.texts) - first
    if count == 0:
        return _alone(bare, evidence, trailing, has_suffix=first > 1)
    name = parts.joined(0, first)
    if count == 1:
        return _one_behind(name, parts, first, evidence, trailing)
    return _many_behind(name, parts, first, evidence, trailing)


def signatory_of(reading: Reading, line: Line, order: int, language: str, label: str) -> Signatory:
    """Return the record of one signatory."""
    place = Place(label, line.number)

    def words(text: str) -> Words:
        return Words(text, language, place)

    return Signatory(
        person=Person(words(reading.name)) if reading.name else None,
        roles=(words(reading.role),) if reading.role else (),
        body=body_of(reading.body, language, place) if reading.body else None,
        order=order,
        place=place,
    )


def body_of(text: str, language: str, place: Place) -> Body:
    """Return a body; ``Full Name (ACRONYM)`` has both."""
    found = _split_acronym(text)
    if not found:
        return Body(Words(text, language, place))
    name, acronym = found
    return Body(Words(name, language, place), Words(acronym, language, place))


def enter_signatory(ledger: Ledger, line: Line, reading: Reading) -> None:
    """Enter a signatory into the report."""
    said = [
        f"{what} “{text}”"
        for what, text in (("name", reading.name), ("role", reading.role), ("body", reading.body))
        if text
    ]
    brackets = " ()" if reading.body and _split_acronym(reading.body) else ""
    ledger.enter(
        line,
        f"signatory: {', '.join(said)}",
        "statement",
        confidence=reading.confidence,
        reason=reading.reason,
        left_out=f"{line.mark} {reading.left_out}{brackets}".strip(),
    )


def looks_like_signatory(text: str) -> bool:
    """Whether a list item without any label reads "Name, role, body"."""
    parts = _cut(_trimmed(text)[0])
    if len(parts.texts) < 2 or len(parts.texts[0].split()) > 6:
        return False
    named = _is_name(parts.texts[0])
    told = ROLE_WORDS.search(text) or _is_acronym(parts.texts[-1])
    return bool(named and told)


def could_sign(text: str) -> bool:
    """Whether a text names a signatory, with or without a person."""
    if looks_like_signatory(text):
        return True
    return len(text.split()) <= 12 and not text.endswith(".") and _is_body(text, Evidence())


def _trimmed(text: str) -> tuple[str, str]:
    """Cut off the sign that ends an item of a list; return it as well."""
    bare = text.rstrip(_TRAILING + " \u00a0")
    if not bare or text[-1] not in _TRAILING:
        return text, ""
    return bare, text[len(bare) :].strip()


def _cut(text: str) -> _Parts:
    """Cut at commas that stand outside of brackets."""
    parts = _Parts()
    start = 0
    for index in _commas_outside(text):
        before = text[start:index].rstrip()
        if not before:
            continue  # two commas in a row: the second belongs to the text
        rest = text[index + 1 :].lstrip()
        parts.texts.append(before)
        parts.commas.append(text[start + len(before) : len(text) - len(rest)])
        start = len(text) - len(rest)
    parts.texts.append(text[start:])
    return parts


def _commas_outside(text: str) -> list[int]:
    """Return where commas stand outside of brackets; a bracket that is never closed is none."""
    balanced = sum(text.count(sign) for sign in _OPENING) == sum(map(text.count, _CLOSING))
    depth, commas = 0, []
    for index, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if sign in _COMMAS and (depth <= 0 or not balanced):
            commas.append(index)
    return commas


def _alone(text: str, evidence: Evidence, trailing: str, *, has_suffix: bool) -> Reading:
    if has_suffix or _HONORIFIC.match(text) or _INITIAL.search(text):
        reason = "one part, written like a person's name"
        return Reading(text, "", "", Confidence.MEDIUM, reason, trailing)
    if _is_body(text, evidence):
        return Reading(body=text, left_out=trailing, reason="one part, and it is a body")
    if evidence.bodies_only or not _is_name(text):
        reason = "one part, taken for a body as in a list of organisations"
        return Reading("", "", text, Confidence.LOW, reason, trailing)
    reason = "one part, taken for a person: it has no word of a body"
    return Reading(text, "", "", Confidence.LOW, reason, trailing)


def _one_behind(name: str, parts: _Parts, first: int, evidence: Evidence, trailing: str) -> Reading:
    last = parts.texts[first]
    left_out = f"{parts.commas[first - 1].strip()} {trailing}".strip()
    if evidence.names_body(last):
        why = "one comma; behind it is a body that the statement names elsewhere"
        return Reading(name, "", last, Confidence.HIGH, why, left_out)
    is_role, is_body = bool(ROLE_WORDS.search(last)), _is_body(last, evidence)
    if is_role and not _is_acronym(last):
        sure = Confidence.MEDIUM if not is_body else Confidence.LOW
        why = "one comma; behind it is a role, so the person signs for no body"
        return Reading(name, last, "", sure, why, left_out)
    if is_body:
        why = "one comma; behind it is the name of a body"
        return Reading(name, "", last, Confidence.MEDIUM, why, left_out)
    why = "one comma; behind it is neither a known role nor a known body: taken for a role"
    return Reading(name, last, "", Confidence.LOW, why, left_out)


def _many_behind(
    name: str, parts: _Parts, first: int, evidence: Evidence, trailing: str
) -> Reading:
    count = len(parts.texts)
    last = parts.texts[-1]
    if _goes_on(last) and not evidence.names_body(last):
        why = "the last part goes on with a small letter, so it belongs to the role"
        left_out = f"{parts.commas[first - 1].strip()} {trailing}".strip()
        return Reading(name, parts.joined(first, count), "", Confidence.LOW, why, left_out)
    role = parts.joined(first, count - 1)
    left_out = f"{parts.commas[first - 1].strip()} {parts.commas[-1].strip()} {trailing}".strip()
    sure, why = Confidence.HIGH, ""
    if not (_is_body(last, evidence) or count - first == 2):
        sure, why = Confidence.MEDIUM, "the body is what stands behind the last comma"
    if ROLE_WORDS.search(last) and not _is_body(last, evidence):
        sure, why = Confidence.LOW, "behind the last comma, where the body stands, is a role"
    return Reading(name, role, last, sure, why, left_out)


def _is_suffix(part: str) -> bool:
    return part.casefold().rstrip(".") in _SUFFIXES


def _goes_on(part: str) -> bool:
    """Whether a part begins with a small letter, as in ``a.i.`` or ``and cities``."""
    return part[:1].islower() and not any(letter.isupper() for letter in part.split()[0])


def _is_body(text: str, evidence: Evidence) -> bool:
    return bool(
        evidence.names_body(text)
        or _is_acronym(text)
        or _split_acronym(text)
        or BODY_WORDS.search(text)
    )


def _is_acronym(text: str) -> bool:
    """Whether a text is one word of capitals: OIM, UN-Habitat, UNAIDS, МОМ."""
    if not _ACRONYM.fullmatch(text) or len(text) < 2:
        return False
    return sum(letter.isupper() for letter in text) >= max(2, len(text) * 0.25)


def _split_acronym(text: str) -> tuple[str, str] | None:
    found = _WITH_ACRONYM.fullmatch(text)
    if not found or not _is_acronym(found["acronym"]):
        return None
    return found["name"], found["acronym"]


def _names_of_body(text: str) -> list[str]:
    return [text, *(_split_acronym(text) or ())]


def _is_name(text: str) -> bool:
    """Whether two to five words could name a person: in capitals where the script has them."""
    words = text.split()
    if BODY_WORDS.search(text) or len(words) > 6:
        return False
    if text.casefold() == text and text.upper() == text:
        return len(text) <= 24  # no capitals in this script
    capitals = [any(letter.isupper() for letter in word) for word in words]  # al-Haddad has one
    return sum(capitals) >= 2 and capitals[-1]
