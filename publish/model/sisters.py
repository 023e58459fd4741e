"""The same text in other languages, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.model.file_names import file_name
from publish.model.form import Form
from publish.model.words import Words

if TYPE_CHECKING:
    from publish.model.house import House
    from publish.model.work import Work

#: The edition that a form is drawn for, and the suffix of its files.
_FILES = {
    Form.PAPER: ("accessible", "pdf"),
    Form.PRINT: ("print", "pdf"),
    Form.LARGE_PRINT: ("large-print", "pdf"),
    Form.WEB: ("html", "html"),
    Form.TEXT: ("text", "txt"),
}


@dataclass(frozen=True, slots=True)
class SisterLanguage:
    """The same text in another language.

    Attributes:
        language: BCP 47.
        title: in that language, where the author gave it.
        address: where it can be had; empty while pending, and until `versioned` fills it in.
        original: whether that version is the original.
        is_ours: whether this project publishes it, so that its address follows from its name.
    """

    language: str
    title: Words | None = None
    address: str = ""
    original: bool = False
    is_ours: bool = False

    @property
    def is_pending(self) -> bool:
        """Whether the version is still to come."""
        return not (self.is_ours or self.address or self.title)


def versioned(work: Work, house: House, form: Form) -> Work:
    """Return a work that knows its other versions as one form of it shows them.

    Those that the author lists stand as they are. Otherwise there is one for each text of the
    work, in the order of the languages that are expected, and one for each that is expected and
    not there yet. A version of ours is linked on the web if the house has an address there, and
    as the file of the same edition if not.

    Args:
        work: as it was read, or as this function made it.
        house: says which languages are expected and where the web versions stand.
        form: which file a relative link leads to.
    """
    content = work.content
    if content.sisters and not any(sister.is_ours for sister in content.sisters):
        return work
    there = {sister.language: sister for sister in content.sisters}
    wanted = dict.fromkeys((*(work.expected or house.languages), *there))
    found = tuple(
        _placed(there.get(code), code, work, house, form)
        for code in wanted
        if code != work.language
    )
    return replace(work, content=replace(content, sisters=found)) if found else work


def address_of(work: str, language: str, house: House, form: Form) -> str:
    """Return where a version of ours is: on the web, or beside the file that leads to it."""
    if house.address:
        return f"{house.address}{work}/{file_name(work, language, *_FILES[Form.WEB])}"
    return file_name(work, language, *_FILES[form])


def _placed(
    sister: SisterLanguage | None, language: str, work: Work, house: House, form: Form
) -> SisterLanguage:
    if sister is None:
        return SisterLanguage(language, original=language == work.content.original_language)
    if not sister.is_ours:
        return sister
    return replace(sister, address=address_of(work.name, language, house, form))
