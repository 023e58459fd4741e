"""Words and prose as HTML: what the layouts' filters do.

Each filter knows the language of the page, so that it can mark what is written in another one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup, escape

from publish.model.words import Words, direction_of

if TYPE_CHECKING:
    from typing import Any

    from jinja2.runtime import Context

    from publish.model.dateline import Dateline
    from publish.model.words import Prose

#: The start tag of a paragraph; the sanitiser that wrote it quotes all values with ".
_OPENING_PARAGRAPH = re.compile(r'\s*<p(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*>')

_SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:)", re.IGNORECASE)
_LONGEST_SHOWN = 60


@pass_context
def origin(context: Context, said: Any) -> Markup:
    """Return the attributes that tell where something was written and in which language.

    Args:
        context: holds the ``language`` of the page, and the file that it shares with others.
        said: words, prose, or any record with a place.

    Returns:
        ``lang`` and ``dir`` where they differ from the page's, and ``data-line``; each with a
        space before it, so that it can stand right after the name of an element.
    """
    attributes = Markup("")
    language = getattr(said, "language", None) or context["language"]
    if language != context["language"]:
        attributes += Markup(' lang="{}"').format(language)
        if direction_of(language) != direction_of(context["language"]):
            attributes += Markup(' dir="{}"').format(direction_of(language))
    if said.place is not None and said.place.line:
        shared = context.get("shared")
        line = shared.line_of(said.place) if shared else said.place.line
        attributes += Markup(' data-line="{}"').format(line)
    return attributes


@pass_context
def inline(context: Context, words: Words) -> Markup:
    """Return words for the middle of a line; they get an element only if it says something."""
    attributes = origin(context, words)
    if not attributes:
        return escape(words)
    return Markup("<span{}>{}</span>").format(attributes, words)


@pass_context
def prose(context: Context, text: Prose, dateline: Dateline | None = None) -> Markup:
    """Return running text, with the dateline run in where the author ran it in.

    Prose was sanitised when it was read; nothing is added to it but the dateline and, where all
    of it is in another language than the page, an element that says so.
    """
    html = Markup(text.html)  # noqa: S704 - sanitised by the reading room
    if dateline is not None:
        html = _run_in(html, dateline, origin(context, dateline.text))
    if text.language == context["language"]:
        return html
    return Markup("<div{}>{}</div>").format(origin(context, Words("", text.language)), html)


def runs_in(text: Prose, dateline: Dateline | None) -> bool:
    """Whether the dateline opens the first paragraph: it has a mark, and a paragraph is first."""
    opens_with_paragraph = _OPENING_PARAGRAPH.match(text.html) is not None
    return dateline is not None and bool(dateline.mark) and opens_with_paragraph


def _run_in(html: Markup, dateline: Dateline, attributes: Markup) -> Markup:
    opening = _OPENING_PARAGRAPH.match(html)
    if opening is None:
        return html
    span = Markup('<span class="dateline"{}>{}{}</span>')
    run_in = span.format(attributes, dateline.text, dateline.mark)
    return Markup(html[: opening.end()]) + run_in + Markup(html[opening.end() :])  # noqa: S704


def dialled(phone: str) -> str:
    """Return a phone number as a ``tel:`` address holds it: a plus sign and digits."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def shown_short(address: str) -> str:
    """Return a web address as it is shown on paper: no scheme, no slash at the end."""
    shown = _SCHEME.sub("", address).partition("#")[0].rstrip("/")
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 1]}…"
