"""From a page and its plan to a drawn and tagged file.

The engine's own tagging is off: it tags what it drew, lines and fragments. Here what it draws is
bound to the plan: before drawing, every line is held against the author's text (`bind`); while
drawing, marks are written (`capture`); when all is drawn, the tree (`write`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import cssselect2
import pydyf

from publish import resources
from publish.pdf import Bookmark, Content, Rendered
from publish.render import fonts, seams
from publish.render.annotate import Places
from publish.render.attach import embed
from publish.render.bind import bind
from publish.render.capture import Drawing, attach
from publish.render.drawn_words import whole_lines
from publish.render.fetcher import ADDRESS, FolderFetcher
from publish.render.fit import fitted
from publish.render.glyphs import Fonts
from publish.render.gradients import even_stops
from publish.render.journal import Journal
from publish.render.leaves import gather
from publish.render.line_ends import hanging_spaces
from publish.render.pictures import Gallery
from publish.render.settle import settle
from publish.render.write import TreeWriter
from publish.standards import roles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from publish.model import Composed, Fault, Place
    from publish.pdf import Element, Plan
    from publish.render.leaves import Leaf
    from publish.standards import Profile


def pages(
    composed: Composed, plan: Plan, profile: Profile, *, font_folders: Sequence[Path] = ()
) -> Rendered:
    """Draw a page and bind it to its plan.

    Args:
        composed: the page; its elements are those that the plan was made from.
        plan: completed in place: generated text is filled in, and elements for which the style
            sheet drew nothing are taken out.
        profile: which PDF version is written.
        font_folders: a project's own fonts, beside ours.

    Returns:
        a tagged file, not yet conforming, with the faults of drawing.

    Raises:
        LostMark: something was drawn that nobody planned.
        InputFaults: the fonts cannot be used together.
        MachineLacks: the engine's libraries are missing.
    """
    configuration = fonts.configuration(*font_folders)
    seams.test()
    with Journal(composed.source) as journal:
        journal.pictures = _pictures(plan)
        gallery = Gallery()
        setter = Typesetter(composed.source.folder, configuration, gallery)
        document = fitted(composed, setter.lay_out)
        leaves = gather(document.pages)
        faults = bind(plan, leaves)
        drawing = _drawing(document, leaves, plan, profile, journal)
        attach(document.pages, drawing)
        pdf = _draw(document, composed, plan, profile, drawing, leaves, faults)
    return Rendered(
        pdf,
        profile,
        tuple(_bookmarks(plan.tree, Places(leaves))),
        len(document.pages),
        bool(composed.attachments),
        tuple(_with_pages([*journal.faults, *faults], plan)),
        gallery.originals,
        _picture_places(gallery, journal),
    )


class Typesetter:
    """Lays one text out, as often as it takes; every style sheet is read once.

    Args:
        folder: where the text's pictures are.
        configuration: the engine's fonts.
        gallery: makes the pictures drawable.
    """

    def __init__(self, folder: Path, configuration: Any, gallery: Gallery) -> None:
        self._fetcher = FolderFetcher(folder, gallery)
        self._configuration = configuration
        self._sheets: dict[str, Any] = {}

    def lay_out(self, composed: Composed) -> Any:
        """Return the engine's document, without links of its own."""
        page = _page(composed, self._fetcher)
        with hanging_spaces():
            document = page.render(
                font_config=self._configuration,
                stylesheets=[self._sheet(text) for text in composed.stylesheets],
                presentational_hints=True,  # ol[type], li[value]
            )
        for each in document.pages:
            # Links, anchors and outline are ours; forms are not offered.
            each.links, each.anchors, each.bookmarks, each.forms = [], {}, [], {None: []}
        return document

    def _sheet(self, text: str) -> Any:
        if text not in self._sheets:
            from weasyprint import CSS

            self._sheets[text] = CSS(
                string=text,
                base_url=ADDRESS,
                font_config=self._configuration,
                url_fetcher=self._fetcher,
            )
        return self._sheets[text]


def _page(composed: Composed, fetcher: FolderFetcher) -> Any:
    """Hand the very elements that were planned to the engine, without parsing them again."""
    from weasyprint import HTML

    page = HTML.__new__(HTML)
    page.base_url = ADDRESS
    page.url_fetcher = fetcher
    page.media_type = "print"
    page.wrapper_element = cssselect2.ElementWrapper.from_html_root(
        composed.root, content_language=None
    )
    page.etree_element = page.wrapper_element.etree_element
    return page


def _picture_places(gallery: Gallery, journal: Journal) -> dict[str, tuple[Place | None, str]]:
    """Return where the author named each picture, by the names of the drawn ones."""
    found = {name: address.removeprefix(ADDRESS) for name, address in gallery.addresses.items()}
    return {
        name: journal.pictures[address]
        for name, address in found.items()
        if address in journal.pictures
    }


def _pictures(plan: Plan) -> dict[str, tuple[Place | None, str]]:
    """Return place and name of each picture by its address."""
    found = {id(kid): element for element in plan.tree.elements() for kid in element.kids}
    owners = (
        (node.get("src") or "", found.get(id(content))) for node, content in plan.pictures.items()
    )
    return {source: (owner.place, owner.name) for source, owner in owners if owner is not None}


def _drawing(
    document: Any, leaves: list[Leaf], plan: Plan, profile: Profile, journal: Journal
) -> Drawing:
    written: dict[int, str] = {}
    for element in plan.tree.elements():
        for kid in element.kids:
            written[id(kid)] = roles.written_role(element.role, profile)
            journal.places[id(kid)] = element.place, element.name
    return Drawing({id(leaf.box): leaf for leaf in leaves}, written, Fonts(document.fonts), journal)


def _draw(
    document: Any,
    composed: Composed,
    plan: Plan,
    profile: Profile,
    drawing: Drawing,
    leaves: list[Leaf],
    faults: list[Fault],
) -> bytes:
    def finisher(_: Any, pdf: Any) -> None:
        faults.extend(settle(plan, leaves, drawing.marks))
        TreeWriter(pdf, profile, drawing.marks, drawing.streams, leaves).write(plan.tree)
        embed(pdf, composed.attachments)
        _complete(pdf)

    with whole_lines(), even_stops():
        written: bytes = document.write_pdf(
            finisher=finisher,
            pdf_version=profile.pdf_version,
            uncompressed_pdf=True,  # finishing reads the file and packs it
        )
    return written


def _complete(pdf: Any) -> None:
    """Set what the engine leaves to its own variants. Source: ISO 19005-2, 6.2.3 and 6.2.8."""
    profile = (resources.shipped("assets") / "profiles" / "sRGB2014.icc").read_bytes()
    colours = pydyf.Stream([profile], pydyf.Dictionary({"N": 3}), compress=True)
    pdf.add_object(colours)
    name = pydyf.String("sRGB IEC61966-2.1")
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": name,
        "Info": name,
        "DestOutputProfile": colours.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])
    for item in pdf.objects:
        if "Interpolate" in getattr(item, "extra", {}):
            item.extra["Interpolate"] = "false"
    pdf.info.clear()


def _bookmarks(tree: Element, places: Places) -> list[Bookmark]:
    """Return one bookmark for each heading that can be seen."""
    found: list[Bookmark] = []
    for element in tree.elements():
        start = places.start(element) if element.role[:1] == "H" else None
        if start is None or not element.role[1:].isdigit():
            continue
        title = " ".join("".join(_heading_text(element)).split())
        level = min(int(element.role[1:]), found[-1].level + 1 if found else 1)
        page, x, y = start
        found.append(Bookmark(level, title, element.key or "", page, round(x, 2), round(y, 2)))
    return found


def _heading_text(element: Element) -> list[str]:
    """Return the words of a heading without its notes."""
    words: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Content):
            words.append(kid.text)
        elif kid.role not in ("Note", "Reference"):
            words += _heading_text(kid)
    return words


def _with_pages(faults: list[Fault], plan: Plan) -> list[Fault]:
    """Name the page of each fault whose element was drawn."""
    pages_by_name = {element.name: element.page for element in plan.tree.elements()}
    pages_by_name[""] = 0
    return [
        replace(fault, page=fault.page or pages_by_name.get(fault.element) or None)
        for fault in faults
    ]
