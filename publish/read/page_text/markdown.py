"""Write a recognised statement or organisation page as an editable source.

TOML front matter between lines of ``+++``, then CommonMark. What looks like markup in the words
is text, so it is escaped: read back, the source gives the same words.

Source: CommonMark 0.31.2, 2.4 (backslash escapes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from publish.errors import OwnError
from publish.model import Body, Division, Organisation, Prose, Section, Signatory, Statement, Words
from publish.read.page_text import toml

#: Signs that mean something wherever they stand.
_ANYWHERE = re.compile(r"[\\`*\[\]<{}~]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w)")
#: Signs that mean something at the head of a block: headings, lists, quotes, breaks, fences,
#: definitions, underlines of headings, ends of front matter.
_AT_HEAD = re.compile(r"(?P<number>[0-9]{1,9})(?P<dot>[.)])(?=\s|$)|(?P<sign>[#>+\-=:|])")
_HEADING_TAGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BLOCK_TAGS = _HEADING_TAGS | {"p", "li"}


def to_markdown(content: Statement | Organisation) -> str:
    """Return the editable source of a text.

    Args:
        content: as `recognise` makes it. Its prose holds paragraphs, headings, lists and breaks.

    Raises:
        OwnError: the prose holds an element that `recognise` never makes.
    """
    if isinstance(content, Statement):
        return _statement(content)
    return _organisation(content)


def escaped(text: str) -> str:
    """Escape a run of words so that no sign in it is markup."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def escaped_block(text: str) -> str:
    """Escape words that begin a block."""
    whole = escaped(text)
    found = _AT_HEAD.match(text)
    if not found:
        return whole
    if found["number"]:
        return f"{found['number']}\\{whole[len(found['number']) :]}"
    return f"\\{whole}"


def _statement(statement: Statement) -> str:
    dateline = statement.dateline
    front = toml.entries({
        "kind": "statement",
        "symbol": statement.symbol,
        "lang": statement.language,
        "title": statement.title.text,
        "subtitle": _text(statement.subtitle),
        "kind_line": _text(statement.kind_line),
        "dateline": dateline.text.text if dateline else "",
        "dateline_mark": dateline.mark if dateline else "",
        "date": statement.date or "",
        "status": statement.release.state.value,
        "description": statement.description,
        "signatories_label": _text(statement.signatories_label),
        "end_mark": _text(statement.end_mark),
        "notes_to_editors": _prose(statement.notes_to_editors),
    })  # fmt: skip
    signed = "".join(_signatory(signatory) for signatory in statement.signatories)
    return _source(front + signed, _prose(statement.body))


def _signatory(signatory: Signatory) -> str:
    roles = [role.text for role in signatory.roles]
    return toml.table("signatories", {
        "name": signatory.person.name.text if signatory.person else "",
        "role": roles[0] if len(roles) == 1 else "",
        "roles": roles if len(roles) > 1 else [],
        "body": _body(signatory.body) if signatory.body else "",
        "group": _text(signatory.group),
    })  # fmt: skip


def _body(body: Body) -> toml.Value:
    if body.acronym is None:
        return body.name.text
    return {"name": body.name.text, "acronym": body.acronym.text}


def _organisation(organisation: Organisation) -> str:
    front = toml.entries({
        "kind": "organisation",
        "lang": organisation.language,
        "title": organisation.title.text,
        "status": organisation.release.state.value,
        "description": organisation.description,
    })  # fmt: skip
    sections = [_section(section, organisation.language) for section in organisation.sections]
    pieces = [_prose(organisation.lead), *sections]
    return _source(front, "\n".join(piece for piece in pieces if piece))


def _section(section: Section, language: str) -> str:
    # An id tells the reader of the source what the section is about.
    key = f" {{#{section.key}}}" if section.key else ""
    divisions = "".join(_division(division, language, 0) for division in section.divisions)
    pieces = [f"## {_spoken(section.heading, language, heading=True)}{key}\n", _prose(section.body)]
    return "\n".join(piece for piece in [*pieces, divisions] if piece)


def _division(division: Division, language: str, depth: int) -> str:
    below = "".join(_division(part, language, depth + 1) for part in division.parts)
    return f"{'  ' * depth}- {_spoken(division.name, language)}\n{below}"


def _source(front: str, body: str) -> str:
    return f"+++\n{front}+++\n\n{body.strip(chr(10))}\n"


def _text(words: Words | None) -> str:
    return words.text if words else ""


def _spoken(words: Words, language: str, *, heading: bool = False) -> str:
    """Return words, marked where they are in another language than the text."""
    if words.language != language:
        return f"[{_heading(words.text, heading)}]{{lang={words.language}}}"
    return _heading(words.text, heading) if heading else escaped_block(words.text)


def _heading(text: str, heading: bool) -> str:
    """Escape the number signs that would close a heading."""
    return escaped(text).replace("#", "\\#") if heading else escaped(text)


def _prose(prose: Prose | None) -> str:
    if prose is None:
        return ""
    writer = _Writer()
    writer.feed(prose.html)
    writer.close()
    return writer.markdown


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, its bullet, the width of its last mark."""

    ordered: bool
    number: int
    bullet: str
    indent: int = 2


@dataclass(slots=True)
class _Block:
    """A block that is open: its tag, its marks in front, its words so far."""

    tag: str
    language: str = ""
    words: list[str] = field(default_factory=list)


class _Writer(HTMLParser):
    """Turns the fragments that we made ourselves into Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._open: list[_Block] = []
        self._lists: list[_List] = []
        self._closed: _List | None = None

    @property
    def markdown(self) -> str:
        """All blocks, one blank line between them; the items of a list stand close."""
        return "".join(self._blocks).strip("\n") + "\n"

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in {"ul", "ol"}:
            self._flush()
            self._lists.append(self._list(tag, given))
        elif tag in _BLOCK_TAGS:
            self._open.append(_Block(tag, given.get("lang", "")))
        elif tag == "span":
            self._open[-1].language = given.get("lang", "")
        elif tag == "hr":
            self._closed = None
            self._blocks.append("* * *\n\n")
        else:
            raise OwnError(f"the importer made an element that it cannot write: {tag}")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._closed = self._lists.pop()
            if not self._lists:
                self._blocks.append("\n")
        elif tag in _BLOCK_TAGS:
            self._flush()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].words.append(data)

    def _list(self, tag: str, given: dict[str, str]) -> _List:
        """Return a list; its marks differ from those of the list before, or they would be one."""
        before, self._closed = self._closed, None
        same = before is not None and before.ordered == (tag == "ol")
        usual, other = (".", ")") if tag == "ol" else ("-", "*")
        bullet = other if same and before and before.bullet == usual else usual
        return _List(tag == "ol", int(given.get("start", "1")), bullet)

    def _flush(self) -> None:
        """Write the words of the block that is open, if it has any."""
        if not self._open or not self._open[-1].words:
            return
        block = self._open[-1]
        text = "".join(block.words)
        block.words.clear()
        if block.tag == "li":
            self._blocks.append(f"{self._item_mark()}{_marked(text, block)}\n")
        else:
            self._closed = None
            level = int(block.tag[1]) if block.tag in _HEADING_TAGS else 0
            head = "#" * level + " " if level else ""
            self._blocks.append(f"{head}{_marked(text, block)}\n\n")

    def _item_mark(self) -> str:
        current = self._lists[-1]
        indent = " " * sum(above.indent for above in self._lists[:-1])
        mark = f"{current.number}{current.bullet} " if current.ordered else f"{current.bullet} "
        current.number += 1
        current.indent = len(mark)
        return indent + mark


def _marked(text: str, block: _Block) -> str:
    """Return the words of a block; a change of language stands above a paragraph, else around."""
    if block.language and block.tag == "p":
        return f"{{lang={block.language}}}\n{escaped_block(text)}"
    in_heading = block.tag in _HEADING_TAGS
    if block.language:
        return f"[{_heading(text, in_heading)}]{{lang={block.language}}}"
    return _heading(text, in_heading) if in_heading else escaped_block(text)
