"""Find the dateline at the head of a paragraph: places, date, mark.

``Rome/Genève – Aujourd'hui, …`` has the text ``Rome/Genève``, the mark `` – `` and the
rest. Put together again the three are the author's line, character for character. A sentence with
a colon or a dash in it must never be taken for a dateline; where no place is known and no date
stands there, the sentence is left whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from publish.read.page_text.cities import is_city, is_country
from publish.read.page_text.dates import find_date
from publish.read.page_text.report import Confidence

#: No dateline of three places with country and date is longer than this.
_LONGEST = 110
_MOST_PLACES = 3

#: A hyphen is a mark with white space beside it; dashes and colons are marks as they are.
_MARK = re.compile(
    r"(?<=[\w)）][\w)）])\.\s?[-–—]+\s+|(?<=\d{4})\.\s+(?=[^\W\d_])|\s+[-‐‑]+\s+|(?<=[)）])[-‐‑]+\s+|\s*[–—―−]+\s*|\s*[:：﹕]\s*"
)
_MARK_AT_END = re.compile(r"\s*[-–—―:：]+$")
_INNER_DASH = re.compile(r"(?<=\s)-(?=\s)|[–—]")
#: Brackets close a dateline by themselves: ``(Geneva, 24 June 2022) Today``, ``【日内瓦】``.
_BRACKETED = re.compile(
    r"(?:【[^】]{2,60}】|[^()（）:：]{0,60}[(（][^()（）]{4,60}[)）])\s*(?=[\w\"'«“‘])"
)
_PARENTHESES = re.compile(r"[(（][^()（）]*[)）]")

_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,3}")
_COLONS = (":", "：", "﹕")
_DATE_SIGN = "\x00"  # stands for the date while the places are cut apart; no text holds it
_BETWEEN = re.compile(
    r"\s*[/／،,，、;；|·]\s*|\s+[-–—]\s*|\s*[–—]\s*|\s*&\s*"
    r"|\s+(?:and|et|y|e|und|en|и|і|i)\s+|[和及与與]"
)
_ARTICLE = re.compile(r"(?<!\w)(?:le|el|on|il|den|am|em|в)\s+$", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑]")
_ARABIC_AND = re.compile(r"\s+و(?=\w)\s*|\s+و\s+")

_PARTICLES = frozenset(
    "a al am an de del der den des di do du el en in la las le les los of on sur upon zu".split()
)
_TODAY = frozenset(
    "today yesterday aujourd'hui hier hoy ayer сегодня вчера heute gestern oggi hoje".split()
)
#: Capitalised words that open sentences and are no places.
_OPENERS = frozenset(
    "today we our this these the that in on at now as no not yet but and for it here there enough "
    "note update news statement background peace hunger war education health children women "
    "aujourd'hui nous notre nos ce cette ces le la les en dans or mais pour il elle ici assez "
    "enfants femmes paix faim guerre hoy nosotros nuestro nuestra este esta estos el los las un "
    "una no ya pero para niños mujeres paz hambre guerra mujeres сегодня мы наш наша наши это этот "
    "эти но для в на дети женщины мир голод война heute wir unser oggi noi hoje nós".split()
)


@dataclass(frozen=True, slots=True)
class DatelineFound:
    """A dateline at the head of a line; ``text + mark + rest`` is the line."""

    text: str
    mark: str
    rest: str
    places: tuple[str, ...]
    date: date | None
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class _Head:
    places: tuple[str, ...]
    known: bool
    dated: bool
    date: date | None


def find_dateline(line: str) -> DatelineFound | None:
    """Return the dateline that opens a paragraph, or ``None``."""
    if found := _BRACKETED.match(line):
        text = found.group().rstrip()
        head = _read_head(text.strip("【】"))
        if head and head.places and head.known and (head.dated or text[0] == "【"):
            return _found(text, found.group()[len(text) :], line[found.end() :], head)
    # The longest head that reads as places wins: "Rome - Geneva – Today" has two places.
    marks = [mark for mark in _MARK.finditer(line, 1, _LONGEST) if line[mark.end() :]]
    for mark in reversed(marks):
        text, rest = line[: mark.start()], line[mark.end() :]
        head = _read_head(text, mark.group().strip())
        if head and head.places and _fits(head, mark.group(), rest):
            return _found(text, mark.group(), rest, head)
    return None


def whole_dateline(line: str) -> DatelineFound | None:
    """Return the dateline that is a line of its own, such as ``Geneva, 24 June 2022``."""
    if len(line) > _LONGEST:
        return None
    bare = _MARK_AT_END.sub("", line)
    if bare == line and not any(sign.isdigit() for sign in line):
        return _city_and_country(line)  # neither mark nor date
    head = _read_head(bare)
    if not head or not head.places or not (head.known and (head.dated or bare != line)):
        return None
    return _found(line, "", "", head)


def _city_and_country(line: str) -> DatelineFound | None:
    """Return ``Maputo, Mozambique`` as a dateline: a known city with its country, nothing else."""
    pieces = _pieces(_PARENTHESES.sub(lambda found: f",{found.group()[1:-1]}", line))
    if len(pieces) != 2 or not (is_city(pieces[0]) and is_country(pieces[1])):
        return None
    return _found(line, "", "", _Head((pieces[0],), known=True, dated=False, date=None))


def _found(text: str, mark: str, rest: str, head: _Head) -> DatelineFound:
    sure = head.known and (head.dated or mark.strip() not in _COLONS)
    why = [
        reason for is_so, reason in ((head.known, "a known city"), (head.dated, "a date")) if is_so
    ]
    if not sure:
        why.append("a colon, which sentences have too" if head.known else "no city that is known")
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return DatelineFound(text, mark, rest, head.places, head.date, confidence, ", ".join(why))


def _fits(head: _Head, mark: str, rest: str) -> bool:
    """Whether mark and rest look like those of a dateline, the more the less is known."""
    if head.dated:
        return True
    if rest[0].islower():
        return False
    if head.known:
        return True
    # Nothing is known but the look: many a sentence looks so, but few go on with "Today".
    is_dash = mark.strip() not in _COLONS and mark != mark.strip()
    first_word = re.split(r"[\s,،，]", rest, maxsplit=1)[0]
    return is_dash and first_word.casefold().replace("’", "'") in _TODAY


def _read_head(text: str, mark: str = "") -> _Head | None:
    """Read places and date; ``None`` where a word is neither."""
    found = find_date(text)
    if found:
        before = _ARTICLE.sub("", text[: found.start])
        text = f"{before},{_DATE_SIGN},{text[found.end :]}"
    outside = _PARENTHESES.sub(",", text) if not _is_wrapped(text) else text.strip("()（） ")
    names = _names(outside, mark)
    if names is None or len(names) > _MOST_PLACES:
        return None
    known = any(is_city(name) or is_country(name) for name in names)
    if not known and not found and not all(_looks_like_place(name) for name in names):
        return None
    if not all(_may_be_place(name) for name in names):
        return None
    return _Head(tuple(names), known, bool(found), found.date if found else None)


def _is_wrapped(text: str) -> bool:
    return text[:1] in "(（" and text[-1:] in ")）"


def _names(text: str, mark: str) -> list[str] | None:
    """Cut a head into cities; a country behind its city is not a place of its own."""
    if is_city(text):
        return [text]  # Washington, D.C. has a comma of its own
    pieces = _pieces(text)
    if mark and mark in _INNER_DASH.findall(text) and not all(is_city(piece) for piece in pieces):
        return None  # "Geneva – Today – …": the dash inside is the mark
    names: list[str] = []
    for piece in pieces:
        if names and (_INITIALS.fullmatch(piece) or is_country(piece)) and not is_city(piece):
            continue  # "Geneva, Switzerland", "Bogotá, D.C."
        names.append(piece)
    return names


def _pieces(text: str) -> list[str]:
    rough = [piece.strip() for piece in _BETWEEN.split(text)]
    pieces = [piece for piece in rough if piece and piece != _DATE_SIGN]
    return [part for piece in pieces for part in _cities_joined(piece)]


def _cities_joined(piece: str) -> list[str]:
    """Cut at hyphens and at the Arabic "and", which are also letters of names, between cities."""
    for joint in (_HYPHEN, _ARABIC_AND):
        parts = [part for part in joint.split(piece) if part]
        if len(parts) > 1 and not is_city(piece) and all(is_city(part) for part in parts):
            return parts
    return [piece]


def _may_be_place(name: str) -> bool:
    """Whether a name could be a place at all, beside a known city or a date."""
    if is_city(name) or is_country(name):
        return True
    if any(character.isdigit() for character in name):
        return False
    words = name.split()
    if not _has_case(name):
        # Chinese and Arabic do not show what is a name: take short pieces only.
        return len(name) <= 6 if len(words) == 1 else len(words) <= 3 and len(name) <= 24
    return len(words) <= 5 and _is_capitalised(words) and not _opens_sentence(words)


def _looks_like_place(name: str) -> bool:
    """Whether a name looks like a place where nothing else helps."""
    words = name.split()
    return _has_case(name) and len(words) <= 3 and _may_be_place(name) and not _is_acronym(name)


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 6


def _opens_sentence(words: list[str]) -> bool:
    return words[0].casefold().replace("’", "'") in _OPENERS and not is_city(" ".join(words))


def _is_capitalised(words: list[str]) -> bool:
    return words[0][:1].isupper() and all(
        word[:1].isupper() or word.casefold() in _PARTICLES or word[:1] in "'’" for word in words
    )


def _has_case(name: str) -> bool:
    return name.casefold() != name or name.upper() != name
