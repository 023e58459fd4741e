"""Input that was made to do harm, or made by accident: a fault each time, quickly, no traceback."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from publish import read
from publish.read import file

FRONT = '+++\nkind = "statement"\nlang = "en"\ntitle = "A call for calm"\n+++\n\n'
PAGE = '<!doctype html><html lang="en"><title>Our work</title><main><h1>Our work</h1>\n'
#: Seconds; a slow machine under load still keeps it, an endless loop does not.
SOON = 10


def codes(path: Path) -> set[str]:
    return {fault.code for fault in read.works([path]).faults}


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_path_that_does_not_exist(tmp_path: Path) -> None:
    assert codes(tmp_path / "nowhere.md") == {"R-001"}


def test_path_that_goes_round_in_circles(tmp_path: Path) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)

    assert codes(loop) <= {"R-001", "R-003"}


def test_name_that_no_system_takes(tmp_path: Path) -> None:
    assert codes(tmp_path / ("n" * 5000 + ".md")) <= {"R-001", "R-003"}
    assert codes(tmp_path / "nul\0.md") <= {"R-001", "R-003"}


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    attached = '[[attachments]]\npath = "pipe.md"\ndescription = "x"\n+++\n\nText.\n'
    path = written(tmp_path, "call.md", FRONT.replace("+++\n\n", attached))

    assert codes(pipe) == {"R-003"}
    assert codes(path) == {"R-028"}
    assert codes(tmp_path) == {"R-028"}


def test_link_out_of_the_project_is_skipped_in_a_folder(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    outside = written(tmp_path, "secret.md", FRONT + "Secret.\n")
    (project / "call.md").symlink_to(outside)

    reading = read.works([project])

    assert reading.works == ()
    assert [fault.code for fault in reading.faults] == ["R-013"]


def test_links_out_of_the_project_that_are_no_texts_are_not_told(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "logo.png").symlink_to(written(tmp_path, "logo.png", b"\x89PNG"))

    assert codes(project) == {"R-010"}


@pytest.mark.parametrize("name", [b"\xff.md", b"a\nb.md"])
def test_a_name_that_cannot_be_shown(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    try:
        path.write_text(FRONT + "Text.\n")
    except OSError:
        pytest.skip("this system has no such names")
    (fault,) = read.works([tmp_path]).faults

    assert fault.code == "R-015"
    assert not file.unshown(str(fault).replace("\N{REPLACEMENT CHARACTER}", "").replace("\n", ""))


def test_a_text_that_is_nested_too_deep_makes_no_empty_work(tmp_path: Path) -> None:
    reading = read.works([written(tmp_path, "call.md", FRONT + "- " * 10_000 + "Text.\n")])

    assert [fault.code for fault in reading.faults] == ["R-014"]
    assert reading.works == ()


def test_fifty_megabytes_on_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, "call.md", b"a" * 50_000_000)
    begun = time.perf_counter()

    assert codes(path) == {"R-004"}
    assert time.perf_counter() - begun < SOON


def test_a_line_of_two_megabytes(tmp_path: Path) -> None:
    path = written(tmp_path, "call.md", FRONT + "a" * (2 * file.LONGEST_LINE))

    assert codes(path) == {"R-005"}


@pytest.mark.parametrize(
    "start",
    [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xff\xd8\xff\xe0", b"{\\rtf1", b"a\0b"],
)
@pytest.mark.parametrize("name", ["call.md", "call.html", "call.txt"])
def test_other_files_with_the_name_of_a_text(tmp_path: Path, name: str, start: bytes) -> None:
    assert codes(written(tmp_path, name, start)) == {"R-006"}


@pytest.mark.parametrize("name", ["call.md", "call.html", "call.txt"])
@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_empty_files(tmp_path: Path, name: str, content: bytes) -> None:
    assert codes(written(tmp_path, name, content)) == {"R-008"}


def test_wrong_encoding_names_line_and_byte(tmp_path: Path) -> None:
    path = written(tmp_path, "call.md", FRONT.encode() + "Café\n".encode("latin-1"))

    (fault,) = read.works([path]).faults

    assert fault.code == "R-007"
    assert fault.place is not None
    assert fault.place.line == 7
    assert "byte 4 of its line" in fault.detail


def test_half_a_surrogate_pair_in_bytes(tmp_path: Path) -> None:
    assert codes(written(tmp_path, "call.md", FRONT.encode() + b"\xed\xa0\x80\n")) == {"R-007"}


@pytest.mark.parametrize("sign", ["&#xD800;", "&#0;", "&#1;", "&#xFFFF;", "\ufffd", "\x1b"])
@pytest.mark.parametrize(("name", "start"), [("call.md", FRONT), ("call.html", PAGE + "<p>")])
def test_signs_that_cannot_be_shown(tmp_path: Path, name: str, start: str, sign: str) -> None:
    assert "R-009" in codes(written(tmp_path, name, f"{start}One {sign} two.\n"))


def test_control_character_in_front_matter(tmp_path: Path) -> None:
    front = FRONT.replace("calm", "calm\\u0007")

    assert codes(written(tmp_path, "call.md", front + "Text.\n")) == {"R-009"}


NESTED_MARKDOWN = {
    "quotes": ">" * 10_000 + " deep",
    "quotes apart": "> " * 10_000 + "deep",
    "lists": "\n".join("  " * depth + "- item" for depth in range(1_000)),
    "numbered": "1. " * 5_000 + "deep",
    "emphasis": "*a **b " * 10_000 + "c** d*" * 10_000,
    "brackets": "[" * 10_000,
    "brackets apart": "[a " * 10_000,
    "brackets by the hundred thousand": "[a " * 100_000,
    "emphasis by the hundred thousand": "*a " * 100_000,
    "images": "![" * 10_000 + "a" + "](b)" * 10_000,
    "links": "[a](" * 10_000,
    "spans": "[" * 500 + "a" + "]{lang=fr}" * 500,
    "ticks": "".join("`" * width + "a" for width in range(1, 1_400)),
    "entities": "&" * 50_000,
    "angle brackets": "<" * 50_000,
    "notes": "".join(f"[^{n}]: a[^{n + 1}]\n\n" for n in range(2_000)) + "x[^0]",
    "inline notes": "^[a" * 2_000 + "]" * 2_000,
    "braces": "{" * 50_000 + "\n\n" + "{a=" * 10_000,
    "table": "|" * 20_000 + "\n" + "|-" * 20_000 + "|\n" + "|" * 20_000,
    "definitions": "a\n: " * 3_000,
    "dashes": "- " * 10_000 + "deep",
    "headings": "#" * 100_000,
    "abbreviations": "".join(f"*[A{n}]: a\n" for n in range(2_000)) + "A1 A2 A3",
}


@pytest.mark.parametrize("name", NESTED_MARKDOWN)
def test_markdown_without_end(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "call.md", FRONT + NESTED_MARKDOWN[name] + "\n")
    begun = time.perf_counter()

    read.works([path])

    assert time.perf_counter() - begun < SOON


@pytest.mark.parametrize("name", ["quotes", "quotes apart", "lists", "numbered"])
def test_markdown_nested_too_deep_is_said(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "call.md", FRONT + NESTED_MARKDOWN[name] + "\n")

    assert "R-014" in codes(path)


NESTED_HTML = {
    "div": "<div>" * 10_000,
    "ul": "<ul><li>" * 10_000,
    "blockquote": "<blockquote>" * 10_000,
    "b": "".join(f"<b id=b{n}>" for n in range(10_000)),
    "span": "<span>" * 10_000 + "a" + "</span>" * 10_000,
    "table": "<table><tr><td>" * 10_000,
    "svg": "<svg>" + "<g>" * 10_000,
    "formatting": f"<p>{''.join(f'<i class=c{n}>' for n in range(50))}</p>" + "<p>a" * 20_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(10_000)) + ">",
}


@pytest.mark.parametrize("name", NESTED_HTML)
def test_html_without_end_is_said(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "call.html", PAGE + NESTED_HTML[name])
    begun = time.perf_counter()

    assert "R-014" in codes(path)
    assert time.perf_counter() - begun < SOON


FRONT_MATTER = {
    "nested lists": "a = " + "[" * 10_000,
    "closed lists": "a = " + "[" * 900 + "]" * 900,
    "dotted keys": "a" + ".a" * 5_000 + " = 1",
    "tables": "[[divisions" + ".parts" * 3_000 + "]]",
    "digits": "version = " + "9" * 10_000,
    "never closed text": 'note = """',
    "date": "date = 2022-02-30",
    "no value": "note =",
    "surrogate": 'note = "\\uD800"',
    "not TOML at all": "<title>Hello</title>",
    "lists of lists": "subjects = [[[]]]",
    "number as kind": "kind = 7",
    "list as kind": "kind = []",
    "table as title": "[title]\nname = 1",
    "nan": "version = nan",
}


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_broken_front_matter(tmp_path: Path, name: str) -> None:
    front = f'+++\nlang = "en"\n{FRONT_MATTER[name]}\n+++\n\nText.\n'
    begun = time.perf_counter()

    found = codes(written(tmp_path, "call.md", front))

    assert found & {"R-022", "R-023", "R-024", "R-026"}
    assert time.perf_counter() - begun < SOON


@pytest.mark.parametrize(
    "address",
    [
        "javascript:run()",
        "JaVaScRiPt:run()",
        "java&#10;script:run()",
        "&#1;javascript:run()",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "gopher://example.org/",
    ],
)
@pytest.mark.parametrize(
    ("name", "link"), [("a.html", '<p><a href="{}">x</a>'), ("a.md", "[x](<{}>)")]
)
def test_unsafe_addresses_never_travel(tmp_path: Path, name: str, link: str, address: str) -> None:
    start = PAGE if name == "a.html" else FRONT

    reading = read.works([written(tmp_path, name, start + link.format(address))])

    # Markdown escapes controls, which leaves a relative address with odd letters.
    assert {"R-047", "R-048"} & {fault.code for fault in reading.faults}
    assert "href" not in reading.works[0].content.body.html


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png",
        "figures/../../secret.png",
        "/etc/passwd",
        "..%2Fsecret.png",
        "%2e%2e/secret.png",
        "..\\secret.png",
        "link.png",
        "~/secret.png",
        "a%00b.png",
    ],
)
def test_images_outside_the_project(tmp_path: Path, address: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    secret = written(tmp_path, "secret.png", "not for you")
    (project / "link.png").symlink_to(secret)
    page = written(project, "page.html", PAGE + f'<p><img alt="A camp" src="{address}">')

    reading = read.works([page])

    assert "R-062" in {fault.code for fault in reading.faults}
    assert "src" not in reading.works[0].content.body.html


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><script>run()</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="run()"/>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        '<svg xmlns:xlink="x"><image xlink:href="file:///etc/passwd"/></svg>',
        '<svg><use href="https://example.org/a.svg#b"/></svg>',
        '<svg><rect style="fill:url(https://example.org/a)"/></svg>',
        "<svg><foreignObject><iframe/></foreignObject></svg>",
        '<svg><style>@import "a.css";</style></svg>',
    ],
)
def test_drawings_that_are_more_than_drawings(tmp_path: Path, drawing: str) -> None:
    written(tmp_path, "a.svg", drawing)

    assert codes(written(tmp_path, "a.md", FRONT + "![A camp](a.svg)\n")) == {"R-065"}


def test_scripts_never_travel(tmp_path: Path) -> None:
    page = (
        '<p onclick="run()" style="background:url(javascript:run())">One'
        '<script>run()</script><svg onload="run()"><script>run()</script><foreignObject>'
        '<iframe src="https://example.org/"></iframe></foreignObject><a href="javascript:run()">'
        '<path d="M0 0"/></a><use href="https://example.org/#a"/></svg>'
        '<math><mtext><img src=x onerror="run()"></mtext></math>'
        "<noscript><img src=x onerror=run()></noscript>"
        '<template><img src="x" onerror="run()"></template>'
        '<a href="#" onmouseover="run()" target="_blank">two</a><base href="javascript:">'
    )

    reading = read.works([written(tmp_path, "page.html", PAGE + page)])

    html = reading.works[0].content.body.html
    for trace in ("run", "script", "foreign", "iframe", "example.org", "style", "onerror=", "<img"):
        assert trace not in html
