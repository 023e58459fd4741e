"""Compare the planned structure tree with the one read back from the finished file.

Validators do not know the text: rows in the wrong order, a lost language, a lost space leave them
green. Only the plan knows what was meant. So planned and read elements are paired one to one and
in order, and each pair is compared in role, text and attributes. Elements that cannot be paired
are missing, added or moved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from publish.check import reading
from publish.check.links import Links
from publish.check.read_tree import called
from publish.model import Fault
from publish.pdf import Content, Element
from publish.standards.roles import (
    NAMESPACE_PDF_1_7,
    NAMESPACE_PDF_2_0,
    ONLY_PDF_1_7,
    ROLE_MAP_PDF_1_7,
    written_numbering,
    written_role,
)
from publish.standards.rules import checking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.check.read_tree import ReadTree
    from publish.pdf import Plan
    from publish.standards import Profile, Ruling

_Pair = tuple[Element, Element]
#: Beyond this many brothers that differ, elements are paired by their place alone.
_ALIGN_LIMIT = 1500


@dataclass(frozen=True, slots=True)
class _Voice:
    """What a pair of elements inherits."""

    planned_language: str
    read_language: str
    planned_direction: str = "ltr"
    read_direction: str = "ltr"
    #: Whether the text around agrees; where it does not, inline text is not reported again.
    line_agrees: bool = True


def compare(plan: Plan, tree: ReadTree, profile: Profile, language: str) -> list[Fault]:
    """Compare a plan with what was read back.

    Args:
        plan: as it was handed to rendering.
        tree: as `read_tree` gives it.
        profile: decides how roles are written.
        language: what the catalog of the file says (Lang).

    Returns:
        all differences, in reading order, each with the author's line.
    """
    if tree.root is None:
        return [Fault(checking.ELEMENT_MISSING, "the whole structure tree", plan.tree.place)]
    return _Comparison(plan, tree, profile, Links.of(plan, tree)).run(language)


@dataclass(slots=True)
class _Comparison:
    plan: Plan
    tree: ReadTree
    profile: Profile
    links: Links
    faults: list[Fault] = field(default_factory=list)
    missing: list[Element] = field(default_factory=list)
    added: list[Element] = field(default_factory=list)
    signatures: dict[Element, str] = field(default_factory=dict)
    needed_keys: set[str] = field(default_factory=set)

    def run(self, language: str) -> list[Fault]:
        assert self.tree.root is not None  # noqa: S101 - `compare` looked
        self._sign(self.plan.tree)
        self._sign(self.tree.root)
        self._collect_needed_keys()
        voice = _Voice(self.plan.tree.language or "", self.tree.root.language or language)
        stack = [((self.plan.tree, self.tree.root), voice, True)]
        while stack:
            (planned, read), voice, is_block = stack.pop()
            inner = self._compare(planned, read, voice, is_block=is_block)
            pairs = self._pair(planned, read)
            stack += [
                (pair, inner, not reading.is_inline(pair[0], planned)) for pair in reversed(pairs)
            ]
        self._report_unpaired()
        return self.faults

    def fault(self, ruling: Ruling, planned: Element, read: Element | None, detail: str) -> None:
        """Enter a difference with the author's line."""
        page = (read.page if read else 0) or planned.page or None
        name = planned.name or called(planned)
        self.faults.append(Fault(ruling, detail, planned.place, name, page))

    # Pairing

    def _sign(self, root: Element) -> None:
        """Note the text of each element with all below it, to recognise it elsewhere."""
        for element in reversed(list(root.elements())):
            # Words drawn in a picture are not read: its alternate text is.
            pictured = element.role == "Figure"
            parts = [f" {element.alternate or ''} "] if pictured else []
            for kid in element.kids:
                if isinstance(kid, Element):
                    parts.append(self.signatures[kid])
                elif not pictured:
                    parts.append(kid.text)
            # Labels come from the style sheet: they would make moved list items look changed.
            spoken = "" if element.role == "Lbl" else "".join(parts)
            self.signatures[element] = reading.heard(spoken)

    def _pair(self, planned: Element, read: Element) -> list[_Pair]:
        """Pair the elements below two paired elements; note those that cannot be paired."""
        ours = [kid for kid in planned.kids if isinstance(kid, Element)]
        theirs = [kid for kid in read.kids if isinstance(kid, Element)]
        pairs, rest_ours, rest_theirs = self._align(ours, theirs, by_text=True)
        moved, rest_ours, rest_theirs = self._moved(rest_ours, rest_theirs)
        by_role, rest_ours, rest_theirs = self._align(rest_ours, rest_theirs, by_text=False)
        changed, rest_ours, rest_theirs = self._changed_role(rest_ours, rest_theirs)
        self.missing += rest_ours
        self.added += rest_theirs
        order = {kid: place for place, kid in enumerate([*ours, *theirs])}
        self._check_order(sorted(pairs + by_role + changed, key=lambda pair: order[pair[0]]), order)
        return sorted(pairs + moved + by_role + changed, key=lambda pair: order[pair[0]])

    def _check_order(self, pairs: list[_Pair], order: dict[Element, int]) -> None:
        """Report pairs that cross: elements without text of their own are found by role alone."""
        last = -1
        for planned, read in pairs:
            if order[read] < last:
                self._report_moved(planned, read)
            last = max(last, order[read])

    def _align(
        self, ours: Sequence[Element], theirs: Sequence[Element], *, by_text: bool
    ) -> tuple[list[_Pair], list[Element], list[Element]]:
        """Pair in order what has the same role, and the same text where asked."""
        one = [
            self._mark(written_role(kid.role, self.profile), kid, by_text=by_text) for kid in ours
        ]
        other = [self._mark(kid.role, kid, by_text=by_text) for kid in theirs]
        if one == other:
            return list(zip(ours, theirs, strict=True)), [], []
        if max(len(one), len(other)) > _ALIGN_LIMIT:
            both = min(len(one), len(other))
            return list(zip(ours, theirs, strict=False)), [*ours[both:]], [*theirs[both:]]
        pairs: list[_Pair] = []
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            for step in range(block.size):
                pairs.append((ours[block.a + step], theirs[block.b + step]))
        done = {id(kid) for pair in pairs for kid in pair}
        return pairs, _without(ours, done), _without(theirs, done)

    def _mark(self, role: str, element: Element, *, by_text: bool) -> tuple[str, str]:
        return role, self.signatures[element] if by_text else ""

    def _moved(
        self, ours: list[Element], theirs: list[Element]
    ) -> tuple[list[_Pair], list[Element], list[Element]]:
        """Pair brothers that say the same in another order, and report them."""
        pairs: list[_Pair] = []
        free = list(theirs)
        for kid in ours:
            if not self.signatures[kid]:
                continue  # empty cells all look alike
            twin = next((other for other in free if self._is_twin(kid, other)), None)
            if twin is not None:
                free.remove(twin)
                pairs.append((kid, twin))
                self._report_moved(kid, twin)
        done = {id(kid) for pair in pairs for kid in pair}
        return pairs, _without(ours, done), _without(theirs, done)

    def _is_twin(self, planned: Element, read: Element) -> bool:
        same_role = written_role(planned.role, self.profile) == read.role
        return same_role and self.signatures[planned] == self.signatures[read]

    def _changed_role(
        self, ours: list[Element], theirs: list[Element]
    ) -> tuple[list[_Pair], list[Element], list[Element]]:
        """Pair what says the same under another role; the pair reports its roles itself."""
        pairs: list[_Pair] = []
        free = list(theirs)
        for kid in ours:
            twin = next((o for o in free if self.signatures[o] == self.signatures[kid]), None)
            if twin is not None:
                free.remove(twin)
                pairs.append((kid, twin))
        done = {id(kid) for pair in pairs for kid in pair}
        return pairs, _without(ours, done), _without(theirs, done)

    def _report_moved(self, planned: Element, read: Element) -> None:
        detail = f"“{_short(self.signatures[planned])}” is not where the text has it"
        self.fault(checking.ELEMENT_MOVED, planned, read, detail)

    def _report_unpaired(self) -> None:
        """Report what is left: the same text missing here and added there has moved."""
        for planned in self.missing:
            twin = next((kid for kid in self.added if self._is_twin(planned, kid)), None)
            if twin is not None:
                self.added.remove(twin)
                self._report_moved(planned, twin)
            else:
                detail = f"{planned.role} “{_short(self.signatures[planned])}”"
                self.fault(checking.ELEMENT_MISSING, planned, None, detail)
        for read in self.added:
            detail = f"{read.role} “{_short(self.signatures[read])}”"
            self.faults.append(
                Fault(checking.ELEMENT_ADDED, detail, element=called(read), page=read.page or None)
            )

    # One pair

    def _compare(self, planned: Element, read: Element, voice: _Voice, *, is_block: bool) -> _Voice:
        self._compare_role(planned, read)
        agrees = self._compare_text(planned, read, voice, is_block=is_block)
        self._compare_strings(planned, read)
        self._compare_cells(planned, read)
        self._compare_reference(planned, read)
        for detail in self.links.differences(planned, read):
            self.fault(checking.TARGET_DIFFERS, planned, read, detail)
        return self._compare_voice(planned, read, voice, agrees=agrees)

    def _compare_role(self, planned: Element, read: Element) -> None:
        role = written_role(planned.role, self.profile)
        if read.role != role:
            detail = f"planned {role}, the file has {read.role}"
            self.fault(checking.ROLE_DIFFERS, planned, read, detail)
            return
        if self.profile.is_pdf2:
            expected = NAMESPACE_PDF_1_7 if role in ONLY_PDF_1_7 else NAMESPACE_PDF_2_0
            found, what = self.tree.namespaces.get(read, ""), "namespace"
        else:
            expected = ROLE_MAP_PDF_1_7.get(role, role)
            found, what = self.tree.roles.get(read, ""), "standard type"
        if found != expected:
            detail = f"{role} has the {what} {found or '(none)'} instead of {expected}"
            self.fault(checking.ROLE_DIFFERS, planned, read, detail)

    def _compare_text(
        self, planned: Element, read: Element, voice: _Voice, *, is_block: bool
    ) -> bool:
        """Compare text; return whether it agrees."""
        if not is_block and not voice.line_agrees:
            return False
        if planned.role == "Figure":
            inside = (kid for element in read.elements() for kid in element.kids)
            if not any(isinstance(kid, Content) for kid in inside):
                self.fault(checking.PICTURE_DIFFERS, planned, read, "")
            return True
        ours, theirs = reading.lines(planned), reading.lines(read)
        if len(ours) != len(theirs):
            # Blocks were lost or added, which is reported; what is left must still agree.
            ours, theirs = [" ".join(filter(None, ours))], [" ".join(filter(None, theirs))]
        wrong = [pair for pair in zip(ours, theirs, strict=True) if not reading.same(*pair)]
        for one, other in wrong:
            detail = reading.first_difference(one, other)
            self.fault(checking.TEXT_DIFFERS, planned, read, detail)
        return not wrong

    def _compare_strings(self, planned: Element, read: Element) -> None:
        for ruling, ours, theirs in (
            (checking.ALTERNATE_TEXT_DIFFERS, planned.alternate, read.alternate),
            (checking.EXPANSION_DIFFERS, planned.expansion, read.expansion),
            (checking.TITLE_DIFFERS, planned.title, read.title),
            (checking.TITLE_DIFFERS, planned.contents, read.contents if planned.contents else None),
        ):
            one = None if ours is None else reading.heard(ours)
            other = None if theirs is None else reading.heard(theirs)
            if one != other:
                self.fault(ruling, planned, read, _instead(one, other))

    def _compare_cells(self, planned: Element, read: Element) -> None:
        for ruling, ours, theirs in (
            (checking.SCOPE_DIFFERS, planned.scope, read.scope),
            (checking.HEADERS_DIFFER, ", ".join(planned.headers), ", ".join(read.headers)),
            (checking.SPAN_DIFFERS, _rows(planned), _rows(read)),
            (checking.NUMBERING_DIFFERS, self._numbering(planned), read.numbering),
        ):
            if ours != theirs:
                self.fault(ruling, planned, read, _instead(ours, theirs))

    def _numbering(self, planned: Element) -> str | None:
        written = planned.numbering
        return None if written is None else written_numbering(written, self.profile)

    def _compare_reference(self, planned: Element, read: Element) -> None:
        if planned.key in self.needed_keys and planned.key != read.key:
            self.fault(checking.KEY_DIFFERS, planned, read, _instead(planned.key, read.key))
        refers_to = self.plan.keys.get(planned.refers_to or "", planned.refers_to)
        # PDF 1.7 has no way to write it.
        if self.profile.is_pdf2 and refers_to is not None and refers_to != read.refers_to:
            detail = _instead(refers_to, read.refers_to)
            self.fault(checking.REFERENCE_DIFFERS, planned, read, detail)

    def _collect_needed_keys(self) -> None:
        """Note the identifiers that something in the file relies on."""
        for element in self.plan.tree.elements():
            self.needed_keys.update(element.headers)
            if element.refers_to and self.profile.is_pdf2:
                self.needed_keys.add(self.plan.keys.get(element.refers_to, element.refers_to))
            if element.role == "Note" and element.key:
                self.needed_keys.add(element.key)

    def _compare_voice(
        self, planned: Element, read: Element, voice: _Voice, *, agrees: bool
    ) -> _Voice:
        inner = _Voice(
            planned.language or voice.planned_language,
            read.language or voice.read_language,
            planned.direction or voice.planned_direction,
            read.direction or voice.read_direction,
            agrees,
        )
        around_agrees = voice.planned_language.lower() == voice.read_language.lower()
        differs = inner.planned_language.lower() != inner.read_language.lower()
        if differs and (around_agrees or planned.language or read is self.tree.root):
            detail = _instead(inner.planned_language, inner.read_language)
            self.fault(checking.LANGUAGE_DIFFERS, planned, read, detail)
        if inner.planned_direction != inner.read_direction and (
            voice.planned_direction == voice.read_direction
        ):
            detail = _instead(inner.planned_direction, inner.read_direction)
            self.fault(checking.DIRECTION_DIFFERS, planned, read, detail)
        return inner


def _instead(planned: str | None, read: str | None) -> str:
    return f"planned {_quoted(planned)}, the file has {_quoted(read)}"


def _rows(cell: Element) -> str:
    return f"{cell.row_span} rows and {cell.column_span} columns"


def _quoted(value: str | None) -> str:
    return f"“{value}”" if value else "nothing"


def _short(text: str, length: int = 50) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _without(kids: Sequence[Element], done: set[int]) -> list[Element]:
    return [kid for kid in kids if id(kid) not in done]
