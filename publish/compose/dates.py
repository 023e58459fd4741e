"""Dates and names of languages in the language of the page (CLDR, through Babel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from jinja2 import pass_context

if TYPE_CHECKING:
    import datetime

    from jinja2.runtime import Context


@pass_context
def date_in_words(context: Context, date: datetime.date) -> str:
    """Return ``12 mars 2026``; the ISO form where CLDR does not know the language."""
    # CLDR takes English without a country for American; public bodies write "9 February 2026".
    language = context["language"]
    locale = _locale("en-001" if language == "en" else language)
    if locale is None:
        return date.isoformat()
    text = format_date(date, "long", locale)
    # CLDR writes "1 mars"; French orthography asks for the ordinal on the first of the month.
    if locale.language == "fr" and date.day == 1:
        text = text.replace("1", "1er", 1)
    return text


@pass_context
def moment_in_words(context: Context, moment: datetime.datetime) -> str:
    """Return day, time and zone, for an embargo."""
    locale = _locale(context["language"])
    if locale is None:
        return moment.isoformat(sep=" ", timespec="minutes")
    day = date_in_words(context, moment.date())
    clock = format_datetime(moment, "HH:mm", locale=locale)
    zone = format_datetime(moment, "ZZZZ", locale=locale)
    return f"{day}, {clock} ({zone})"


@pass_context
def language_in_words(context: Context, language: str) -> str:
    """Return the name of a language, in the language of the page: ``arabe``."""
    locale, page = _locale(language), _locale(context["language"])
    name = locale.get_display_name(page) if locale and page else None
    return name or language


def own_name(language: str) -> str:
    """Return the name that a language gives itself, as it begins a line: ``Español``."""
    locale = _locale(language)
    name = (locale.get_display_name(locale) if locale else None) or language
    return name[:1].upper() + name[1:]


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
