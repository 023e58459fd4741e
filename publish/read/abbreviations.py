"""Abbreviations in Markdown: ``*[IOM]: International Organization for Migration``.

Each place where the abbreviation stands as a word of its own becomes ``<abbr title="…">``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_DEFINITION = re.compile(r"\*\[([^\[\]]{1,100})\]:[ \t]*(\S.*?)\s*$")
# Chinese, Japanese and Korean write no spaces: an acronym among their signs is still a word.
_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"


def plug_in(parser: MarkdownIt) -> None:
    """Teach a parser abbreviations."""
    parser.block.ruler.before("reference", "abbreviation", _define, {"alt": ["paragraph"]})
    parser.core.ruler.after("inline", "abbreviations", _replace)


def _define(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _DEFINITION.match(line)
    if match is None or state.is_code_block(start):
        return False
    if not silent:
        state.env.setdefault("abbreviations", {})[match[1].strip()] = match[2]
        state.line = start + 1
    return True


def _replace(state: StateCore) -> None:
    expansions: dict[str, str] = state.env.get("abbreviations", {})
    if not expansions:
        return
    longest_first = sorted(expansions, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    pattern = re.compile(f"(?<!{_LETTER})({words})(?!{_LETTER})")
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = list(_marked(token.children, pattern, expansions))


def _marked(
    tokens: list[Token], pattern: re.Pattern[str], expansions: dict[str, str]
) -> Iterator[Token]:
    for token in tokens:
        if token.type != "text":
            yield token
            continue
        for number, part in enumerate(pattern.split(token.content)):
            if number % 2:
                yield Token("abbr_open", "abbr", 1, attrs={"title": expansions[part]})
                yield _text(part)
                yield Token("abbr_close", "abbr", -1)
            elif part:
                yield _text(part)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
