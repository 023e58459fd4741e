"""Dates as official texts write them, in many languages."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from babel import Locale

_LANGUAGES = "en fr es ru ar zh pt it de nl sv pl tr sw id uk fa ur he hi".split()

#: Months that CLDR's Arabic does not have: the names of the Levant, UN spelling, the Maghreb.
_MORE_MONTHS = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    "يناير|فبراير|مارس|أبريل|مايو|يونيه|يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
)

_NUMERIC = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"|(?<![\d./])(?P<eu_day>\d{1,2})(?P<sign>[./])(?P<eu_month>\d{1,2})(?P=sign)(?P<eu_year>\d{4})"
    r"(?![\d/])|(?P<zh_year>\d{4})\s?年\s?(?P<zh_month>\d{1,2})\s?月\s?(?P<zh_day>\d{1,2})\s?日"
    r"|(?P<zh_month_only>\d{1,2})\s?月\s?(?P<zh_day_only>\d{1,2})\s?日"
)
#: What pages write in front of the date of a text.
_PUBLISHED = re.compile(
    r"(?:(?:published|posted|updated|issued|released|date|publié|mis en ligne|publicado|fecha|data|"
    r"publicação|опубликовано|дата(?: публикации)?|veröffentlicht|stand|datum|pubblicato|"
    r"تاريخ النشر|نُشر|نشر|التاريخ|发布日期|发布时间|日期)\s?(?:on|le|el|em|am|il|в|في)?|"
    r"le|el|on|am)"
    r"\s*[:：]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text.

    Attributes:
        start, end: where it stands.
        date: ``None`` where the year is missing or there is no such day.
    """

    start: int
    end: int
    date: datetime.date | None


def find_date(text: str) -> DateFound | None:
    """Return the first date in a text, with its day of the week if that stands in front."""
    found = _NUMERIC.search(text) or _in_words().search(text)
    if not found:
        return None
    parts = {name: value for name, value in found.groupdict().items() if value}
    return DateFound(found.start(), found.end(), _date_of(parts))


def whole_date(text: str) -> DateFound | None:
    """Return the date if the text is a date and nothing else, but a word like "Published"."""
    found = find_date(text)
    if found is None or text[found.end :].strip(" ."):
        return None
    return None if _PUBLISHED.sub("", text[: found.start]).strip() else found


def _date_of(parts: dict[str, str]) -> datetime.date | None:
    year = parts.get("year") or parts.get("zh_year") or parts.get("y1") or parts.get("y2")
    month = parts.get("month") or parts.get("zh_month")
    day = parts.get("day") or parts.get("zh_day") or parts.get("d1") or parts.get("d2")
    if "sign" in parts:
        year, month, day = parts["eu_year"], parts["eu_month"], parts["eu_day"]
        if parts["sign"] == "/" and int(day) <= 12 and day != month:
            return None  # 03/05: in some countries March, in others May
    named = parts.get("m1") or parts.get("m2")
    number = _months().get(_folded(named), 0) if named else int(month or 0)
    if not (year and number and day):
        return None
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


@cache
def _in_words() -> re.Pattern[str]:
    """Return the pattern of ``24 June 2022``, ``June 24, 2022`` and their kin.

    A digit here is a digit of any script; int() reads them all.
    """
    months = sorted(_months_as_written(), key=len, reverse=True)
    month = "|".join(re.escape(name) for name in months)
    days = "|".join(re.escape(name) for name in sorted(_weekdays(), key=len, reverse=True))
    weekday = rf"(?:(?<!\w)(?:{days})\s?[,،]?\s+)?"
    # Arabic writes two names of one month side by side: حزيران/يونيه.
    both = rf"(?:\s?/\s?(?:{month}))?"
    year_ending = r"(?:\s?(?:г\.|года|року|р\.))?"
    of = r"(?:\s+(?:de|del|of)\s+|\s+|\.\s*)"
    return re.compile(
        rf"{weekday}(?:"
        rf"(?<!\d)(?P<d1>\d{{1,2}})(?:er|re|st|nd|rd|th|º|°|\.)?{of}(?P<m1>{month})\.?{both}(?!\w)"
        rf"(?:{of}?,?\s?(?P<y1>\d{{4}})(?!\d){year_ending})?"
        rf"|(?<!\w)(?P<m2>{month})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
        rf"(?:,?\s(?P<y2>\d{{4}})(?!\d))?"
        r")",
        re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    return {_folded(name): number for name, number in _months_as_written().items()}


@cache
def _months_as_written() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for use in ("stand-alone", "format"):
            for length in ("abbreviated", "wide"):
                for number, name in months[use][length].items():
                    if len(name) > 1 and not name[0].isdigit():
                        names[name.rstrip(".")] = number
    for row in _MORE_MONTHS:
        names.update({name: number for number, name in enumerate(row.split("|"), start=1)})
    return names


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        name
        for language in _LANGUAGES
        for name in Locale.parse(language).days["format"]["wide"].values()
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold()).rstrip(".")
