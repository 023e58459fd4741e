"""Take a line of the signatories apart: name, role, body, or what is there of them.

A line is cut from both ends: the name stands before its first comma, the body after its last one,
and all between is the role, with the commas inside it. Where a line has one comma only, what
stands behind it is a role or a body; the evidence is told in the report. Other forms are
``Name – Role, Body``, ``Body: Name, Role`` and ``Name (Body)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publish.read.page_text.labels import plain
from publish.read.page_text.lines import Line
from publish.read.page_text.offices import BODY_WORDS, ROLE_WORDS
from publish.read.page_text.report import Confidence
from publish.read.page_text.signed_line import (
    Parts,
    body_before_colon,
    bracketed,
    cut,
    is_acronym,
    is_legal_form,
    is_name,
    spells,
    split_acronym,
    trimmed,
)

_HONORIFIC = re.compile(
    r"(?:(?:mr|mrs|ms|mx|dr|prof|pr|professor|sir|dame|lord|lady|hon|rev|amb|eng|ing|m|mm|mme|mlle|"
    r"me|maître|sr|sra|srta|don|doña|dra|excmo|excma|lic|herr|frau|dott|dott\.ssa|sig|sig\.ra|"
    r"г-н|г-жа|д-р|проф|ndugu|bi|bw|h\.?e|s\.?e|s\.?exc)\.?|السيد|السيدة|الدكتور|الدكتورة|الأستاذ|"
    r"الأستاذة|سعادة|معالي|فخامة|سمو|المهندس|د|د\.)\s+\w|.*(?:先生|女士|博士|教授|阁下|閣下)$",
    re.IGNORECASE,
)
#: For the time being: belongs to the role before it.
_INTERIM = re.compile(
    r"a\.\s?i\.?$|ad interim|(?:par |in )?interim|par intérim|interin[ao]|acting|"
    r"и\.\s?о\.|kommissarisch|بالنيابة|بالإنابة",
    re.IGNORECASE,
)
_LONGEST_NAME = 6
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
        bodies_only: whether no line has more than one part, as in a list of organisations.
    """

    bodies: frozenset[str] = frozenset()
    heading: str = ""
    bodies_only: bool = False

    def names_body(self, text: str) -> bool:
        """Whether a text is the name of a body that the statement names elsewhere."""
        return plain(text) in self.bodies or bool(
            is_acronym(text) and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", self.heading)
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How one line was understood.

    Attributes:
        left_out: the signs between the parts, which the document writes itself.
        more_roles: roles below the first one, each on a line of its own.
    """

    name: str = ""
    role: str = ""
    body: str = ""
    confidence: Confidence = Confidence.HIGH
    reason: str = ""
    left_out: str = ""
    more_roles: tuple[str, ...] = ()


def evidence_from(lines: Sequence[Line], heading: str) -> Evidence:
    """Collect the bodies that are sure: those behind the last comma of three parts and more."""
    parts = [cut(trimmed(line.content)[0]) for line in lines]
    last = [p.texts[-1] for p in parts if len(p.texts) > 2 and not _goes_on(p.texts[-1])]
    named = frozenset(plain(name) for text in last for name in _names_of_body(text))
    single = [p.texts[0] for p in parts if len(p.texts) == 1]
    if not single or len(single) < len(parts):
        return Evidence(named, heading)
    known = Evidence(named, heading)
    persons = any(map(has_honorific, single)) and not any(_is_body(one, known) for one in single)
    return Evidence(named, heading, bodies_only=not persons)


def read_signatory(text: str, evidence: Evidence) -> Reading:
    """Cut one line into name, role and body."""
    bare, trailing = trimmed(text)
    if found := body_before_colon(bare):
        return _colon_before(*found, trailing)
    parts = cut(bare)
    first = _end_of_name(parts)
    count = len(parts.texts) - first
    if count == 0:
        return _alone(bare, evidence, trailing, has_suffix=first > 1)
    name = parts.joined(0, first)
    if count == 1:
        return _one_behind(name, parts, first, evidence, trailing)
    return _many_behind(name, parts, first, evidence, trailing)


def signed_in_a_row(text: str) -> list[str]:
    """Cut a line that names several signatories at its semicolons; one text if it does not.

    The semicolons stay at the ends of the texts.
    """
    pieces = re.findall(r"[^;；؛]+[;；؛]?", text)
    several = len(pieces) > 1 and all(looks_like_signatory(piece.strip()) for piece in pieces)
    return [piece.strip() for piece in pieces] if several else [text]


def has_honorific(text: str) -> bool:
    """Whether a text has a title or an initial as persons have: Dr., г-жа, J. Doe."""
    return not _is_body_form(text) and bool(_HONORIFIC.match(text) or _INITIAL.search(text))


def looks_like_signatory(text: str) -> bool:
    """Whether a list item without any label reads "Name, role, body"."""
    parts = cut(trimmed(text)[0])
    if len(parts.texts) < 2 or len(parts.texts[0].split()) > _LONGEST_NAME:
        return False
    named = is_name(parts.texts[0]) or has_honorific(parts.texts[0])
    told = ROLE_WORDS.search(text) or is_acronym(parts.texts[-1])
    return bool(named and told)


def could_sign(text: str) -> bool:
    """Whether a text names a signatory, with or without a person."""
    if looks_like_signatory(text):
        return True
    return len(text.split()) <= 12 and not text.endswith(".") and _is_body(text, Evidence())


def _alone(text: str, evidence: Evidence, trailing: str, *, has_suffix: bool) -> Reading:
    if has_suffix or has_honorific(text):
        reason = "one part, written like a person's name"
        return Reading(text, "", "", Confidence.MEDIUM, reason, trailing)
    if (found := bracketed(text)) and (read := _in_brackets(*found, evidence, trailing)):
        return read
    if _is_body(text, evidence):
        return Reading(body=text, left_out=trailing, reason="one part, and it is a body")
    if evidence.bodies_only or not is_name(text):
        reason = "one part, taken for a body as in a list of organisations"
        return Reading("", "", text, Confidence.LOW, reason, trailing)
    reason = "one part, taken for a person: it has no word of a body"
    return Reading(text, "", "", Confidence.LOW, reason, trailing)


def _in_brackets(name: str, inside: str, evidence: Evidence, trailing: str) -> Reading | None:
    """Read ``Name (Body)``; ``None`` where the brackets hold the acronym of a body."""
    if not (is_name(name) or has_honorific(name)) or (is_acronym(inside) and spells(name, inside)):
        return None
    left_out = f"() {trailing}".strip()
    if ROLE_WORDS.search(inside) and not _is_body(inside, evidence):
        why = "a name with a role in brackets"
        return Reading(name, inside, "", Confidence.MEDIUM, why, left_out)
    if not (is_acronym(inside) or BODY_WORDS.search(inside) or len(inside.split()) > 1):
        return None
    why = "a name with a body in brackets; they are not the first letters of the name"
    return Reading(name, "", inside, Confidence.MEDIUM, why, left_out)


def _colon_before(before: str, colon: str, rest: str, trailing: str) -> Reading:
    """Read ``Body: Name, role``, or ``Role: Name, body``."""
    parts = cut(rest)
    first = _end_of_name(parts)
    name, behind, comma = parts.joined(0, first), "", ""
    if first < len(parts.texts):
        behind = parts.joined(first, len(parts.texts))
        comma = parts.commas[first - 1].strip()
    left_out = " ".join(sign for sign in (colon.strip(), comma, trailing) if sign)
    if ROLE_WORDS.search(before) and not ROLE_WORDS.search(behind):
        why = "a role, a colon, and the name"
        return Reading(name, before, behind, Confidence.MEDIUM, why, left_out)
    why = "the body, a colon, and the name"
    return Reading(name, behind, before, Confidence.MEDIUM, why, left_out)


def _one_behind(name: str, parts: Parts, first: int, evidence: Evidence, trailing: str) -> Reading:
    last = parts.texts[first]
    left_out = f"{parts.commas[first - 1].strip()} {trailing}".strip()
    if evidence.names_body(last):
        why = "one comma; behind it is a body that the statement names elsewhere"
        return Reading(name, "", last, Confidence.HIGH, why, left_out)
    if (found := split_acronym(last)) and _opens_with_role(last) and not spells(*found):
        why = "one comma; behind it is a role with an acronym in brackets, taken for the body"
        return Reading(name, *found, Confidence.MEDIUM, why, f"{left_out} ()")
    is_role, is_body = bool(ROLE_WORDS.search(last)), _is_body(last, evidence)
    if is_role and not is_acronym(last):
        sure = Confidence.MEDIUM if not is_body else Confidence.LOW
        why = "one comma; behind it is a role, so the person signs for no body"
        return Reading(name, last, "", sure, why, left_out)
    if is_body:
        why = "one comma; behind it is the name of a body"
        return Reading(name, "", last, Confidence.MEDIUM, why, left_out)
    why = "one comma; behind it is neither a known role nor a known body: taken for a role"
    return Reading(name, last, "", Confidence.LOW, why, left_out)


def _many_behind(name: str, parts: Parts, first: int, evidence: Evidence, trailing: str) -> Reading:
    count = len(parts.texts)
    body, why = _start_of_body(parts, first, evidence)
    if body == count:
        why = "the last part goes on with a small letter, so it belongs to the role"
        left_out = f"{parts.commas[first - 1].strip()} {trailing}".strip()
        return Reading(name, parts.joined(first, count), "", Confidence.LOW, why, left_out)
    last = parts.joined(body, count)
    role = parts.joined(first, body)
    left_out = f"{parts.commas[first - 1].strip()} {parts.commas[body - 1].strip()} {trailing}"
    sure = Confidence.MEDIUM if why else Confidence.HIGH
    if not (why or _is_body(last, evidence) or count - first == 2):
        sure, why = Confidence.MEDIUM, "the body is what stands behind the last comma"
    if ROLE_WORDS.search(last) and not _is_body(last, evidence):
        sure, why = Confidence.LOW, "behind the last comma, where the body stands, is a role"
    return Reading(name, role, last, sure, why, left_out.strip())


def _start_of_body(parts: Parts, first: int, evidence: Evidence) -> tuple[int, str]:
    """Return the part with which the body begins, and why if it is not the last one.

    A body holds commas ("Office for Roads, Rivers and Bridges (ORRB)") where its acronym spells
    all of it, or where its last part cannot begin a name. The number of parts means: no body.
    """
    count = len(parts.texts)
    last = parts.texts[-1]
    if found := split_acronym(last):
        for start in range(count - 2, first, -1):
            whole = parts.joined(start, count)
            if not spells(*found) and spells(*(split_acronym(whole) or found)):
                return start, "the acronym spells the body with the commas inside it"
    if not _goes_on(last) or evidence.names_body(last):
        return count - 1, ""
    for start in range(count - 2, first, -1):
        part = parts.texts[start]
        if BODY_WORDS.match(part) and not _is_interim(last):
            return start, "the last part goes on with a small letter, so it belongs to the body"
        if not _goes_on(part) and ROLE_WORDS.search(part):
            break
    return count, ""


def _end_of_name(parts: Parts) -> int:
    """Return the first part behind the name: the commas of "J. R. Doe, Jr., PhD" belong to it."""
    first = 1
    while first < len(parts.texts) and _is_suffix(parts.texts[first]):
        first += 1
    return first


def _is_interim(part: str) -> bool:
    return bool(_INTERIM.match(part))


def _opens_with_role(text: str) -> bool:
    """Whether a role stands in a text before any word of a body."""
    role, body = ROLE_WORDS.search(text), BODY_WORDS.search(text)
    return role is not None and (body is None or role.start() < body.start())


def _is_suffix(part: str) -> bool:
    return part.casefold().rstrip(".") in _SUFFIXES


def _goes_on(part: str) -> bool:
    """Whether a part begins with a small letter, as in ``a.i.`` or ``and cities``."""
    return part[:1].islower() and not any(letter.isupper() for letter in part.split()[0])


def _is_body(text: str, evidence: Evidence) -> bool:
    return bool(
        evidence.names_body(text)
        or is_acronym(text)
        or _is_body_form(text)
        or split_acronym(text)
        or BODY_WORDS.search(text)
    )


def _is_body_form(text: str) -> bool:
    """Whether a text ends with a legal form, as "Talhilfe e.V."."""
    return len(text.split()) > 1 and is_legal_form(text.split()[-1])


def _names_of_body(text: str) -> list[str]:
    return [text, *(split_acronym(text) or ())]
