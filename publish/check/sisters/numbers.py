"""The numbers of a text, written as one language writes them, made comparable with another's.

``3,2`` in French, ``3.2`` in English and ``٣٫٢`` in Arabic are one number, and so are ``1 000``,
``1,000`` and ``1.000``; ``3.2 million`` is ``320万``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol

#: What may stand between the digits of one number; each kind of space groups thousands.
_SPACES = "\u0020\u00a0\u2009\u202f"
_APOSTROPHES = "'\u2019\u066c"
_NUMBER = re.compile(rf"\d(?:[{_SPACES}{_APOSTROPHES}.,\u066b\uff0e]?\d)*")
_GROUPED = re.compile(r"\d{1,3}(\D)\d{3}(?:\1\d{3})*(?!\1)\D\d+")
_PERCENT = re.compile(rf"[{_SPACES}]?[%\u066a\uff05\u2030]")

#: Words behind a number that multiply it, in the languages of our catalogues.
_POWERS = {
    3: "thousand|mille|mil|тыс(?:яч[аи]?)?|ألف|آلاف|千",
    4: "万|萬",
    6: "millions?|mill(?:ón|ones)|млн|миллион(?:а|ов)?|مليون|ملايين|百万",
    8: "亿|億",
    9: "billions?|milliards?|mil millones|млрд|миллиард(?:а|ов)?|مليار|بليون",
}
_POWER = {
    power: re.compile(rf"[{_SPACES}]?(?:{words})(?![a-zà-ÿа-я])", re.IGNORECASE)
    for power, words in reversed(_POWERS.items())
}
#: ``2026年3月12日``: other languages write the month as a word.
_MONTH = re.compile(r"\d{1,2}\s*月")

#: Up to here a number is as likely to be written as a word.
_SPELLED = 12


def numbers(text: str, language: str) -> Counter[str]:
    """Return the numbers of a text, each as plain digits, with how often it stands there.

    A number with a percent sign keeps it: 3 % is not 3.
    """
    plain = _MONTH.sub(" ", _latin(text))
    found: Counter[str] = Counter()
    for match in _NUMBER.finditer(plain):
        *before, last = _values(match[0], language)
        found.update(_plain(value) for value in before)
        found[_written(last, plain[match.end() :])] += 1
    return found


def differing(one: Counter[str], other: Counter[str]) -> tuple[list[str], list[str]]:
    """Return what stands in only one of two texts, on either side.

    Small whole numbers that the other text has no number for are left out: there they are words.
    """
    left, right = one - other, other - one
    return (
        sorted(_told(left, against=right), key=_size),
        sorted(_told(right, against=left), key=_size),
    )


def _told(found: Counter[str], *, against: Counter[str]) -> list[str]:
    told = list(found.elements())
    return told if against else [value for value in told if not _may_be_a_word(value)]


def _may_be_a_word(value: str) -> bool:
    return value.isdecimal() and int(value) <= _SPELLED


def _size(value: str) -> Decimal:
    return Decimal(value.rstrip("%"))


def _latin(text: str) -> str:
    """Write the digits of all scripts as 0 to 9."""
    return "".join(str(unicodedata.digit(s)) if s.isdecimal() else s for s in text)


def _values(written: str, language: str) -> list[Decimal]:
    """Return the number that was written; several where the signs between them group nothing."""
    grouped = re.sub(rf"(?<=\d)[{_SPACES}{_APOSTROPHES}](?=\d{{3}}(?!\d))", "", written)
    parts = re.split(rf"[{_SPACES}{_APOSTROPHES}]", grouped)
    return [value for part in parts for value in _of_one(part, language)]


def _of_one(written: str, language: str) -> list[Decimal]:
    if _GROUPED.fullmatch(written):  # 1,234.5 or 1.234,5: the last sign is the decimal one
        *groups, decimals = re.split(r"\D", written)
        return [Decimal(f"{''.join(groups)}.{decimals}")]
    pieces = re.split(r"\D", written)
    signs = set(re.findall(r"\D", written))
    is_decimal = signs <= {_decimal_sign(language), "\u066b"} or len(pieces[-1]) != 3
    if len(pieces) == 2 and is_decimal:
        return [Decimal(".".join(pieces))]
    if len(signs) == 1 and all(len(piece) == 3 for piece in pieces[1:]):
        return [Decimal("".join(pieces))]
    return [Decimal(piece) for piece in pieces]  # 12.03.2026


def _written(value: Decimal, behind: str) -> str:
    for power, words in _POWER.items():
        if match := words.match(behind):
            value *= 10**power
            behind = behind[match.end() :]
            break
    return f"{_plain(value)}%" if _PERCENT.match(behind) else _plain(value)


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


@cache
def _decimal_sign(language: str) -> str:
    try:
        sign = get_decimal_symbol(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        sign = "."
    return sign if sign in {".", ","} else ","
