"""Habits that many languages share."""

from __future__ import annotations

import re

from babel import Locale

from publish.compose.typography.habits import NARROW, NO_BREAK, Rule, one_of, rule, together

ELLIPSIS = rule(r"(?<!\.)\.\.\.(?!\.)", "…")

#: Between two letters it can be nothing else.
APOSTROPHE = rule(r"(?<=[^\W\d_])'(?=[^\W\d_])", "’")

#: ``A. Name``, ``J.-B. Name``, ``A. B. Name``.
INITIALS = together(r"(?:[<CAPITAL>]\.-?)+", r"[<CAPITAL>](?:[^\W\d_]|\.)")

#: ``12 500``: groups of three stay in one piece, with a narrow space between them.
THOUSANDS = rule(r"(?<![\d.,/+-])\d{1,3}(?P<spot><S>)(?=\d{3}(?!\d))", NARROW)

_UNITS = one_of(
    "% ‰ € $ £ ¥ ° °C °F km km² km³ m m² m³ cm cm² mm mm² µm kg mg g t Mt Gt ha l L hl dl cl ml "
    "kW MW GW TW kWh MWh GWh TWh V kV Hz kHz MHz GHz CHF EUR USD GBP"
)
UNITS = rule(rf"(?<=\d)(?P<spot><S>+)(?=(?:{_UNITS})(?![\w'’]))", NO_BREAK)

#: ``n° 5``, ``§ 3``, ``p. 12``: what is counted stays with its number.
NUMBERED = together(one_of("n° nº N° Nº № § §§ p. pp. vol. fig. Fig."), r"\d")

#: A short word does not stand alone on the last line of a paragraph.
LAST_WORD = Rule(
    re.compile(
        r"(?<=\w[^ \t\r\n\f])(?P<spot>[ \t\r\n\f]+)(?=[^ \t\r\n\f]{1,6}\s*\Z)(?<=.{60})", re.S
    ),
    NO_BREAK,
)

#: An initial that ends a sentence stands before a capital as well; keeping them together costs
#: nothing but a line that is a little shorter.
SPACES = (THOUSANDS, UNITS, NUMBERED, INITIALS, LAST_WORD)


def counted(words: str) -> Rule:
    """Return a rule that keeps a number with what it counts: ``3 millions``."""
    return rule(rf"(?<=\d)(?P<spot><S>+)(?=(?:{one_of(words)})(?!\w))", NO_BREAK)


def labelled(words: str) -> Rule:
    """Return a rule that keeps a short label with the number after it: ``art. 5``."""
    return together(one_of(words), r"\d|[IVX]+(?!\w)")


def civilities(words: str) -> Rule:
    """Return a rule that keeps a form of address with the name: ``Mme Name``."""
    return together(one_of(words), r"[<CAPITAL>]")


def abbreviations(words: str) -> tuple[Rule, ...]:
    """Return rules that keep abbreviations of several letters together; write ``a._i.``."""
    rules = []
    for word in words.split():
        first, _, rest = word.partition("_")
        rules.append(together(re.escape(first), rf"{re.escape(rest)}(?!\w)"))
    return tuple(rules)


def small_words(words: str, after: str = r"\w|[«„“\"(]") -> Rule:
    """Return a rule that never leaves a word of one letter at the end of a line."""
    return together(f"(?i:{one_of(words)})", after)


def dates(language: str, link: str = "") -> tuple[Rule, ...]:
    """Return rules that keep a date together: ``12 mars 2026``.

    Args:
        language: whose names of months are looked for (CLDR).
        link: a word between the parts: ``de`` in ``12 de marzo de 2026``.
    """
    known = Locale.parse(language, sep="-").months
    months = one_of(
        " ".join(
            name
            for use in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for name in known[use][width].values()
            if not name.isdigit() and " " not in name
        )
    )
    day, year = r"\d{1,2}(?:er|re|º|\.|-го)?", r"\d{4}(?!\d)"
    if not link:
        return (
            together(day, rf"(?:{months})(?!\w)"),
            together(months, year),
        )
    return (
        together(day, rf"{link}\s(?:{months})(?!\w)"),
        rule(rf"(?<=\d)\s{link}(?P<spot><S>+)(?=(?:{months})(?!\w))", NO_BREAK),
        rule(rf"(?:{months})\s{link}(?P<spot><S>+)(?={year})", NO_BREAK),
    )


def dashes(dash: str) -> tuple[Rule, ...]:
    """Return rules for a dash between spaces: no hyphen stands for it, and no line begins with it.

    Between numbers a hyphen may mean minus, or a range: that is left to the author.
    """
    return (
        rule(r"(?<=[^\s\d])<S>+(?P<spot>-{1,3})(?=<S>+\S)", dash),
        rule(r"(?<=\d)<S>+(?P<spot>-{1,3})(?=<S>+[^\s\d])", dash),
        rule(r"(?<=\S)(?P<spot><S>+)(?=[–—]\s)", NO_BREAK),
    )
