"""Where a line of the signatories is cut: at commas, at a dash behind a name, at a colon.

Nothing is judged here but signs and names; `signatories` says which part is what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publish.read.page_text.offices import BODY_WORDS, ROLE_WORDS

_COMMAS = ",،，、﹐"
_OPENING, _CLOSING = "(（[", ")）]"
_TRAILING = ";；؛" + _COMMAS
_SPACES = " \u00a0\u202f"
_DASH = re.compile(r"\s+[-–—―]+\s+|\s*[–—―]+\s*(?=\w)")
_STOP = re.compile(r"(?:^|\s)(?P<word>[^\s.]{3,})\.$")
_ACRONYM = re.compile(r"[^\W\d_](?:[^\W_]|[-.&/]){0,14}")
_WITH_ACRONYM = re.compile(r"(?P<name>.*\S) \((?P<acronym>[^\W_](?:[^\W_]|[-.&/]){0,14})\)")

#: What stands behind the name of a body and belongs to it.
_LEGAL_FORMS = frozenset(
    "ltd inc llc plc e.v ev s.a sa gmbh asbl ong ngo corp co s.r.l a.s".split()
)
_SHORTENED = frozenset("ltd inc corp esq ret ass dep".split())
_LONGEST_NAME = 6
_LONGEST_BODY = 12


@dataclass
class Parts:
    """The parts of a line and the signs between them, as written."""

    texts: list[str] = field(default_factory=list)
    commas: list[str] = field(default_factory=list)

    def joined(self, start: int, end: int) -> str:
        """Return parts with the commas between them, as written."""
        pieces = [self.texts[start]]
        for index in range(start + 1, end):
            pieces += [self.commas[index - 1], self.texts[index]]
        return "".join(pieces)


def trimmed(text: str) -> tuple[str, str]:
    """Cut off the sign that ends an item of a list; return it as well."""
    bare = text.rstrip(_TRAILING + _SPACES)
    found = _STOP.search(bare)
    if found and found["word"].casefold() not in _SHORTENED and _commas_outside(bare):
        bare = bare[:-1]  # "Ann Bo, Director, AMP."
    if not bare or bare == text:
        return text, ""
    return bare, text[len(bare) :].strip()


def cut(text: str) -> Parts:
    """Cut at commas that stand outside of brackets, and at a dash behind a name.

    ``Ann Bo – Director, AMP`` has three parts. The comma before a legal form ("…, Ltd.") is no cut.
    """
    places = [(index, index + 1) for index in _commas_outside(text)]
    places = _dashes(text, places) + places
    parts = Parts()
    start = 0
    for here, there in places:
        before, rest = text[start:here].rstrip(), text[there:].lstrip()
        if not before or is_legal_form(rest.split(",")[0]):
            continue  # two commas in a row: the second belongs to the text
        parts.texts.append(before)
        parts.commas.append(text[start + len(before) : len(text) - len(rest)])
        start = len(text) - len(rest)
    parts.texts.append(text[start:])
    return parts


def body_before_colon(text: str) -> tuple[str, str, str] | None:
    """Part ``Agency for Ports: Ann Bo, Director`` at its colon; the sign comes second."""
    found = re.search(r"\s*[:：]\s*", text)
    if not found or found.start() < 2 or found.end() >= len(text):
        return None
    body, rest = text[: found.start()], text[found.end() :]
    if len(body.split()) > _LONGEST_BODY or _commas_outside(body):
        return None
    return (body, found.group(), rest) if is_name(cut(rest).texts[0]) else None


def bracketed(text: str) -> tuple[str, str] | None:
    """Part ``Ann Bo (Agency for Ports)`` into what stands before and in its brackets."""
    found = re.fullmatch(r"(?P<name>[^()（）,，،]+?)\s*[(（](?P<inside>[^()（）]{2,})[)）]", text)
    return (found["name"], found["inside"]) if found else None


def split_acronym(text: str) -> tuple[str, str] | None:
    """Part ``Agency for Ports (AFP)`` into name and acronym."""
    found = _WITH_ACRONYM.fullmatch(text)
    if not found or not is_acronym(found["acronym"]):
        return None
    return found["name"], found["acronym"]


def is_acronym(text: str) -> bool:
    """Whether a text is one word of capitals: OIM, UN-Habitat, UNAIDS, МОМ."""
    if not _ACRONYM.fullmatch(text) or len(text) < 2:
        return False
    return sum(letter.isupper() for letter in text) >= max(2, len(text) * 0.25)


def spells(name: str, acronym: str) -> bool:
    """Whether an acronym is made of the first letters of a name, small words left out or not."""
    words = [word for word in re.split(r"[\s\-‐‑/&]+", name) if word[:1].isalpha() or "’" in word]
    heads = [re.sub(r"^[^\W\d_]{1,2}['’]", "", word)[:1] for word in words]
    letters = "".join(c for c in acronym if c.isalpha())
    big = "".join(head for head in heads if head.isupper())
    longer = "".join(h for h, w in zip(heads, words, strict=True) if len(w) > 3 or h.isupper())
    return letters.casefold() in {"".join(heads).casefold(), big.casefold(), longer.casefold()}


def is_legal_form(text: str) -> bool:
    """Whether a text is "Ltd.", "Inc.", "e.V." or the like."""
    return text.strip().rstrip(".").casefold() in _LEGAL_FORMS


def is_name(text: str) -> bool:
    """Whether one to six words could name a person: in capitals where the script has them."""
    words = text.split()
    if BODY_WORDS.search(text) or not 1 <= len(words) <= _LONGEST_NAME or is_legal_form(words[-1]):
        return False
    if text.casefold() == text and text.upper() == text:
        return len(text) <= 24  # no capitals in this script
    capitals = [any(letter.isupper() for letter in word) for word in words]  # al-Haddad has one
    return sum(capitals) >= 2 and capitals[-1]


def _dashes(text: str, commas: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the dash that stands behind a name, before any comma; without commas, all dashes."""
    end = commas[0][0] if commas else len(text)
    found = [dash.span() for dash in _DASH.finditer(text, 1, end)]
    if not found or not is_name(text[: found[0][0]]):
        return []
    behind = text[found[0][1] :]
    told = ROLE_WORDS.search(behind) or BODY_WORDS.search(behind) or is_acronym(behind)
    return (found[:1] if commas else found[:2]) if told or commas else []


def _commas_outside(text: str) -> list[int]:
    """Return where commas stand outside of brackets; a bracket that is never closed is none."""
    balanced = sum(text.count(sign) for sign in _OPENING) == sum(map(text.count, _CLOSING))
    depth, commas = 0, []
    for index, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if sign in _COMMAS and (depth <= 0 or not balanced):
            commas.append(index)
    return commas
