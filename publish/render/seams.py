"""The places where we hold on to the engine's inside, and their test.

WeasyPrint is pinned exactly. What we use beyond its documented interface:

- `Page.paint`, replaced on the instance; `Page._page_box`;
- `Stream.marked`, `artifact`, `clone`, `begin_text`, by switching the stream's class;
- `Stream._old_font` and `Font.to_unicode`, `widths`, `hash`, `file_content`;
- the boxes' `element`, `element_tag`, `style`, `is_leader`, `is_header`, `is_footer`;
- items of a stream are kept as a list until the file is written;
- `layout.inline.split_first_line`, replaced while a page is laid out (`publish.render.line_ends`);
- `svg.text` and `svg.TAGS`, replaced while a page is painted, and `Node._etree_node`
  (`publish.render.drawn_words`);
- `images.process_color_stops`, `images.RadialGradient._handle_degenerate`, `svg.defs.color` and
  `Color.to` of tinycss2, replaced while a page is painted (`publish.render.gradients`).

The names are looked at once in each process. A tiny page is drawn and read back once for each
version on a machine; a stamp in the cache says that it was.
"""

from __future__ import annotations

import inspect
from functools import lru_cache
from typing import Any

from publish import __version__
from publish.errors import MachineLacks, OwnError
from publish.render.cache import cache_folder
from publish.render.fonts import configuration

WEASYPRINT = "70.0"
PYDYF = "0.13.0"


@lru_cache(maxsize=1)
def test() -> None:
    """Look whether the engine is the one that we know; done once in a process.

    Raises:
        MachineLacks: another version is installed.
        OwnError: the version is right, but a seam does not hold.
    """
    import pydyf
    import weasyprint
    from weasyprint import images, svg
    from weasyprint.document import Page
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import inline
    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream

    found = weasyprint.VERSION, pydyf.VERSION
    if found != (WEASYPRINT, PYDYF):
        raise MachineLacks(
            f"publish needs WeasyPrint {WEASYPRINT} with pydyf {PYDYF}, and found "
            f"{found[0]} with {found[1]}",
            remedy=f"pip install weasyprint=={WEASYPRINT} pydyf=={PYDYF}",
        )
    _expect(list(inspect.signature(Page.paint).parameters) == ["self", "stream", "scale"], "paint")
    for name in ("marked", "artifact", "clone", "begin_text", "add_group"):
        _expect(callable(getattr(Stream, name, None)), f"Stream.{name}")
    for name in ("is_leader", "all_children"):
        _expect(hasattr(boxes.Box, name), f"Box.{name}")
    arguments = list(inspect.signature(inline.split_first_line).parameters)
    _expect(arguments[3:5] == ["max_width", "justification_spacing"], "split_first_line")
    _expect(svg.TAGS["text"] is svg.text and callable(svg.text), "svg.text")
    arguments = list(inspect.signature(images.process_color_stops).parameters)
    _expect(arguments == ["vector_length", "positions", "hints", "style"], "process_color_stops")
    arguments = list(inspect.signature(images.RadialGradient._handle_degenerate).parameters)
    _expect(arguments == ["self", "size_x", "size_y"], "RadialGradient._handle_degenerate")
    _expect(svg.defs.color is svg.color, "svg.defs.color")
    _expect(hasattr(boxes.TableRowGroupBox, "is_header"), "TableRowGroupBox.is_header")
    source = inspect.getsource(Font.__init__)
    for name in ("to_unicode", "widths", "hash", "file_content", "bitmap", "upem"):
        _expect(f"self.{name} =" in source or f"self.{name}=" in source, f"Font.{name}")
    stamp = cache_folder() / f"seams-{__version__}-{WEASYPRINT}-{PYDYF}.tested"
    if not stamp.exists():
        _draw()
        stamp.touch()


def _expect(holds: bool, seam: str) -> None:
    if not holds:
        raise OwnError(f"the engine has changed at {seam}; publish cannot bind tags to it")


def _draw() -> None:
    """Draw one line and look for what `publish.render.capture` relies on."""
    from weasyprint import HTML

    seen: list[str] = []

    def finisher(document: Any, pdf: Any) -> None:
        page = document.pages[0]
        leaves = [box for box in page._page_box.descendants() if getattr(box, "text", None)]
        _expect(bool(leaves) and leaves[0].element_tag == "p", "the box tree")
        streams = [item for item in pdf.objects if hasattr(item, "begin_text")]
        _expect(any(b"BT" in item.stream for item in streams), "the stream as a list")
        fonts = list(document.fonts.values())
        _expect(set(fonts[0].to_unicode.values()) >= {"s", "e", "a", "m"}, "Font.to_unicode")
        seen.append("seam")

    HTML(string="<p>seam</p>").write_pdf(finisher=finisher, font_config=configuration())
    _expect(bool(seen), "the finisher")
