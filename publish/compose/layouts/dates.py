"""Dates, numbers, countries, languages and lists in the language of the page (CLDR, by Babel)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, get_datetime_format
from babel.lists import format_list
from babel.numbers import format_decimal
from jinja2 import pass_context

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from jinja2.runtime import Context

#: Before this sound the Spanish "y" becomes "e", which CLDR does not know.
_SOUNDS_LIKE_AND = re.compile("h?[ií](?![aeo])", re.IGNORECASE)


@pass_context
def date_in_words(context: Context, date: datetime.date) -> str:
    """Return ``12 mars 2026``; the ISO form where CLDR does not know the language."""
    locale = _page_locale(context)
    if locale is None:
        return date.isoformat()
    text = format_date(date, "long", locale)
    # CLDR writes "1 mars"; French orthography asks for the ordinal on the first of the month.
    if locale.language == "fr" and date.day == 1:
        text = text.replace("1", "1er", 1)
    return text


@pass_context
def moment_in_words(context: Context, moment: datetime.datetime) -> str:
    """Return day, time and zone, for an embargo: ``12 mars 2026, 09:30 (UTC+01:00)``.

    Day and time are joined as the language joins them; an offset of nothing is not written.
    """
    locale = _page_locale(context)
    if locale is None:
        return moment.isoformat(sep=" ", timespec="minutes")
    day = date_in_words(context, moment.date())
    clock = format_datetime(moment, "HH:mm", locale=locale)
    zone = format_datetime(moment, "ZZZZ", locale=locale)
    if not moment.utcoffset():
        zone = zone.replace("+00:00", "")
    joined = str(get_datetime_format("long", locale)).replace("'", "")
    return f"{joined.replace('{1}', day).replace('{0}', clock)} ({zone})"


@pass_context
def list_in_words(context: Context, items: Iterable[object]) -> str:
    """Return ``A, B et C``; with commas alone where CLDR does not know the language."""
    texts = [str(item) for item in items]
    locale = _page_locale(context)
    if locale is None:
        return ", ".join(texts)
    text = format_list(texts, locale=locale)
    if locale.language == "es" and _SOUNDS_LIKE_AND.match(texts[-1] if texts else ""):
        before, _, last = text.rpartition(" y ")
        return f"{before} e {last}" if before else text
    return text


@pass_context
def number_in_words(context: Context, number: float) -> str:
    """Return ``1 500`` or ``2,5``, as the language of the page groups and parts its digits."""
    locale = _page_locale(context)
    return format_decimal(number, locale=locale) if locale else f"{number:g}"


@pass_context
def country_in_words(context: Context, code: str) -> str:
    """Return the name of a country: ``Kenya`` for ``KE`` (ISO 3166-1), the code if unknown."""
    locale = _page_locale(context)
    name = locale.territories.get(code.upper()) if locale else None
    return name or code


@pass_context
def language_in_words(context: Context, language: str) -> str:
    """Return the name of a language, in the language of the page: ``arabe``."""
    locale, page = _locale(language), _page_locale(context)
    name = locale.get_display_name(page) if locale and page else None
    return name or language


def own_name(language: str) -> str:
    """Return the name that a language gives itself, as it begins a line: ``Español``."""
    locale = _locale(language)
    name = (locale.get_display_name(locale) if locale else None) or language
    return name[:1].upper() + name[1:]


def _page_locale(context: Context) -> Locale | None:
    """Return the locale of the page.

    CLDR takes English without a country for American; public bodies write "9 February 2026".
    """
    language = context["language"]
    return _locale("en-001" if language == "en" else language)


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
