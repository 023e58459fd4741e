"""The file that is proofed: its pages with their boxes, and what it says about the press."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from publish.check.objects import BROKEN, said_by
from publish.check.preflight.subject import Subject, profile_bytes
from publish.errors import InputFaults, StorageFailed, WrongCall
from publish.model.fault import Fault
from publish.model.place import Place
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publish.check.preflight.subject import OutputIntent, Sheet
    from publish.standards.limits import Limits
    from publish.standards.ruling import Ruling

_MOST_PAGES = 400
#: Colours of screens: a press has no ink for them, so somebody has to convert them.
_OF_SCREENS = frozenset({"DeviceRGB", "CalRGB", "Lab"})


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file that can be opened.

    Attributes:
        path: where it lies, as the caller named it.
        sheets: its pages; at least one.
        identifier: of the printing condition that its output intent names; may be empty.
        profile: the embedded ICC profile of that intent; empty where there is none.
        screen_colours: numbers of the pages with colours of screens (RGB, Lab), which somebody
            has to convert before they are printed.
    """

    path: Path
    content: bytes
    sheets: tuple[Sheet, ...]
    identifier: str
    profile: bytes
    screen_colours: tuple[int, ...]

    @property
    def name(self) -> str:
        """Of the file, without its folders."""
        return self.path.name

    def chosen(self, pages: Sequence[int] | None) -> tuple[int, ...]:
        """Return the numbers of the pages that are asked for, all where none is.

        Raises:
            WrongCall: there is no such page, or there are more than a browser can show.
        """
        count = len(self.sheets)
        numbers = tuple(range(1, count + 1)) if pages is None else tuple(sorted(set(pages)))
        beyond = [number for number in numbers if not 1 <= number <= count]
        if beyond:
            has = "1 page" if count == 1 else f"{count} pages"
            raise WrongCall(f"there is no page {beyond[0]}\n  hint {self.path} has {has}")
        if len(numbers) > _MOST_PAGES:
            raise WrongCall(
                f"{len(numbers)} pages are too many for one proof\n"
                f"  hint make several: --pages 1-{_MOST_PAGES}"
            )
        return numbers


def read_print_file(path: Path, limits: Limits) -> PrintFile:
    """Open a file, whatever it is.

    Raises:
        StorageFailed: it cannot be read from the disk.
        InputFaults: it is no PDF, is locked, or has no page.
    """
    content = content_of(path)
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            subject = Subject(content, pdf, limits=limits)
            sheets = subject.sheets
            if not sheets:
                raise refused(checking.NOT_A_PDF, path, "it has no page")
            intent = _for_press(subject.intents)
            return PrintFile(
                path=path,
                content=content,
                sheets=sheets,
                identifier=intent.identifier if intent else "",
                profile=profile_bytes(intent.profile) if intent else b"",
                screen_colours=_screen_colours(subject),
            )
    except pikepdf.PasswordError:
        hint = "ask whoever made it for a file without a password"
        raise refused(checking.ENCRYPTED, path, "it opens with a password only", hint) from None
    except (*BROKEN, RecursionError, MemoryError) as error:
        raise refused(checking.NOT_A_PDF, path, said_by(error)) from None


def refused(
    ruling: Ruling, path: Path, detail: str, hint: str = "", *, page: int | None = None
) -> InputFaults:
    """Return what says that no proof can be made of a file."""
    return InputFaults([Fault(ruling, detail, Place(str(path)), page=page, hint=hint)])


def content_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        StorageFailed: it cannot be read from the disk.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        said = error.strerror or error
        hint = "check its spelling" if not path.exists() else "name a PDF file that you may read"
        raise StorageFailed(f"{path} cannot be read: {said}\n  hint {hint}") from None


def _for_press(intents: Iterable[OutputIntent]) -> OutputIntent | None:
    """Return the intent for the press; where there is none, any other that has a profile."""
    ranked = sorted(intents, key=lambda one: (one.kind != "GTS_PDFX", one.profile is None))
    return ranked[0] if ranked else None


def _screen_colours(subject: Subject) -> tuple[int, ...]:
    """Return the pages on which something is painted with red, green and blue, or Lab."""
    found = set()
    for event in subject.drawing.events:
        spaces = [paint.space for paint in event.paints]
        if own := getattr(event, "space", None):
            spaces.append(own)
        layers = [layer for space in spaces for layer in space.layers()]
        if any(_is_of_screens(layer.family, layer.components) for layer in layers):
            found.add(event.page)
    return tuple(sorted(found))


def _is_of_screens(family: str, components: int) -> bool:
    return family in _OF_SCREENS or (family == "ICCBased" and components == 3)
