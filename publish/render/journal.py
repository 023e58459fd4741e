"""What the engine says in its log, turned into faults that name the author's line."""

from __future__ import annotations

import logging
import re
import unicodedata
from typing import TYPE_CHECKING

from publish.model import Fault, Place, Severity
from publish.render.fetcher import ADDRESS
from publish.standards.rules import fonts as rules

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from publish.model import Source
    from publish.render.leaves import Leaf

_PICTURE = re.compile(r"Failed to load image at '(.*?)'[:,] *(.*)", re.DOTALL)
_MISSING = re.compile(r"\(U\+([0-9A-F]+)\)$")


class Journal(logging.Handler):
    """Listens to the engine while it works; a context manager.

    Attributes:
        faults: in the order of the log, each once.
        leaf: the leaf that is being drawn, so that a fault can name its place.
        places: the place and name of each content, by its id.
        pictures: the same for each picture, by its address as the author wrote it.
    """

    def __init__(self, source: Source) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[Fault] = []
        self.leaf: Leaf | None = None
        self.places: dict[int, tuple[Place | None, str]] = {}
        self.pictures: dict[str, tuple[Place | None, str]] = {}
        self._source = Place(source.label)
        self._folder = source.folder.resolve()
        self._log = logging.getLogger("weasyprint")

    def __enter__(self) -> Self:
        self._log.addHandler(self)
        self._propagated, self._log.propagate = self._log.propagate, False
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._log.removeHandler(self)
        self._log.propagate = self._propagated

    def emit(self, record: logging.LogRecord) -> None:
        """Turn one line of the log into a fault."""
        message = self._without_machine(record.getMessage())
        place, name = self._here()
        missing = _MISSING.search(message)
        lost = _PICTURE.match(message)
        if missing:
            letter = chr(int(missing[1], 16))
            detail = f"“{letter}” {unicodedata.name(letter, 'without a name')} (U+{missing[1]})"
            fault = Fault(rules.CHARACTER_WITHOUT_FONT, detail, place, name)
        elif lost:
            place, name = self.pictures.get(lost[1], (place, name))
            said = lost[2].removeprefix("UnreadablePicture: ")
            reason = "there is no such file" if "FileNotFound" in said else said
            fault = Fault(rules.PICTURE_NOT_SHOWN, f"{lost[1]}: {reason}", place, name)
        else:
            fault = Fault(rules.STYLE_IGNORED, message, place, name, severity=Severity.WARNING)
        if fault not in self.faults:
            self.faults.append(fault)

    def _without_machine(self, message: str) -> str:
        """Name files as the author does, below the project's folder."""
        for prefix in (ADDRESS, f"{self._folder}/"):
            message = message.replace(prefix, "")
        return message

    def _here(self) -> tuple[Place | None, str]:
        if self.leaf is None or self.leaf.content is None:
            return self._source, ""
        return self.places.get(id(self.leaf.content), (self._source, ""))
